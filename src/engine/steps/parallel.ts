import type { ParallelStep } from '../../scenario/plan.ts';
import type { Lane } from '../lane.ts';
import { isOfScenario, WAIT, type Op, type ScenarioError, type Vu } from '../vu.ts';
import type { StepContext } from './program.ts';
import { RequestRunner } from './request.ts';

/** What a VU has done of a batch. */
interface Batch {
  /** Index of the next request to send. */
  next: number;
  underWay: number;
  /** The first in the order of the file; the others are still waited for. */
  failure: { readonly index: number; readonly error: ScenarioError } | null;
  /** Of the last request in the order of the file. */
  response: { readonly index: number; readonly view: unknown } | null;
}

/**
 * k6's `http.batch`: sends all requests at once, as far as `connections` allow; the rest as connections become free. It goes on when the
 * slowest is done. A request that fails doesn't cancel the others; where something could not be captured, the iteration ends after them.
 */
export function parallelOp(step: ParallelStep, context: StepContext, next: number): Op {
  const batches = new WeakMap<Vu, Batch>();
  const requests = step.requests.map(
    (request, index) => new RequestRunner(request, context, { done: (lane, error) => onDone(lane, index, error) }),
  );

  /** Sends the next request that is wanted over a free lane. */
  function send(lane: Lane, batch: Batch): void {
    for (let request = requests[batch.next]; request; request = requests[batch.next]) {
      const index = batch.next++;
      try {
        if (!request.wanted(lane.vu)) continue;
        request.send(lane);
        batch.underWay++;
        return;
      } catch (error) {
        if (!isOfScenario(error)) throw error;
        noteFailure(batch, index, error);
      }
    }
  }

  function onDone(lane: Lane, index: number, error: ScenarioError | null): void {
    const { vu } = lane;
    const batch = batches.get(vu);
    if (!batch) return;
    batch.underWay--;
    if (error) noteFailure(batch, index, error);
    if (index >= (batch.response?.index ?? 0)) batch.response = { index, view: vu.scope.response };
    if (!vu.stopping) send(lane, batch);
    if (batch.underWay > 0) return;
    batches.delete(vu);
    vu.set('response', batch.response?.view);
    if (batch.failure) vu.fail(batch.failure.error, lineOf(batch.failure.index));
    else vu.resume();
  }

  function lineOf(index: number): number {
    return (step.requests[index] ?? step).range.start.line;
  }

  return (vu) => {
    const batch: Batch = { next: 0, underWay: 0, failure: null, response: null };
    batches.set(vu, batch);
    for (let index = 0; index < step.connections && batch.next < requests.length; index++) {
      send(vu.laneAt(index), batch);
    }
    if (batch.underWay > 0) {
      vu.resumeAt = next;
      return WAIT;
    }
    // Not one could be sent, or none was wanted.
    if (batch.failure) throw batch.failure.error;
    return next;
  };
}

function noteFailure(batch: Batch, index: number, error: ScenarioError): void {
  if (!batch.failure || index < batch.failure.index) batch.failure = { index, error };
}
