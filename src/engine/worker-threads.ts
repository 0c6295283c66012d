import type { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerInit } from './worker-protocol.ts';

/** What a worker answers when it is asked; `abort` and `debug` come by themselves. */
export type Answer = Exclude<FromWorker, { readonly type: 'abort' | 'debug' }>;
type Unasked = Exclude<FromWorker, Answer>;
type AnswerOf<T extends Answer['type']> = Extract<Answer, { readonly type: T }>;

export interface WorkerThreadsEvents {
  unasked(message: Unasked): void;
  /** A thread is gone, and the run with it. */
  error(error: Error): void;
}

/** The worker threads of a run: what is sent to them, and what they answer. */
export class WorkerThreads {
  readonly #thread: () => Worker;
  readonly #events: WorkerThreadsEvents;
  readonly #threads: Worker[] = [];
  readonly #waiting = new Map<string, (message: Answer) => void>();

  /** `thread`: a new one, which waits for its `WorkerInit`. */
  constructor(thread: () => Worker, events: WorkerThreadsEvents) {
    this.#thread = thread;
    this.#events = events;
  }

  /** Resolves when all of them can be sent to. */
  async start(inits: readonly WorkerInit[]): Promise<void> {
    for (const init of inits) {
      const thread = this.#thread();
      thread.postMessage(init);
      const worker = this.#threads.push(thread) - 1;
      thread.on('message', (message: FromWorker) => this.#received(worker, message));
      thread.on('error', (error) => this.#events.error(error));
    }
    await this.answers('ready');
  }

  /** To all of them. */
  send(message: ToWorker): void {
    for (const thread of this.#threads) thread.postMessage(message);
  }

  /** All answers to what is sent next. */
  async answers<T extends Answer['type']>(type: T): Promise<AnswerOf<T>[]> {
    return Promise.all(this.#threads.map((_, worker) => this.#answer(worker, type)));
  }

  /** What only one of them does: setup, refresh, teardown. */
  async askFirst<T extends Answer['type']>(message: ToWorker, type: T): Promise<AnswerOf<T>> {
    const answer = this.#answer(0, type);
    this.#threads[0]?.postMessage(message);
    return answer;
  }

  async terminate(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }

  #received(worker: number, message: FromWorker): void {
    if (message.type === 'debug' || message.type === 'abort') {
      this.#events.unasked(message);
      return;
    }
    const key = `${worker} ${message.type}`;
    const answer = this.#waiting.get(key);
    this.#waiting.delete(key);
    answer?.(message);
  }

  #answer<T extends Answer['type']>(worker: number, type: T): Promise<AnswerOf<T>> {
    return new Promise((resolve) => {
      this.#waiting.set(`${worker} ${type}`, (message) => {
        if (isType(message, type)) resolve(message);
      });
    });
  }
}

function isType<T extends Answer['type']>(message: Answer, type: T): message is AnswerOf<T> {
  return message.type === type;
}
