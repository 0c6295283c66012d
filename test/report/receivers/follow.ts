import type { Receiver, ReceiverOptions, ReceiverResult } from '../../../src/report/receivers/receiver.ts';
import { RunModel } from '../../../src/run/model.ts';
import { sampleEvents } from '../sample-run.ts';

/** Lets a receiver follow the sample run to its end. */
export async function follow(
  open: (options: ReceiverOptions) => Receiver,
  target: string | null,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly result: ReceiverResult; readonly troubles: readonly string[] }> {
  const troubles: string[] = [];
  const receiver = open({ target, env, onTrouble: (message) => troubles.push(message) });
  const run = new RunModel();
  for (const event of sampleEvents()) {
    run.apply(event);
    if (event.type === 'interval') receiver.onInterval(run, event);
  }
  return { result: await receiver.finish(run), troubles };
}
