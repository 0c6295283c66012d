import type { Verdict } from '../run/events.ts';
import type { Tone } from '../report/words.ts';

/** Different shapes, so that a verdict never depends on colour. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  pass: '✓',
  warn: '⚠',
  fail: '✗',
  'no-data': '?',
  'not-yet': '…',
};

/** The editor's icon for a headline, for texts that may hold `$(icon)`. */
export const TONE_ICONS: Readonly<Record<Tone, string>> = {
  idle: '$(play)',
  running: '$(sync~spin)',
  pass: '$(pass)',
  warn: '$(warning)',
  fail: '$(error)',
  interrupted: '$(circle-slash)',
};
