/** What `-o KIND[=TARGET]` asks for, read strictly. */
import { FORMAT_KINDS, isFormatKind, reportFormat, type FormatKind } from '../report/formats.ts';
import { isReceiverKind, RECEIVER_KINDS, type ReceiverKind } from '../report/receivers/kinds.ts';
import { suggestion } from '../scenario/suggestion.ts';
import { CliError } from './cli-error.ts';

/** `target` null: the usual place. */
export type OutputChoice =
  /** The run's journal. */
  | { readonly type: 'journal'; readonly target: string | null }
  /** Every sample as k6's JSON lines. */
  | { readonly type: 'points'; readonly target: string }
  /** Written when the run is over. */
  | { readonly type: 'report'; readonly kind: FormatKind; readonly target: string | null }
  /** Followed live, over HTTP. */
  | { readonly type: 'receiver'; readonly kind: ReceiverKind; readonly target: string | null }
  /** The summary of a step in GitHub Actions, and annotations. */
  | { readonly type: 'github'; readonly target: string | null };

/** Other tools' words for ours. */
const ALIASES: Readonly<Record<string, string>> = {
  json: 'k6-json',
  md: 'markdown',
  locust: 'locust-csv',
  influx: 'influxdb',
  otel: 'opentelemetry',
  'experimental-opentelemetry': 'opentelemetry',
  'experimental-prometheus-rw': 'prometheus-rw',
};

const OUTPUT_KINDS: readonly string[] = [
  ...new Set(['jsonl', 'k6-json', ...FORMAT_KINDS, ...RECEIVER_KINDS, 'github-summary']),
];

/** Gathers the choices of an option that may be repeated. */
export function outputChoices(text: string, before: readonly OutputChoice[] = []): OutputChoice[] {
  return [...before, outputChoice(text)];
}

/** @throws CliError where it is not understood. */
export function outputChoice(text: string): OutputChoice {
  const { written, kind, target } = writtenOutput(text, 'TARGET');
  if (kind === 'jsonl') return { type: 'journal', target };
  if (kind === 'github-summary') return { type: 'github', target };
  if (kind === 'k6-json') {
    if (target === null)
      throw new CliError(`--out ${written} needs a file.`, `Write --out ${written}=points.json, or points.json.gz.`);
    return { type: 'points', target };
  }
  // Lines for InfluxDB go to a file, or to a server.
  if (isReceiverKind(kind) && (kind !== 'influxdb' || isUrl(target))) {
    if (target !== null && !isUrl(target))
      throw new CliError(
        `--out ${written} takes a URL, not "${target}".`,
        `Write --out ${written}=http://HOST:PORT/….`,
      );
    return { type: 'receiver', kind, target };
  }
  if (isFormatKind(kind)) return { type: 'report', kind, target };
  throw new CliError(`There is no output called "${written}".`, didYouMean(written));
}

/**
 * What stands around the first `=` of `KIND[=TARGET]`, and the kind by its own name.
 * @throws CliError where nothing follows the `=`; its way out says `placeholder`.
 */
export function writtenOutput(
  text: string,
  placeholder: string,
): { readonly written: string; readonly kind: string; readonly target: string | null } {
  const equals = text.indexOf('=');
  const written = equals < 0 ? text : text.slice(0, equals);
  const target = equals < 0 ? null : text.slice(equals + 1);
  if (target === '')
    throw new CliError(`There is nothing after "--out ${written}=".`, `Write --out ${written}=${placeholder}.`);
  return { written, kind: ALIASES[written] ?? written, target };
}

/** The file or URL that `report --format KIND` has no need of. @throws CliError for what no journal can be written as. */
export function formatChoice(text: string): FormatKind {
  const kind = ALIASES[text] ?? text;
  if (isFormatKind(kind)) return kind;
  if (kind === 'k6-json')
    throw new CliError(
      'A journal has no single samples, which k6-json is made of.',
      'Write them while the run goes: "rampwright run FILE --out k6-json=points.json".',
    );
  const near = suggestion(text, FORMAT_KINDS);
  throw new CliError(
    `There is no format called "${text}".`,
    `${near === null ? '' : `Did you mean ${near}? `}There are ${listed(FORMAT_KINDS)}.`,
  );
}

/** A line of help for each kind of output. */
export function outputHelp(): string {
  const width = Math.max(...OUTPUT_KINDS.map((kind) => kind.length));
  const lines = [
    ['jsonl', "the run's journal, of which everything else can be made later"],
    ['k6-json', "every sample as k6's JSON lines; needs a FILE, gzip with .gz"],
    ...FORMAT_KINDS.map((kind) => [kind, lowerFirst(reportFormat(kind).detail)]),
    ['prometheus-rw', 'Prometheus remote write while the run goes; a URL, or by K6_PROMETHEUS_RW_… variables'],
    ['opentelemetry', 'metrics over OTLP/HTTP while the run goes; a URL, or by OTEL_EXPORTER_OTLP_… variables'],
    ['github-summary', 'Markdown in the summary of a GitHub Actions step, and annotations at failed thresholds'],
  ];
  const text = lines.map(([kind = '', detail = '']) => `  ${kind.padEnd(width)}  ${detail}`);
  return `\nOutputs (--out KIND[=TARGET]):\n${text.join('\n')}\n\ninfluxdb takes a FILE, or the URL of a server, which it writes to while the run goes.`;
}

function didYouMean(written: string): string {
  const near = suggestion(written, [...OUTPUT_KINDS, ...Object.keys(ALIASES)]);
  return `${near === null ? '' : `Did you mean ${near}? `}There are ${listed(OUTPUT_KINDS)}.`;
}

function isUrl(text: string | null): boolean {
  return text !== null && /^https?:\/\//i.test(text);
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
