import { format } from 'jsonc-parser';
import type { Sample, SampleRequest, SampleResponse, Timings } from '../run/events.ts';
import { bytes as bytesText, count, duration as durationText } from './format.ts';
import { checkText } from './text-exchange.ts';
import { statusTitle } from './words.ts';

/** What became of one request that was sent on its own. */
export interface SentRequest {
  /** `GET /me` */
  readonly name: string;
  /** The scenario file's base name, and the step's line in it, from 0. */
  readonly file: string;
  readonly line: number;
  /** Its exchanges; several where it was sent again and again until something held. Empty: it was not sent. */
  readonly exchanges: readonly Sample[];
  /** Those that it needed, in the order in which they were sent. */
  readonly before: readonly Sample[];
  readonly after: readonly Sample[];
  /** Why the scenario could go no further; '' where it could. */
  readonly problem: string;
  /** Sentences on what was logged on the way, and on what was left out. */
  readonly notes: readonly string[];
}

/** A part of the document; lines from 0, `to` is its last one. */
export interface DocumentSection {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** A text of one line that leads to a line (from 0) of the scenario file. */
export interface DocumentLink {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly target: number;
}

export interface ExchangeDocument {
  readonly text: string;
  readonly sections: readonly DocumentSection[];
  readonly links: readonly DocumentLink[];
}

/** Editors mark no-break spaces as suspicious, and nothing wraps here. */
const inEditor = (figure: string): string => figure.replaceAll('\u00a0', ' ');
const bytes = (n: number): string => inEditor(bytesText(n));
const duration = (ms: number | null): string => inEditor(durationText(ms));

/** Of a body, as much as an editor shows without trouble. */
const MOST_BODY_LINES = 2_000;
const MOST_BODY_LENGTH = 200_000;
const LONGEST_LINE = 2_000;

/** One request with its answer as a document to read beside the scenario: pure text, whatever a server sent. */
export function exchangeDocument(
  sent: SentRequest,
  lineOf: (sample: Sample) => number | null = () => null,
): ExchangeDocument {
  const page = new Page();
  const last = sent.exchanges.at(-1);
  const { name, file, line, problem } = sent;
  page.line(`# ${headline(name, last)}`);
  const place = `${file}:${line + 1}`;
  page.line(`# ${place}`, { from: 2, to: 2 + place.length, target: line });
  const failure = last?.message || problem;
  if (failure !== '') page.line('', `✗ ${failure}`);
  if (problem !== '' && failure !== problem) page.line(`✗ ${problem}`);

  if (last) {
    page.section('Request', () => page.line(...requestLines(last.request)));
    const { response } = last;
    const title = response ? `Response, ${bodySize(response)}` : 'Response';
    page.section(title, () => page.line(...(response ? responseLines(response) : ['There was none.'])));
    takenSections(page, last);
    page.section('Timings', () => page.line(...timingLines(last)));
  }
  const earlier = sent.exchanges.slice(0, -1);
  if (earlier.length > 0 && earlier.every(isRedirect)) redirectList(page, earlier);
  else exchangeList(page, `Sent ${count(sent.exchanges.length)} times, before the last`, earlier, file, () => null);
  exchangeList(page, 'Sent before, as it needs them', sent.before, file, lineOf);
  exchangeList(page, 'Sent after it', sent.after, file, lineOf);
  if (sent.notes.length > 0) page.section('Notes', () => page.line(...sent.notes.map((note) => `- ${oneLine(note)}`)));
  return page.done();
}

function headline(name: string, last: Sample | undefined): string {
  if (!last) return `${name}  was not sent`;
  const status = last.response ? statusTitle(last.response.status) : 'no response';
  return `${name}  ${status}  ${duration(last.timings.durationMs)}`;
}

function bodySize({ bodyBytes }: SampleResponse): string {
  return bodyBytes === 0 ? 'no body' : `body of ${bytes(bodyBytes)}`;
}

function requestLines({ method, url, headers, body }: SampleRequest): string[] {
  return [`${method} ${url}`, ...headerLines(headers), ...bodyLines(body, headers, null)];
}

function responseLines({ status, headers, body, bodyBytes }: SampleResponse): string[] {
  return [`HTTP ${statusTitle(status)}`, ...headerLines(headers), ...bodyLines(body, headers, bodyBytes)];
}

function headerLines(headers: SampleRequest['headers']): string[] {
  return headers.map(([name, value]) => `${name}: ${oneLine(value)}`);
}

function takenSections(page: Page, { captures = [], checks = [] }: Sample): void {
  if (captures.length > 0) {
    page.section('Captures', () => page.line(...captures.map(([name, json]) => `${name}: ${json}`)));
  }
  if (checks.length > 0) {
    const failed = checks.filter(({ ok }) => !ok).length;
    const title = failed === 0 ? 'Checks, all hold' : `Checks, ${failed} of ${checks.length} failed`;
    page.section(title, () =>
      page.line(...checks.map((check) => `${check.ok ? '✓' : '✗'} ${oneLine(checkText(check))}`)),
    );
  }
}

const PHASES: readonly (readonly [name: string, key: keyof Timings])[] = [
  ['blocked', 'blockedMs'],
  ['connecting', 'connectingMs'],
  ['tls handshaking', 'tlsMs'],
  ['sending', 'sendingMs'],
  ['waiting', 'waitingMs'],
  ['receiving', 'receivingMs'],
];

/** k6's phases; `duration` is, as k6's `http_req_duration`, the last three of them. */
function timingLines({ timings, request, response }: Sample): string[] {
  const secure = request.url.startsWith('https:') || request.url.startsWith('wss:');
  const phases = PHASES.filter(([, key]) => secure || key !== 'tlsMs');
  const row = (name: string, value: string): string => `${name.padEnd(16)} ${value.padStart(9)}`;
  // Where nothing answered there may have been no connection at all.
  const reused = timings.connectingMs === 0 && response !== null;
  return [
    ...phases.map(([name, key]) =>
      row(name, reused && (key === 'connectingMs' || key === 'tlsMs') ? 'reused' : duration(timings[key])),
    ),
    row('duration', duration(timings.durationMs)),
  ];
}

function exchangeList(
  page: Page,
  title: string,
  samples: readonly Sample[],
  file: string,
  lineOf: (sample: Sample) => number | null,
): void {
  if (samples.length === 0) return;
  page.section(title, () => {
    for (const sample of samples) {
      const sign = sample.kind === null ? '✓' : '✗';
      const text = `${sign} ${headline(sample.name, sample)}`;
      const target = lineOf(sample);
      if (target === null) page.line(text);
      else {
        const place = `${file}:${target + 1}`;
        const from = text.length + 2;
        page.line(`${text}  ${place}`, { from, to: from + place.length, target });
      }
      if (sample.message !== '') page.line(`    ${oneLine(sample.message)}`);
    }
  });
}

function isRedirect({ kind, response }: Sample): boolean {
  return kind === null && response !== null && response.status >= 300 && response.status < 400;
}

function redirectList(page: Page, samples: readonly Sample[]): void {
  page.section(`Redirected ${samples.length === 1 ? 'once' : `${samples.length} times`} on the way`, () => {
    for (const { request, response, timings } of samples) {
      const status = response ? statusTitle(response.status) : '';
      page.line(`✓ ${request.method} ${oneLine(request.url)}  ${status}  ${duration(timings.durationMs)}`);
    }
  });
}

// ── bodies ──

/** `bodyBytes`: of the whole body as it came, where that is known. */
function bodyLines(body: string | null, headers: SampleRequest['headers'], bodyBytes: number | null): string[] {
  if (body === null || body === '') return [];
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (isBinary(body)) {
    const size = bodyBytes === null ? '' : `, ${bytes(bodyBytes)}`;
    return ['', `… a binary body${size}${type === '' ? '' : ` of ${oneLine(type)}`}, which is not shown`];
  }
  const start = body.slice(0, MOST_BODY_LENGTH);
  const text = looksLikeJson(body, type) ? prettyJson(start) : start;
  const shown = text.split(/\r\n|[\r\n\u2028\u2029]/);
  const lines = shown.slice(0, MOST_BODY_LINES);
  const cutLines = lines.map((line) => plain(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line));
  const isCut =
    body.length > start.length || shown.length > lines.length || lines.some((line) => line.length > LONGEST_LINE);
  const note = isCut ? [`… cut here${bodyBytes === null ? '' : `: the body has ${bytes(bodyBytes)}`}`] : [];
  return ['', ...cutLines, ...note];
}

/** Control characters and what is no UTF-8 are not text; a few of the latter may be a wrong `charset`. */
function isBinary(body: string): boolean {
  const start = body.slice(0, 4_000);
  const strange = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return start.includes('\u0000') || strange > start.length / 20;
}

function looksLikeJson(body: string, type: string): boolean {
  return /[/+]json\b/i.test(type) || (type === '' && /^\s*[[{]/.test(body));
}

/** Text edits rather than parsing: numbers stay as they were sent, and what is cut off or masked is still laid out. */
function prettyJson(body: string): string {
  const edits = format(body, undefined, { insertSpaces: true, tabSize: 2, eol: '\n' });
  // In one go: one after the other, each edit would copy the whole body.
  let text = '';
  let at = 0;
  for (const { offset, length, content } of edits.toSorted((a, b) => a.offset - b.offset)) {
    text += body.slice(at, offset) + content;
    at = offset + length;
  }
  return text + body.slice(at);
}

/** Without what turns the direction of writing around or hides, so that a line reads as what it is. */
function plain(line: string): string {
  return line.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�');
}

function oneLine(text: string): string {
  return plain(text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' '));
}

/** Lines (from 0) that can be folded: sections, and the lists and maps of bodies that are laid out. */
export function foldsOf({ text, sections }: ExchangeDocument): { readonly from: number; readonly to: number }[] {
  const folds = sections.filter(({ from, to }) => to > from).map(({ from, to }) => ({ from, to }));
  const open: number[] = [];
  for (const [line, content] of text.split('\n').entries()) {
    if (/^\s*[\]}],?$/.test(content)) {
      const from = open.pop();
      if (from !== undefined && line - 1 > from) folds.push({ from, to: line - 1 });
    }
    if (/[[{]$/.test(content)) open.push(line);
    else if (content.startsWith('## ')) open.length = 0;
  }
  return folds;
}

// ── the page ──

/** Lines as they are added, with what stands where. */
class Page {
  readonly #lines: string[] = [];
  readonly #sections: DocumentSection[] = [];
  readonly #links: DocumentLink[] = [];

  line(text: string, link: Omit<DocumentLink, 'line'>): void;
  line(...lines: readonly string[]): void;
  line(...parts: readonly (string | Omit<DocumentLink, 'line'>)[]): void {
    for (const part of parts) {
      if (typeof part === 'string') this.#lines.push(part);
      else this.#links.push({ ...part, line: this.#lines.length - 1 });
    }
  }

  section(title: string, write: () => void): void {
    this.#lines.push('');
    const from = this.#lines.length;
    this.#lines.push(`## ${title}`);
    write();
    this.#sections.push({ title, from, to: this.#lines.length - 1 });
  }

  done(): ExchangeDocument {
    return { text: `${this.#lines.join('\n')}\n`, sections: this.#sections, links: this.#links };
  }
}
