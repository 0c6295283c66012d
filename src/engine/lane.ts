import type { Timer } from './clock.ts';
import type { Connection } from './http/connection.ts';
import { ResponseView } from '../scenario/expression.ts';
import { connect } from './http/connect.ts';
import { Exchange, type Outgoing } from './http/exchange.ts';
import { LiveAnswer } from './steps/answer-view.ts';
import type { RequestMeasures } from './steps/request.ts';
import type { Vu } from './vu.ts';

/** Redirects may lead to ever other places. */
const MOST_CONNECTIONS = 256;

/** One request of a VU at a time, over connections of its own. Nearly all VUs have one; `parallel` needs more. */
export class Lane {
  readonly vu: Vu;
  readonly exchange: Exchange;
  /** Called when the exchange is done; set by whoever started it. */
  onExchangeDone: (lane: Lane) => void = () => undefined;
  /** What the request began with, before redirects and retries. */
  outgoing: Outgoing | null = null;
  /** What the request adds to. */
  measures: RequestMeasures | null = null;
  redirectsLeft = 0;
  timeoutMs = 0;
  /** Of this, what redirects took. */
  spentMs = 0;
  /** Attempts before this one. */
  retries = 0;
  #pause: { readonly timer: Timer; readonly then: () => void } | null = null;
  readonly #connections = new Map<string, Connection>();
  #last: Connection | null = null;
  #response: ResponseView | null = null;

  constructor(vu: Vu) {
    this.vu = vu;
    const { clock, deadlines } = vu.context;
    this.exchange = new Exchange(clock, deadlines, () => this.onExchangeDone(this));
  }

  connection(origin: string): Connection {
    const last = this.#last;
    if (last?.origin === origin && !last.destroyed) return last;
    const known = this.#connections.get(origin);
    if (known && !known.destroyed) return (this.#last = known);
    const { http, dial } = this.vu.context;
    if (this.#connections.size >= MOST_CONNECTIONS) this.#closeOldest();
    const made = connect(origin, dial, http.http2 ? this.vu.shared : null);
    this.#connections.set(origin, made);
    return (this.#last = made);
  }

  /** `response` of the exchange's answer, until it has another one. */
  response(): ResponseView {
    if (this.#response) this.#response.renew();
    else this.#response = new ResponseView(new LiveAnswer(this.exchange));
    return this.#response;
  }

  #closeOldest(): void {
    const [oldest] = this.#connections;
    if (!oldest) return;
    const [origin, connection] = oldest;
    this.#connections.delete(origin);
    connection.destroy(new Error('There are too many others'));
  }

  closeConnections(): void {
    for (const connection of this.#connections.values()) connection.destroy(new Error('The VU is done'));
    this.#connections.clear();
    this.#last = null;
  }

  /** Before a request is sent again. */
  pause(ms: number, then: () => void): void {
    const { clock } = this.vu.context;
    const timer = clock.at(clock.now() + ms, () => {
      this.#pause = null;
      then();
    });
    this.#pause = { timer, then };
  }

  /** Goes on at once where it pauses. */
  endPause(): void {
    const then = this.#pause?.then;
    this.cancelPause();
    then?.();
  }

  cancelPause(): void {
    this.#pause?.timer.cancel();
    this.#pause = null;
  }
}
