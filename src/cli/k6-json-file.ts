import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PointBatch } from '../engine/protocol.ts';
import { K6JsonLines } from '../report/k6-json.ts';
import type { RunEvent } from '../run/events.ts';
import type { Plan } from '../scenario/plan.ts';
import { CliError, fileProblem } from './cli-error.ts';
import { openForWriting } from './outputs.ts';

/** A file of k6's JSON lines that grows with the run; gzip where its name ends with `.gz`. */
export class K6JsonFile {
  readonly path: string;
  readonly #lines: K6JsonLines;
  readonly #target: NodeJS.WritableStream;
  readonly #file: WriteStream;
  #problem: Error | null = null;
  #startUnixMs = Number.NaN;

  /** @throws CliError where the file cannot be written. */
  constructor(path: string, plan: Plan) {
    this.path = path;
    this.#lines = new K6JsonLines(plan);
    this.#file = createWriteStream(path, { fd: openForWriting(path) });
    this.#file.on('error', (error) => (this.#problem ??= error));
    if (path.endsWith('.gz')) {
      const gzip = createGzip();
      gzip.pipe(this.#file);
      this.#target = gzip;
    } else {
      this.#target = this.#file;
    }
  }

  onEvents(events: readonly RunEvent[]): void {
    for (const event of events) {
      if (event.type === 'series') this.#lines.onSeries(event);
      else if (event.type === 'load-start') this.#startUnixMs = event.time;
      else if (event.type === 'interval' && event.fromMs < event.toMs && !Number.isNaN(this.#startUnixMs))
        this.#write(this.#lines.vuLines(event, this.#startUnixMs + event.toMs));
    }
  }

  onPoints(batch: PointBatch): void {
    this.#write(this.#lines.lines(batch));
  }

  #write(lines: string): void {
    if (!this.#problem) this.#target.write(lines);
  }

  /** Writes what is left. @throws CliError where some of it could not be written. */
  async close(): Promise<void> {
    this.#target.end();
    await finished(this.#file).catch(
      (error: unknown) => (this.#problem ??= error instanceof Error ? error : new Error(String(error))),
    );
    if (this.#problem) throw new CliError(`${this.path} is incomplete: ${fileProblem(this.#problem)}.`);
  }
}
