/** Whoever has something to send once this turn of the event loop has told all that it has to tell. */
export interface Sender {
  onTurn(): void;
}

let waiting: Sender[] = [];

/**
 * Calls back when everything was read that had come. Writing after reading, rather than in between, lets the kernel and the other side work in batches:
 * a write to a sleeping server costs twice as much as one to a server that is at work. It also lets a server's closing be seen before the write.
 */
export function afterReading(sender: Sender): void {
  if (waiting.length === 0) setImmediate(sendAll);
  waiting.push(sender);
}

function sendAll(): void {
  const senders = waiting;
  waiting = [];
  for (const sender of senders) sender.onTurn();
}
