// Plays VS Code's part: hands the view its messages and keeps what it posts, for tests to read.
globalThis.posted = [];
globalThis.acquireVsCodeApi = () => ({
  getState: () => undefined,
  setState: () => undefined,
  postMessage: async (message) => {
    globalThis.posted.push(message);
    if (message.type !== 'ready') return;
    const messages = await (await fetch(`messages${location.search}`)).json();
    for (const data of messages) window.postMessage(data, '*');
  },
});
