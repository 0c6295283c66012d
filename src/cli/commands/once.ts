import { randomInt } from 'node:crypto';
import { startEngine, type EngineRun } from '../../engine/client.ts';
import { ExitCode, type RunEvent, type Sample, type SeriesDefinition } from '../../run/events.ts';
import { RunModel } from '../../run/model.ts';
import { duration } from '../../report/format.ts';
import { exchangeLines } from '../../report/text-exchange.ts';
import { oneLine, pad, plainSpaces, truncate } from '../../report/text-layout.ts';
import { messageLines } from '../../report/text-tables.ts';
import { statusTitle } from '../../report/words.ts';
import { oncePlan } from '../../scenario/index.ts';
import { engineEntry } from '../engine-entry.ts';
import { prepareRun } from '../prepared-run.ts';
import { headerText } from '../run-header.ts';
import { StopSignals } from '../stop-signals.ts';
import { Terminal } from '../terminal.ts';

export interface OnceOptions {
  readonly env?: readonly (readonly [string, string])[];
  readonly secret?: readonly (readonly [string, string])[];
  readonly scenario?: readonly string[];
  readonly seed?: number;
  readonly color: boolean;
}

/** A request as its samples tell it. */
interface Exchange {
  readonly atMs: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly durationMs: number;
}

/**
 * One iteration of each scenario: every request with its status and time in the order of their ends, and the failed ones
 * in full. Thresholds are not judged: one iteration proves nothing about them.
 */
export async function once(path: string, options: OnceOptions): Promise<number> {
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const prepared = prepareRun(path, options, errors);
  const run = new RunModel();
  const exchanges: Exchange[] = [];
  const series = new Map<number, SeriesDefinition>();
  let engine: EngineRun | null = null;
  const signals = new StopSignals((nth) => (nth <= 2 ? engine?.stop() : engine?.kill()));
  try {
    engine = startEngine(
      engineEntry(),
      {
        plan: oncePlan(prepared.plan),
        scenario: { file: prepared.plan.file, text: prepared.text },
        env: prepared.env,
        secrets: prepared.secrets,
        options: {
          runId: 'once',
          workers: 1,
          seed: options.seed ?? randomInt(2 ** 31),
          journal: null,
          points: true,
          allowEmptyThresholds: true,
          overrides: prepared.overrides,
        },
      },
      {
        onEvents: (events: readonly RunEvent[]) => {
          for (const event of events) {
            run.apply(event);
            if (event.type === 'series') series.set(event.id, event);
            if (event.type === 'run-start') terminal.line(headerText(event, terminal));
          }
        },
        onPoints: ({ series: ids, times, values }) => {
          for (const [index, id] of ids.entries()) {
            const definition = series.get(id);
            if (definition?.metric !== 'http_req_duration') continue;
            exchanges.push({ atMs: times[index] ?? 0, tags: definition.tags, durationMs: values[index] ?? 0 });
          }
        },
      },
    );
    const { end, problem } = await engine.finished;
    run.markInterrupted();
    for (const line of onceLines(run, exchanges, terminal)) terminal.line(line === '' ? '' : `  ${line}`);
    if (problem !== null) terminal.line(terminal.paint.fail(problem));
    if (end) return end.exitCode;
    return signals.stopped ? ExitCode.externalAbort : ExitCode.internalError;
  } finally {
    signals.close();
  }
}

function onceLines(run: RunModel, exchanges: readonly Exchange[], { columns, paint }: Terminal): string[] {
  const width = columns - 4;
  const samples = [...run.samples];
  const setupFailures = samples.filter(({ phase }) => phase !== 'load');
  const ordered = [...exchanges].sort((a, b) => a.atMs - b.atMs);
  const nameWidth = Math.max(0, ...ordered.map(({ tags }) => displayedName(tags).length));
  const lines = ordered.flatMap(({ tags, durationMs }) => {
    const failed = tags['expected_response'] === 'false';
    const status = Number(tags['status'] ?? 0);
    const name = pad(truncate(displayedName(tags), width - 40), Math.min(nameWidth, width - 40), 'left');
    const outcome = status > 0 ? statusTitle(status) : 'no response';
    const line = `${name}  ${pad(outcome, 24, 'left')}  ${plainSpaces(duration(durationMs))}`;
    const sample = failed ? takeSample(samples, tags) : undefined;
    return [
      failed ? `${paint.fail('✗')} ${line}` : `${paint.pass('✓')} ${line}`,
      ...(sample ? indented(exchangeLines(sample, width - 4, paint)) : []),
    ];
  });
  // What the samples of the load did not account for: failures of setup and teardown.
  for (const sample of setupFailures.filter((one) => samples.includes(one))) {
    lines.push(
      `${paint.fail('✗')} ${oneLine(sample.name)} (${sample.phase})`,
      ...indented(exchangeLines(sample, width - 4, paint)),
    );
  }
  if (lines.length === 0) lines.push(paint.dim('No request was sent.'));
  const messages = messageLines(run, width, paint);
  const reason = run.end?.reason ?? '';
  return [
    ...lines,
    ...(messages.length > 0 ? ['', ...messages] : []),
    ...(reason === '' ? [] : ['', paint.fail(oneLine(reason))]),
  ];
}

/** The kept exchange of such a request; each is shown once. */
function takeSample(samples: Sample[], tags: Exchange['tags']): Sample | undefined {
  const index = samples.findIndex(({ name, response }) => {
    return name === tags['name'] && (response?.status ?? 0) === Number(tags['status'] ?? 0);
  });
  return index < 0 ? undefined : samples.splice(index, 1)[0];
}

function displayedName({ method = '', name = '' }: Exchange['tags']): string {
  return oneLine(name.startsWith(`${method} `) ? name : `${method} ${name}`);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}
