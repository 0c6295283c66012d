import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PointBatch } from '../engine/protocol.ts';
import { count, plural } from '../report/format.ts';
import { reportFormat, targetPaths, usualTarget, type ReportFormat, type ReportSource } from '../report/formats.ts';
import { k6SummaryText } from '../report/k6-summary.ts';
import type { Receiver } from '../report/receivers/receiver.ts';
import type { RunEvent } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import { CliError, fileProblem } from './cli-error.ts';
import { GithubSummary } from './github-summary.ts';
import { K6JsonFile } from './k6-json-file.ts';
import type { OutputChoice } from './output-choice.ts';
import { checkWritable, journalPath, makeWayForJournal, writtenJournal } from './outputs.ts';
import type { PreparedRun } from './prepared-run.ts';
import { openReceivers } from './receivers.ts';
import { viewAssets } from './view-assets.ts';

export interface WrittenFile {
  readonly title: string;
  readonly path: string;
}

export interface FinishedOutputs {
  readonly written: readonly WrittenFile[];
  /** What could not be written, in sentences; it fails the run. */
  readonly failed: readonly string[];
  /** What receivers did not get, in sentences; it does not: the load was made and judged. */
  readonly lost: readonly string[];
  /** For the log of whoever runs this program. */
  readonly annotations: readonly string[];
}

export interface RunOutputsOptions {
  readonly outputs: readonly OutputChoice[];
  readonly summaryExport: string | null;
  /** Shows a warning while the run goes. */
  readonly warn: (message: string) => void;
}

/** Everything that a run writes besides the terminal. */
export class RunOutputs {
  readonly journal: string | null;
  readonly #points: readonly K6JsonFile[];
  readonly #reports: readonly { readonly format: ReportFormat; readonly target: string }[];
  readonly #summaryExport: string | null;
  readonly #receivers: readonly Receiver[];
  readonly #github: GithubSummary | null;

  /** @throws CliError where one of them can't be written or asked for like that. */
  static async open(prepared: PreparedRun, runId: string, options: RunOutputsOptions): Promise<RunOutputs> {
    const choices = options.outputs.filter((choice) => choice.type === 'receiver');
    return new RunOutputs(prepared, runId, options, await openReceivers(choices, process.env, options.warn));
  }

  private constructor(
    { plan, path: scenario }: PreparedRun,
    runId: string,
    { outputs, summaryExport }: RunOutputsOptions,
    receivers: readonly Receiver[],
  ) {
    this.#receivers = receivers;
    const journals = outputs.filter(({ type }) => type === 'journal');
    if (journals.length > 1) throw new CliError('There can be only one --out jsonl.', 'Leave one of them out.');
    const named = (target: string): string => target.replaceAll('{run}', runId);
    this.journal = journals[0] ? journalPath(journals[0].target && named(journals[0].target), runId) : null;
    this.#reports = outputs.flatMap((choice) => {
      if (choice.type !== 'report') return [];
      const format = reportFormat(choice.kind);
      return [{ format, target: choice.target === null ? usualTarget(format, runId) : named(choice.target) }];
    });
    this.#summaryExport = summaryExport && named(summaryExport);
    const github = outputs.find((choice) => choice.type === 'github');
    this.#github = github ? new GithubSummary(github.target && named(github.target), scenario, process.env) : null;
    const paths = this.#reports.flatMap(({ format, target }) => targetPaths(format, target));
    for (const path of [...paths, ...(this.#summaryExport === null ? [] : [this.#summaryExport])]) checkWritable(path);
    this.#points = outputs.flatMap((choice) =>
      choice.type === 'points' ? [new K6JsonFile(named(choice.target), plan)] : [],
    );
    // Last, as nothing is to be lost where another output can't be written.
    if (this.journal !== null) makeWayForJournal(this.journal);
  }

  get wantsPoints(): boolean {
    return this.#points.length > 0;
  }

  /** After the model has them. */
  onEvents(events: readonly RunEvent[], run: RunModel): void {
    for (const file of this.#points) file.onEvents(events);
    for (const event of events) {
      if (event.type === 'interval') for (const receiver of this.#receivers) receiver.onInterval(run, event);
    }
  }

  onPoints(batch: PointBatch): void {
    for (const file of this.#points) file.onPoints(batch);
  }

  /** Writes the rest; what can't be written is told, and costs none of the others. */
  async finish(run: RunModel): Promise<FinishedOutputs> {
    const written: WrittenFile[] = [];
    const failed: string[] = [];
    const lost: string[] = [];
    const attempt = async (title: string, path: string, write: () => void | Promise<void>): Promise<void> => {
      try {
        await write();
        written.push({ title, path });
      } catch (error) {
        failed.push(error instanceof CliError ? error.message : `${path} can't be written: ${fileProblem(error)}.`);
      }
    };
    const delivered = Promise.all(
      this.#receivers.map(async (receiver) => ({ receiver, result: await receiver.finish(run) })),
    );
    const source: ReportSource = { run, assets: viewAssets };
    for (const { format, target } of this.#reports) {
      const paths = targetPaths(format, target);
      await attempt(format.title, paths.join(', '), () => writeReport(format, paths, source));
    }
    for (const file of this.#points) await attempt('k6 JSON', file.path, () => file.close());
    const summary = this.#summaryExport;
    if (summary !== null) await attempt('Summary', summary, () => writeFileSync(summary, `${k6SummaryText(run)}\n`));
    const github = this.#github;
    if (github) await attempt('GitHub summary', github.path, () => github.write(run));
    for (const { receiver, result } of await delivered) {
      const { sent, lost: missing, unit, problem } = result;
      if (sent > 0 || missing === 0) written.push({ title: receiver.title, path: `${plural(sent, unit)} sent` });
      if (missing > 0)
        lost.push(
          `${receiver.title} did not get ${count(missing)} of ${plural(sent + missing, unit)}: ${problem ?? ''}.`,
        );
    }
    const journal = this.journal && writtenJournal(this.journal);
    // There is none where the engine was ended before it began.
    if (journal !== null && existsSync(journal)) written.push({ title: 'Journal', path: journal });
    return { written, failed, lost, annotations: github?.annotations(run) ?? [] };
  }
}

/** Writes all files of a format. */
export async function writeReport(format: ReportFormat, paths: readonly string[], source: ReportSource): Promise<void> {
  const texts = await format.texts(source);
  for (const [index, path] of paths.entries()) writeFileSync(resolve(path), texts[index] ?? '');
}
