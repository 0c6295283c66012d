import type { AnswerHandler, Breaker } from '../connection.ts';
import type { ConnectTimes, DialOptions } from '../dial.ts';
import type { WireRequest } from '../exchange.ts';
import { Http1Connection } from '../http1-connection.ts';
import { RetoldAnswer, type Told } from './retold-answer.ts';
import { WireSocket } from './wire-socket.ts';
import type { Wire } from '../wire.ts';

/** undici in the place of a raw connection, with its socket where there is one. */
export class UndiciSuccessor {
  readonly #undici: Http1Connection;
  readonly #socket: WireSocket | null;
  #answer: RetoldAnswer | null = null;

  /** `answer`: the request has been written on the wire, and this came for it. */
  constructor(origin: string, options: DialOptions, wire: Wire | null, answer: Buffer | null) {
    this.#socket = wire && new WireSocket(wire, answer);
    this.#undici = new Http1Connection(origin, options, this.#socket);
  }

  /** It has a socket: the next request is its own, too. */
  get connected(): boolean {
    return this.#undici.connected;
  }

  takeConnectTimes(): ConnectTimes {
    return this.#undici.takeConnectTimes();
  }

  /** Tells `handler` of the request's fate as `breaker`'s. `onOver` is called right before the end is told. */
  dispatch(request: WireRequest, breaker: Breaker, handler: AnswerHandler, told: Told, onOver: () => void): void {
    this.#answer = new RetoldAnswer(breaker, handler, told, () => {
      this.#socket?.passOn();
      onOver();
    });
    this.#undici.dispatch(request, this.#answer);
  }

  /** Ends at once, without a word. */
  destroy(reason: Error): void {
    this.#answer?.stop();
    this.#undici.destroy(reason);
    this.#socket?.destroy();
  }
}
