/** Durations, rates, sizes and statuses as the format writes them. All of them return null for what is none. */
import type { StatusRange } from './plan.ts';

const DURATION_UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `1m30s` → 90000. */
export function parseDuration(text: string): number | null {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) return null;
  let sum = 0;
  for (const [, amount = '', unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    sum += Number(amount) * (DURATION_UNITS[unit] ?? 0);
  }
  return Number(sum.toFixed(6));
}

/** `90000` → `1m30s`; for messages. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${ms}ms`;
  const parts: string[] = [];
  let rest = ms;
  for (const unit of ['h', 'm'] as const) {
    const size = DURATION_UNITS[unit] ?? 1;
    const amount = Math.floor(rest / size);
    if (amount > 0) parts.push(`${amount}${unit}`);
    rest -= amount * size;
  }
  if (rest > 0) parts.push(`${rest / 1000}s`);
  return parts.join('');
}

/** `1000/min` → 1000 per 60,000 ms. */
export function parseRate(text: string): { rate: number; timeUnitMs: number } | null {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?\/ ?(s|min|h)$/.exec(text) ?? [];
  if (amount === undefined) return null;
  return { rate: Number(amount), timeUnitMs: unit === 's' ? 1000 : unit === 'min' ? 60_000 : 3_600_000 };
}

/** `10MB` → 10,000,000; powers of 1000, as k6 counts. */
export function parseSize(value: string | number): number | null {
  if (typeof value === 'number') return value;
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?) ?(B|kB|KB|MB|GB)$/.exec(value) ?? [];
  if (amount === undefined) return null;
  const factors: Readonly<Record<string, number>> = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9 };
  return Math.round(Number(amount) * (factors[unit] ?? 1));
}

/** `2xx` → 200 to 299; `200-204`; 404. */
export function parseStatus(value: string | number): StatusRange | null {
  if (typeof value === 'number') return { from: value, to: value };
  const [, hundred] = /^([1-5])xx$/.exec(value) ?? [];
  if (hundred !== undefined) return { from: Number(hundred) * 100, to: Number(hundred) * 100 + 99 };
  const [, from, to] = /^(\d{3})(?:-(\d{3}))?$/.exec(value) ?? [];
  if (from === undefined) return null;
  return { from: Number(from), to: Number(to ?? from) };
}
