/**
 * `npm run bench:quick`: less than a minute, for information. It prints how this program stands to autocannon on this
 * machine, and how long `validate` takes; it never fails for a figure, nor where something it needs is missing.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES_FOLDER } from './case.ts';
import { CLOSED_LOOP } from './cases/closed-loop.ts';
import { AUTOCANNON } from './generators/autocannon.ts';
import { thisMachine } from './machine.ts';
import { ratioOf, runRounds } from './rounds.ts';
import { contendersOf, DEFAULT_DIST, findPeers, startTarget } from './setting.ts';
import { measureValidate } from './start-up.ts';
import { median } from './statistics.ts';
import { caseTable, ratioText } from './tables.ts';

const LONGEST_MS = 55_000;
const ROUNDS = { rounds: 2, warmUpMs: 1000, windowMs: 3000, patience: 0, log: () => undefined };

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { dist: { type: 'string', default: DEFAULT_DIST } } });
  const dist = resolve(values.dist);
  const machine = thisMachine();
  const { found, missing } = await findPeers([AUTOCANNON]);
  for (const { name } of missing) console.log(`Not found: ${name}; there is nothing to compare with.`);
  const target = await startTarget(CLOSED_LOOP, machine);
  if (target === null) return;
  try {
    const results = await runRounds(contendersOf({}, dist, found, machine), CLOSED_LOOP, target, machine, ROUNDS);
    const { cpuModel, cores, pinning } = machine.description;
    console.log(`Closed loop, 100 users, on ${cores} × ${cpuModel}; ${pinning}. For information.\n`);
    console.log(caseTable(CLOSED_LOOP, results));
    const [ours, theirs] = results;
    if (ours !== undefined && theirs !== undefined) {
      const rate = ratioText(ratioOf(ours, theirs, 'rate'));
      console.log(
        `\nrequests/s ÷ autocannon's: ${rate}; CPU per request: ${ratioText(ratioOf(ours, theirs, 'cpuPer100k'))}`,
      );
    }
    const validations = await measureValidate(join(CASES_FOLDER, 'closed-loop.load.yaml'), machine, {
      rounds: 5,
      dist,
    });
    console.log(`validate: ${(median(validations) ?? 0).toFixed(0)} ms`);
  } finally {
    await target.close();
  }
}

setTimeout(() => {
  console.log('The benchmark took too long and is left out.');
  process.exit(0);
}, LONGEST_MS).unref();
try {
  await main();
} catch (error) {
  console.log(`The benchmark is left out: ${error instanceof Error ? error.message : String(error)}`);
}
