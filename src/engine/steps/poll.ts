import type { PollStep } from '../../scenario/plan.ts';
import { ExpressionError } from '../../scenario/expression.ts';
import { perStage } from '../metrics/per-stage.ts';
import { StepError, WAIT, type Program, type Vu } from '../vu.ts';
import type { StepContext } from './program.ts';
import { besides, RequestRunner, type RequestMeasures } from './request.ts';

/**
 * Sends a request every so often until a condition on its answer holds, and records `poll_duration` from the first try until then. Each try
 * is a request; checks and captures are those of the last one. A poll that is not done in time counts in `errors{kind:timeout}` and ends the
 * iteration.
 *
 * ```
 *  begin ──► try … answer ─┬─► until holds: next
 *             ▲            └─► pause
 *             └──────────────────┘
 * ```
 */
export function pollOps(program: Program, step: PollStep, context: StepContext): void {
  const { scenario } = context;
  const { request, everyMs, timeoutMs } = step;
  const { clock, recorder } = scenario;
  const until = scenario.compiler.compile(step.until);
  const { line } = step.range.start;
  const ofPoll = besides((tags) => ({
    duration: perStage(scenario, (stage) => recorder.trend('poll_duration', { ...tags, stage })),
    errors: perStage(scenario, (stage) => recorder.counter('errors', { ...tags, kind: 'timeout', stage })),
  }));
  /** All tries of a poll have the same tags. */
  const polls = new WeakMap<Vu, { readonly startMs: number; readonly measures: RequestMeasures }>();
  /** Why the condition could not be worked out the last time. */
  const problems = new WeakMap<Vu, string>();

  const leftMs = (vu: Vu): number => (polls.get(vu)?.startMs ?? 0) + timeoutMs - clock.now();

  const holds = (vu: Vu): boolean => {
    problems.delete(vu);
    try {
      return vu.evaluate(until) === true;
    } catch (error) {
      // What an unfinished job does not have yet is what is being waited for.
      if (!(error instanceof ExpressionError)) throw error;
      problems.set(vu, error.message);
      return false;
    }
  };

  const timeout = (vu: Vu): StepError => {
    const poll = polls.get(vu);
    if (poll) recorder.add(ofPoll(poll.measures).errors(), 1, clock.now());
    const problem = problems.get(vu);
    const why = problem === undefined ? '' : ` At the last try it could not be worked out: ${problem}`;
    return new StepError(
      `${request.name} was polled for ${timeoutMs / 1000} s, and \`${step.until.source}\` did not hold.${why}`,
      line,
    );
  };

  const runner = new RequestRunner(request, context, {
    reads: [step.until],
    goesOn({ vu, exchange }) {
      if (!exchange.lost && holds(vu)) return null;
      return () => vu.pause(Math.max(0, Math.min(everyMs, leftMs(vu))));
    },
    done({ vu }, error) {
      if (error) vu.fail(error, request.range.start.line);
      else {
        const poll = polls.get(vu);
        if (poll && !vu.stopping)
          recorder.record(ofPoll(poll.measures).duration(), clock.now() - poll.startMs, clock.now());
        vu.resumeAt = next;
        vu.resume();
      }
    },
  });

  const { ops } = program;
  const next = ops.length + 2;
  const attempt = ops.length + 1;
  ops.push((vu) => {
    problems.delete(vu);
    if (!runner.wanted(vu)) return next;
    polls.set(vu, { startMs: clock.now(), measures: runner.measuresFor(vu) });
    return attempt;
  });
  ops.push((vu) => {
    const left = leftMs(vu);
    if (left <= 0) throw timeout(vu);
    vu.resumeAt = attempt;
    runner.send(vu.lane, Math.min(request.timeoutMs, left), polls.get(vu)?.measures);
    return WAIT;
  });
}
