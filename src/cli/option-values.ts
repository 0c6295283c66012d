/** The values of command-line options, read strictly: what is not understood is an error that shows how to write it. */
import { InvalidArgumentError } from 'commander';
import { hostNamed } from '../scenario/allowed-hosts.ts';
import { parseDuration } from '../scenario/units.ts';
import { CliError } from './cli-error.ts';

/** `KEY=VALUE`; the value may hold further `=`. */
export function keyValue(text: string, before: readonly (readonly [string, string])[] = []): [string, string][] {
  const equals = text.indexOf('=');
  const key = text.slice(0, Math.max(0, equals));
  if (equals < 1 || !/^[A-Za-z_]\w*$/.test(key)) {
    // Not commander's own error, which shows the text: it may be a secret whose name was forgotten.
    throw new CliError(
      'A value of --env or --secret is not of the form KEY=VALUE.',
      'Write it as in -e BASE_URL=http://127.0.0.1:3000.',
    );
  }
  return [...before.map(([name, value]): [string, string] => [name, value]), [key, text.slice(equals + 1)]];
}

export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('Give a whole number from 1 on.');
  }
  return value;
}

/** A number of percent, with or without the sign. */
export function share(text: string): number {
  const value = Number(text.replace(/\s*%$/, ''));
  if (!/^\d/.test(text) || !(value >= 0)) throw new InvalidArgumentError('Give a number of percent from 0 on, e.g. 5.');
  return value;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new InvalidArgumentError('Give a whole number from 0 on.');
  return value;
}

/** `30s`, `1m30s`, `1.5h`, `250ms`; a bare number is milliseconds, as in k6. */
export function duration(text: string): number {
  const ms = durationMs(text);
  if (ms === null) throw new InvalidArgumentError('Write a time with its unit, e.g. 500ms, 30s, 1m30s or 1h.');
  return ms;
}

export function positiveDuration(text: string): number {
  const ms = duration(text);
  if (ms <= 0) throw new InvalidArgumentError('It has to be longer than 0.');
  return ms;
}

export interface StageOption {
  readonly durationMs: number;
  readonly target: number;
}

/** `30s:10`, several with commas, as k6 takes them. */
export function stages(text: string, before: readonly StageOption[] = []): StageOption[] {
  const added = text.split(',').map((stage): StageOption => {
    const [, time = '', target = ''] = /^([^:]+):(\d+)$/.exec(stage.trim()) ?? [];
    const ms = durationMs(time);
    if (ms === null) throw new InvalidArgumentError('Write a stage as DURATION:TARGET, e.g. 30s:10.');
    return { durationMs: ms, target: Number(target) };
  });
  return [...before, ...added];
}

/** `api.example.test`, an address, or the URL of either, of which only the host counts. */
export function hostName(text: string, before: readonly string[] = []): string[] {
  const host = hostNamed(text);
  if (host === null) throw new InvalidArgumentError('Give the name of a host, e.g. api.example.test, or an address.');
  return [...before, host];
}

export function list(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

function durationMs(text: string): number | null {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : parseDuration(text);
}
