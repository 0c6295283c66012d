/** What a checked scenario says by the letter and cannot mean. One file a rule; docs/problems.md explains each code. */
import type { Problem } from '../problem.ts';
import { arrivalRateNeedsVUs } from './arrival-rate-needs-vus.ts';
import { decidedThresholds } from './decided-thresholds.ts';
import { foreignHosts } from './foreign-hosts.ts';
import { misspeltHeaders } from './misspelt-header.ts';
import { misspeltHost } from './misspelt-host.ts';
import { otherPlaceholders } from './other-placeholders.ts';
import { pacingWithoutEffect } from './pacing-without-effect.ts';
import { plainTextSecrets } from './plain-text-secrets.ts';
import { isWhole, type Rule, type RuleContext } from './rule.ts';
import { scarceRows } from './scarce-rows.ts';
import { tagsThatNeverMeet } from './tags-that-never-meet.ts';
import { unmeasuredThresholds } from './unmeasured-thresholds.ts';
import { unusedNames } from './unused-names.ts';

const RULES: readonly Rule[] = [
  unusedNames,
  decidedThresholds,
  unmeasuredThresholds,
  tagsThatNeverMeet,
  arrivalRateNeedsVUs,
  pacingWithoutEffect,
  scarceRows,
  foreignHosts,
  misspeltHost,
  misspeltHeaders,
  otherPlaceholders,
  plainTextSecrets,
];

/** The problems that the rules find, in no order. `known`: those found before. */
export function ruleProblems(context: Omit<RuleContext, 'isWhole' | 'known'>, known: readonly Problem[]): Problem[] {
  const whole = { ...context, known, isWhole: isWhole(known, context.document) };
  return RULES.flatMap((rule) => rule(whole));
}
