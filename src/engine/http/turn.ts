/** Whoever has something to send once this turn of the event loop has told all that it has to tell. */
export interface Sender {
  onTurn(): void;
}

/**
 * A write takes 10 to 20 µs where it wakes the server. While more of them are made, answers come that nobody looks at, and the time until someone does is
 * counted as the server's.
 */
const SENDS_AT_A_TIME = 128;

/** Those that wait for a turn, and those whose turn it is, of which so many have sent. */
let waiting: Sender[] = [];
let sending: Sender[] = [];
let sent = 0;
let isSet = false;

/**
 * Calls back when everything was read that had come. Writing after reading, rather than in between, lets the kernel and the other side work in batches:
 * a write to a sleeping server costs twice as much as one to a server that is at work. It also lets a server's closing be seen before the write.
 */
export function afterReading(sender: Sender): void {
  waiting.push(sender);
  if (isSet) return;
  isSet = true;
  setImmediate(sendSome);
}

function sendSome(): void {
  if (sent === sending.length) {
    sending = waiting;
    waiting = [];
    sent = 0;
  }
  for (const end = Math.min(sending.length, sent + SENDS_AT_A_TIME); sent < end;) sending[sent++]?.onTurn();
  isSet = sent < sending.length || waiting.length > 0;
  if (isSet) setImmediate(sendSome);
}
