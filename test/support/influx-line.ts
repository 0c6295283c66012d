/** InfluxDB's line protocol, read by its specification and by nothing of ours. */
export interface InfluxLine {
  readonly measurement: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, number>>;
  /** ns */
  readonly timestamp: bigint;
}

/** @throws where the line is not of that protocol; fields are floats, as all of ours. */
export function parseInfluxLine(line: string): InfluxLine {
  const [head = '', fieldSet = '', timestamp = '', ...rest] = splitUnescaped(line, ' ');
  if (rest.length > 0 || !/^\d{19}$/.test(timestamp)) throw new Error(`Not a line: ${line}`);
  const [measurement = '', ...tags] = splitUnescaped(head, ',');
  return {
    measurement: unescape(measurement),
    tags: Object.fromEntries(tags.map(pair)),
    fields: Object.fromEntries(
      splitUnescaped(fieldSet, ',').map((field) => {
        const [name, value] = pair(field);
        if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)) throw new Error(`Not a float: ${field}`);
        return [name, Number(value)];
      }),
    ),
    timestamp: BigInt(timestamp),
  };
}

function pair(text: string): [string, string] {
  const [key = '', value = '', ...rest] = splitUnescaped(text, '=');
  if (key === '' || value === '' || rest.length > 0) throw new Error(`Not a key with a value: ${text}`);
  return [unescape(key), unescape(value)];
}

function splitUnescaped(text: string, separator: string): string[] {
  return text.split(new RegExp(`(?<!\\\\)${separator}`));
}

function unescape(text: string): string {
  return text.replace(/\\([,= ])/g, '$1');
}
