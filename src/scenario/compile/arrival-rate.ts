import type { Scenario } from '../generated/scenario-document.ts';
import type { SourcePath } from '../source.ts';
import { parseRate } from '../units.ts';
import type { Compilation } from './compilation.ts';

/** k6's default. */
const DEFAULT_TIME_UNIT_MS = 1000;

/** Milliseconds of what a rate counts in. */
export function timeUnit(scenario: Scenario, path: SourcePath, compilation: Compilation): number {
  const ms = compilation.duration(scenario.timeUnit, DEFAULT_TIME_UNIT_MS);
  if (ms > 0) return ms;
  compilation.report('zero-duration', 'A rate per 0s has no meaning.', compilation.range([...path, 'timeUnit']));
  return DEFAULT_TIME_UNIT_MS;
}

/** `20`, in a time unit, or `20/s`. */
export function rateOf(
  scenario: Scenario,
  path: SourcePath,
  compilation: Compilation,
): { rate: number; timeUnitMs: number } {
  const { rate } = scenario;
  if (typeof rate === 'number') return { rate, timeUnitMs: timeUnit(scenario, path, compilation) };
  if (scenario.timeUnit !== undefined) {
    const message = 'The rate has its unit already; leave out one of the two.';
    compilation.report('keys-exclude-each-other', message, compilation.keyRange([...path, 'timeUnit']), {
      repairs: compilation.removal([...path, 'timeUnit']),
    });
  }
  const parsed = parseRate(rate ?? '') ?? { rate: 0, timeUnitMs: DEFAULT_TIME_UNIT_MS };
  if (parsed.rate === 0)
    compilation.report('wrong-value', '`rate` must be above 0.', compilation.range([...path, 'rate']));
  return parsed;
}

/** k6 wants `preAllocatedVUs`; we take one VU for each iteration that starts within a second where it is not given. */
export function allocatedVUs(
  scenario: Scenario,
  highestPerSecond: number,
  path: SourcePath,
  compilation: Compilation,
): { preAllocatedVUs: number; maxVUs: number } {
  const preAllocatedVUs =
    scenario.preAllocatedVUs ?? Math.min(Math.max(1, Math.ceil(highestPerSecond)), scenario.maxVUs ?? Infinity);
  const maxVUs = scenario.maxVUs ?? Math.max(1, preAllocatedVUs);
  if (maxVUs < preAllocatedVUs) {
    const message = `\`maxVUs\` (${maxVUs}) is below \`preAllocatedVUs\` (${preAllocatedVUs}).`;
    const repairs = compilation.replacement([...path, 'maxVUs'], preAllocatedVUs);
    compilation.report('max-below-allocated', message, compilation.range([...path, 'maxVUs']), { repairs });
  }
  return { preAllocatedVUs, maxVUs };
}
