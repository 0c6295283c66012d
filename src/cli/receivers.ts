import type { Receiver } from '../report/receivers/receiver.ts';
import { CliError } from './cli-error.ts';
import type { OutputChoice } from './output-choice.ts';

/**
 * Opens what follows a run live. Its client libraries are a bundle of their own, for no other command has to wait for them.
 *
 * @throws CliError where one was asked for in a way that cannot work.
 */
export async function openReceivers(
  choices: readonly Extract<OutputChoice, { type: 'receiver' }>[],
  env: Readonly<Record<string, string | undefined>>,
  onTrouble: (message: string) => void,
): Promise<Receiver[]> {
  if (choices.length === 0) return [];
  const { openReceiver, ReceiverError } = await import('../report/receivers/open-receiver.ts');
  try {
    return choices.map(({ kind, target }) => openReceiver(kind, { target, env, onTrouble }));
  } catch (error) {
    if (error instanceof ReceiverError) throw new CliError(error.message, error.wayOut);
    throw error;
  }
}
