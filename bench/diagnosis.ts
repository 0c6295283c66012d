/**
 * What the diagnosis of an hour's run costs (3,600 intervals × 20 endpoints), for live views ask for it several times a second.
 * Ends with status 1 where the median is over the budget.
 *
 *     node bench/diagnosis.ts
 */
import { diagnose } from '../src/report/diagnosis/index.ts';
import { RunModel } from '../src/run/model.ts';
import { builtRun, spread } from '../test/support/built-run.ts';

const BUDGET_MS = 20;
const ROUNDS = 40;

const paths = Array.from({ length: 20 }, (_, n) => `/endpoint-${n}`);
const events = builtRun({
  scenario: `vus: 20\nduration: 1h\nsteps:\n${paths.map((path) => `  - get: http://127.0.0.1${path}\n`).join('')}`,
  endpoints: Object.fromEntries(paths.map((path) => [`GET ${path}`, 0.2])),
  answer: ({ second, draw }) =>
    draw() < 0.01
      ? { ms: 3, status: 503, kind: '5xx', errorCode: 1503 }
      : { ms: (20 + second / 200) * spread(draw) * (draw() < 0.3 ? 4 : 1) },
});

const run = new RunModel();
const loadStart = performance.now();
for (const event of events) run.apply(event);
const loadMs = performance.now() - loadStart;

const times: number[] = [];
let findings = 0;
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  findings = diagnose(run).length;
  times.push(performance.now() - start);
}
const first = times[0] ?? 0;
times.sort((a, b) => a - b);
const median = times[ROUNDS / 2] ?? 0;
console.log(
  `load ${loadMs.toFixed(0)} ms, ${findings} findings; diagnosis: first ${first.toFixed(1)} ms, median ${median.toFixed(1)} ms`,
);
if (median > BUDGET_MS) {
  console.log(`That is over the budget of ${BUDGET_MS} ms.`);
  process.exitCode = 1;
}
