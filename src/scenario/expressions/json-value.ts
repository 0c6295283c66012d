import type { JsonValue } from '../plan.ts';

/** For what comes from a JSON parser or out of a JSON value: there, only `undefined` means that there is nothing. */
export function isJsonValue(value: unknown): value is JsonValue {
  return value !== undefined;
}
