/** How a run goes, for a terminal: a block of some lines, or one line where nothing can be redrawn. */
import type { RunModel } from '../run/model.ts';
import { totalRow } from '../run/tables.ts';
import { count, duration, percent, rate } from './format.ts';
import { generatorState, stalledMs } from '../run/generator-health.ts';
import { pad, plainSpaces, truncate, type Paint, type Palette } from './text-layout.ts';
import { headlineOf, tallyOf } from './words.ts';

/** Rates are of the last seconds, so that they show what happens now; latencies are of the whole run, as thresholds see them. */
const RECENT_MS = 5_000;

export function progressBlock(run: RunModel, width: number, paint: Palette): string[] {
  const inner = width - 4;
  const head = truncate(headlineOf(run).text, inner);
  const lines = [paint.bold(head)];
  if (run.state === 'running') {
    lines.push(
      progressBar(run, inner, paint),
      '',
      ...[
        ['requests', requestsText(run, (text, columns) => pad(text, columns, 'left'))],
        ['latency', latencyText(run)],
        ['generator', generatorText(run)],
      ].map(([title = '', text = '']) => `${paint.dim(pad(title, 9, 'left'))}  ${truncate(text, inner - 11)}`),
    );
    const requirements = requirementsText(run);
    if (requirements !== null) {
      const { symbol, paint: colour } = requirements.look(paint);
      lines.push('', `${colour(symbol)} ${truncate(requirements.text, inner - 2)}`);
    }
  }
  return lines.map((line) => plainSpaces(line === '' ? '' : `  ${line}`));
}

/** The same in one line, which may be as long as it needs. */
export function progressLine(run: RunModel): string {
  const parts = [headlineOf(run).text];
  if (run.state === 'running') {
    parts.push(`requests ${requestsText(run, (text) => text)}`, latencyText(run));
    const requirements = requirementsText(run);
    if (requirements !== null) parts.push(requirements.text);
  }
  return plainSpaces(parts.join('   '));
}

function progressBar(run: RunModel, width: number, paint: Palette): string {
  const share = run.plannedMs > 0 ? Math.min(1, run.elapsedMs / run.plannedMs) : 0;
  const done = Math.floor(share * width);
  if (done >= width) return paint.figure('━'.repeat(width));
  return paint.figure(`${'━'.repeat(done)}╺`) + paint.dim('─'.repeat(width - done - 1));
}

function requestsText(run: RunModel, align: (text: string, columns: number) => string): string {
  const total = totalRow(run);
  if (!total || total.requests === 0) return 'none yet';
  return [
    align(count(total.requests), 8),
    align(rate(recentPerSecond(run)), 13),
    `failed ${percent(total.failed / total.requests)}`,
  ].join('  ');
}

function recentPerSecond(run: RunModel): number {
  // Intervals are about a second, but longer ones in the later hours of a run.
  const first = run.intervals.findLast(({ fromMs }) => run.elapsedMs - fromMs > RECENT_MS - 500) ?? run.intervals[0];
  const window = { fromMs: first?.fromMs ?? 0, toMs: run.elapsedMs };
  const sink = run.total('http_reqs', {}, window);
  const seconds = (window.toMs - window.fromMs) / 1000;
  return sink?.kind === 'counter' && seconds > 0 ? sink.sum / seconds : 0;
}

function latencyText(run: RunModel): string {
  const sink = run.total('http_req_duration');
  if (sink?.kind !== 'trend' || sink.count === 0) return 'no samples yet';
  return [50, 95, 99].map((percentile) => `p${percentile} ${duration(sink.percentile(percentile))}`).join('   ');
}

/** The worst worker's state, event-loop delay and CPU. */
function generatorText(run: RunModel): string {
  if (run.health.length === 0) return 'starting';
  const eventLoopDelayP99Ms = Math.max(...run.health.map((worker) => worker.eventLoopDelayP99Ms));
  const eventLoopDelayMaxMs = Math.max(...run.health.map((worker) => worker.eventLoopDelayMaxMs));
  const stalled = stalledMs(run);
  const cpu = Math.max(...run.health.map((worker) => worker.cpu));
  const state = generatorState({ eventLoopDelayP99Ms, eventLoopDelayMaxMs, cpu });
  const delay =
    stalled > 0 ? `stood still for ${duration(stalled)}` : `event loop p99 ${duration(eventLoopDelayP99Ms)}`;
  return `${state}, ${delay}, CPU ${percent(cpu)}`;
}

interface RequirementsText {
  readonly text: string;
  look(paint: Palette): { readonly symbol: string; readonly paint: Paint };
}

function requirementsText(run: RunModel): RequirementsText | null {
  const results = run.thresholds;
  if (results.length === 0) return null;
  const tally = tallyOf(results);
  const passing = tally.pass + tally.warn;
  const nouns = results.length === 1 ? 'requirement' : 'requirements';
  const notYet = tally['not-yet'] > 0 ? `, ${tally['not-yet']} not yet` : '';
  const waiting = `${notYet}${tally['no-data'] > 0 ? `, ${tally['no-data']} without data yet` : ''}`;
  if (tally.fail > 0) {
    const text = `${tally.fail} of ${results.length} ${nouns} failing so far${waiting}`;
    return { text, look: (paint) => ({ symbol: '✗', paint: paint.fail }) };
  }
  if (passing === 0) {
    return {
      text: `${results.length} ${nouns}${notYet === '' ? ', without data yet' : waiting}`,
      look: (paint) => ({ symbol: '?', paint: paint.dim }),
    };
  }
  const text = `${passing} of ${results.length} ${nouns} passing so far${waiting}`;
  return { text, look: (paint) => ({ symbol: '✓', paint: paint.pass }) };
}
