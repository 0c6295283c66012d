/**
 * Records the journals in test/report/recorded: real runs of the built engine against real servers on loopback.
 *
 *     node esbuild.js && node test/support/diagnosis-runs/record.ts [CASE …]
 *
 * The whole takes six minutes. What tests don't read is left out, so that a journal has some ten kB. A recording that the
 * machine spoilt (its generator was not trustworthy) is made again.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RunEvent } from '../../../src/run/events.ts';
import { diagnose, findingText } from '../../../src/report/diagnosis/index.ts';
import { generatorReason } from '../../../src/report/trust-words.ts';
import { runScenario, type ScenarioRun } from '../run-scenario.ts';
import { CASES, type RecordedCase } from './cases.ts';

const FOLDER = join(import.meta.dirname, '../../report/recorded');
const MOST_TRIES = 8;

for (const [name, recorded] of Object.entries(CASES)) {
  if (process.argv.length > 2 && !process.argv.includes(name)) continue;
  for (let nth = 1; nth <= MOST_TRIES; nth++) {
    const { run, events } = await record(recorded);
    const { trust } = run.generator.judgement;
    if (trust === (recorded.trust ?? 'trustworthy')) {
      const journal = slim(events).map((event) => `${JSON.stringify(event)}\n`);
      writeFileSync(join(FOLDER, `${name}.run.jsonl.gz`), gzipSync(journal.join(''), { level: 9 }));
      console.log(name);
      for (const finding of diagnose(run)) console.log(`  ${finding.rule}: ${findingText(finding)}`);
      break;
    }
    console.log(
      `${name}: try ${nth} is of a generator that was ${trust} (${generatorReason(run.generator.judgement)})`,
    );
  }
}

async function record({ scenario, behave, secrets, onStart }: RecordedCase): Promise<ScenarioRun> {
  const behaviour = behave();
  let firstMs: number | null = null;
  const server = createServer((request, response) => {
    const now = performance.now();
    firstMs ??= now;
    request.resume();
    void behaviour(request, response, now - firstMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let started = false;
  try {
    return await runScenario(scenario(`http://127.0.0.1:${port}`), {
      ...(secrets ? { secrets } : {}),
      onEvent(_, engine) {
        if (!started) onStart?.(engine);
        started = true;
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** What the machine is called is nobody's business, and the phases of a request are none of the diagnosis's. */
function slim(events: readonly RunEvent[]): RunEvent[] {
  const unread = new Set(
    events.flatMap((event) =>
      event.type === 'series' && /^(data_|group_|http_req_(?!duration|failed)|vus)/.test(event.metric)
        ? [event.id]
        : [],
    ),
  );
  const kept = <D extends readonly [id: number, ...rest: unknown[]]>(deltas: readonly D[] | undefined): D[] =>
    (deltas ?? []).filter(([id]) => !unread.has(id));
  return events.flatMap((event): RunEvent[] => {
    switch (event.type) {
      case 'run-start':
        return [{ ...event, machine: { ...event.machine, hostname: 'recorder' } }];
      case 'series':
        return unread.has(event.id) ? [] : [event];
      case 'interval': {
        const { type, fromMs, toMs, vus, health, rates = [] } = event;
        const [counters, trends] = [kept(event.counters), kept(event.trends)];
        return [{ type, fromMs, toMs, counters, rates, trends, vus, health }];
      }
      default:
        return [event];
    }
  });
}
