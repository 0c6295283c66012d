import * as vscode from 'vscode';

type Window = typeof vscode.window;

/** Answers what the editor would ask a person, while `call` runs. Only here is anything of the editor replaced. */
export async function answering<T>(answers: Partial<Window>, call: () => PromiseLike<T>): Promise<T> {
  const before: Partial<Window> = Object.fromEntries(
    Object.keys(answers).map((name) => [name, Reflect.get(vscode.window, name)]),
  );
  Object.assign(vscode.window, answers);
  try {
    return await call();
  } finally {
    Object.assign(vscode.window, before);
  }
}

/** A person who picks the item with this label. */
export function picking(label: string): Partial<Window> {
  const pick = async (items: unknown): Promise<unknown> => {
    const all: unknown = await items;
    return Array.isArray(all) ? all.find((item: vscode.QuickPickItem) => item.label === label) : undefined;
  };
  return { showQuickPick: pick as Window['showQuickPick'] };
}

/** Notes the messages that are shown, and presses the button of this name in them. */
export function reading(messages: string[], button?: string): Partial<Window> {
  const show = async (message: string, ...buttons: readonly unknown[]): Promise<unknown> => {
    messages.push(message);
    return Promise.resolve(buttons.find((one) => one === button));
  };
  return {
    showInformationMessage: show,
    showWarningMessage: show,
    showErrorMessage: show,
  };
}
