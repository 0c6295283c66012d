import { startEngine, type EngineRun } from '../../engine/client.ts';
import type { DebugAnswer, DebugCommand, DebugEvent, DebugQuestion } from '../../engine/debug/protocol.ts';
import type { RunRequest } from '../../engine/protocol.ts';
import type { RunEvent } from '../../run/events.ts';

export interface EngineLinkListeners {
  onRunEvent(event: RunEvent): void;
  onDebug(event: Exclude<DebugEvent, { kind: 'answer' }>): void;
  /** Once; why it ended by itself, null where that was its end. */
  onEnd(problem: string | null): void;
}

/** An engine that is debugged: commands to it, what it says, and questions with their answers. */
export class EngineLink {
  readonly #engine: EngineRun;
  readonly #answers = new Map<number, (answer: DebugAnswer) => void>();
  readonly #ended: Promise<void>;
  #asked = 0;
  #over = false;

  constructor(entry: string, request: RunRequest, listeners: EngineLinkListeners) {
    this.#engine = startEngine(entry, request, {
      onEvents: (events) => events.forEach((event) => listeners.onRunEvent(event)),
      onDebug: (event) => {
        if (event.kind === 'answer') this.#answered(event);
        else listeners.onDebug(event);
      },
    });
    this.#ended = this.#engine.finished.then(({ problem }) => {
      this.#close();
      listeners.onEnd(problem);
    });
  }

  get pid(): number | undefined {
    return this.#engine.pid;
  }

  tell(command: Exclude<DebugCommand, { kind: 'ask' }>): void {
    this.#engine.debug(command);
  }

  /** About the stopped iteration; a problem once it is over, so that nobody waits for ever. */
  ask(question: DebugQuestion): Promise<DebugAnswer> {
    if (this.#over) return Promise.resolve(OVER);
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      this.#engine.debug({ kind: 'ask', id, question });
    });
  }

  /** Ends the process at once; resolves when it has. */
  async kill(): Promise<void> {
    this.#close();
    this.#engine.kill();
    await this.#ended;
  }

  #answered({ id, answer }: Extract<DebugEvent, { kind: 'answer' }>): void {
    this.#answers.get(id)?.(answer);
    this.#answers.delete(id);
  }

  #close(): void {
    this.#over = true;
    for (const answer of this.#answers.values()) answer(OVER);
    this.#answers.clear();
  }
}

export const OVER: DebugAnswer = { kind: 'problem', problem: 'The scenario is over.' };
