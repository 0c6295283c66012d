/**
 * Numbers as text: one rule for each quantity, used by every table, legend, sentence, terminal line and report. Measured
 * values carry 3 significant digits; integer digits are never rounded away; counts are exact. Numbers keep to their units
 * by no-break spaces, and a minus is a minus (U+2212). What is not there is worded, never computed.
 */

const NBSP = '\u00a0';
const MINUS = '\u2212';

/** Where a sentence or a legend has no figure to show. */
export const NO_DATA = 'no data';
/** The same in a table cell. */
export const DASH = '\u2013';

let integers: Intl.NumberFormat | null = null;

/** Exact, with separators: 34,929. */
export function count(n: number): string {
  // The first one takes 7 ms, which would be those of every start.
  integers ??= new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
  return integers.format(n).replace('-', MINUS);
}

/** 3 significant digits, all integer digits kept: 0.0421, 4.21, 42.1, 421, 4,210. */
export function significant(x: number): string {
  if (x === 0) return '0';
  // Rounded first: 99.96 is 100, not 100.0.
  const rounded = Number(x.toPrecision(3));
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)));
  if (magnitude >= 2) return count(x);
  return rounded.toFixed(Math.min(2 - magnitude, 6)).replace('-', MINUS);
}

/** As `significant`, without zeros at the end: for what a person wrote, such as a limit. */
export function exact(x: number): string {
  const text = significant(x);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

type Digits = (x: number) => string;

/** A duration in a sentence or a legend, in the unit that fits: 120 µs, 98.0 ms, 5.04 s, from two minutes on 3:12 min, from an hour on 1:04:32 h. */
export function duration(ms: number | null, digits: Digits = significant): string {
  if (ms === null) return NO_DATA;
  if (ms === 0) return `0${NBSP}ms`;
  const size = Math.abs(ms);
  if (size < 0.9995) return `${digits(ms * 1000)}${NBSP}µs`;
  if (size < 999.5) return `${digits(ms)}${NBSP}ms`;
  if (size < 119_500) return `${digits(ms / 1000)}${NBSP}s`;
  return `${clock(ms)}${NBSP}${Math.round(ms / 1000) < 3600 ? 'min' : 'h'}`;
}

/** A duration in a table whose head says ms, so that a column can be compared by length: 5,040. */
export function milliseconds(ms: number | null): string {
  return ms === null ? DASH : significant(ms);
}

/** 66.8 req/s; below 0.1 per second 1.88 req/min. */
export function rate(perSecond: number, what = 'req'): string {
  if (perSecond > 0 && perSecond < 0.0995) return `${significant(perSecond * 60)}${NBSP}${what}/min`;
  return `${significant(perSecond)}${NBSP}${what}/s`;
}

/** A ratio as a percentage that is never 0 or 100 unless it is exactly that: 0 %, < 0.01 %, 2.00 %, 99.39 %, > 99.99 %. */
export function percent(ratio: number | null): string {
  if (ratio === null) return NO_DATA;
  const p = ratio * 100;
  if (p > 0 && p < 0.01) return `<${NBSP}0.01${NBSP}%`;
  if (p > 99.99 && p < 100) return `>${NBSP}99.99${NBSP}%`;
  if (p === 0 || p === 100) return `${p}${NBSP}%`;
  if (p > 100) return `${significant(p)}${NBSP}%`;
  if (p >= 99) return `${(Math.floor(p * 100 + 1e-9) / 100).toFixed(2)}${NBSP}%`;
  return `${p.toFixed(p >= 9.995 ? 1 : 2)}${NBSP}%`;
}

/** A time since the start of the load: 4:32, 1:04:32. */
export function clock(ms: number): string {
  const s = Math.max(0, Math.round(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return s >= 3600
    ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
    : `${Math.floor(s / 60)}:${two(s % 60)}`;
}

/** 10:12–10:42; of less than a second 0:10.2–0:10.45. */
export function clockRange(fromMs: number, toMs: number): string {
  const text = toMs > fromMs && toMs - fromMs < 1000 ? exactClock : clock;
  return `${text(fromMs)}${DASH}${text(toMs)}`;
}

/** With as much of the second as there is: 0:10, 0:10.2. */
function exactClock(ms: number): string {
  const whole = Math.floor(Math.round(ms) / 1000) * 1000;
  const rest = String(Math.round(ms) - whole).padStart(3, '0');
  return `${clock(whole)}${`.${rest}`.replace(/\.?0+$/, '')}`;
}

/** A change against a baseline: +12.7 %, −4.30 %, ×12.9 from ten-fold on. */
export function change(before: number | null, after: number | null): string {
  if (before === null || after === null) return NO_DATA;
  if (before === after) return `0${NBSP}%`;
  if (before === 0) return 'new';
  const factor = after / before;
  if (factor >= 10) return `×${significant(factor)}`;
  const p = (factor - 1) * 100;
  return `${p > 0 ? '+' : MINUS}${Math.abs(p).toFixed(Math.abs(p) >= 9.995 ? 1 : 2)}${NBSP}%`;
}

/** A difference of two ratios, in percentage points: +2.15 pp. */
export function points(before: number, after: number): string {
  const difference = (after - before) * 100;
  if (Math.abs(difference) < 0.005) return `0${NBSP}pp`;
  return `${difference > 0 ? '+' : MINUS}${Math.abs(difference).toFixed(2)}${NBSP}pp`;
}

/** Decimal units, as network tools count: 812 B, 4.21 kB, 1.50 MB. */
export function bytes(n: number, digits: Digits = significant): string {
  if (n < 1000) return `${Number.isInteger(n) ? count(n) : digits(n)}${NBSP}B`;
  if (n < 1e6) return `${digits(n / 1e3)}${NBSP}kB`;
  if (n < 1e9) return `${digits(n / 1e6)}${NBSP}MB`;
  return `${digits(n / 1e9)}${NBSP}GB`;
}

/** 1 endpoint, 2 endpoints */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)}${NBSP}${n === 1 ? one : many}`;
}
