import type { Sample, SampleCheck, SampleRequest, SampleResponse } from '../run/events.ts';
import { bytes, duration } from './format.ts';
import { fold, oneLine, plainSpaces, truncate, wrap, type Palette } from './text-layout.ts';
import { statusTitle } from './words.ts';

/** Of a body, this many lines are shown; the HTML report and the journal have all that was kept of it. */
const MOST_BODY_LINES = 20;

/** `✓ GET /health  200 OK  1.23 ms  users`: what was asked, how it went, by which scenario or in which phase. */
export function exchangeTitle(
  { name, kind, request, response, timings, phase, scenario }: Sample,
  width: number,
  paint: Palette,
): string {
  const title = name.startsWith(`${request.method} `) ? name : `${request.method} ${name}`;
  const status = response ? statusTitle(response.status) : 'no response';
  const where = phase === 'load' ? scenario : phase;
  const text = plainSpaces([title, status, duration(timings.durationMs), where].map(oneLine).join('  '));
  const shown = truncate(text, width - 2);
  return kind === null ? `${paint.pass('✓')} ${shown}` : `${paint.fail('✗')} ${shown}`;
}

/** One exchange in full, as it was kept: what was wrong, what was sent, what came back, and how long each part took. */
export function exchangeLines(sample: Sample, width: number, paint: Palette): string[] {
  const { request, response, timings, captures = [], checks = [] } = sample;
  const lines = [
    ...wrap(oneLine(sample.message), width).map(paint.fail),
    ...block('sent', requestLines(request), width, paint),
    ...block('got', response ? responseLines(response) : ['no response'], width, paint),
  ];
  const parts = [
    ['blocked', timings.blockedMs],
    ['connecting', timings.connectingMs],
    ['TLS', timings.tlsMs],
    ['sending', timings.sendingMs],
    ['waiting', timings.waitingMs],
    ['receiving', timings.receivingMs],
  ] as const;
  const took = parts.filter(([, ms]) => ms > 0).map(([name, ms]) => `${name} ${duration(ms)}`);
  if (took.length > 0) lines.push(...block('took', [took.join(', ')], width, paint));
  lines.push(
    ...block(
      'kept',
      captures.map(([name, json]) => `${name}: ${json}`),
      width,
      paint,
    ),
  );
  for (const [index, check] of checks.entries()) {
    const shown = block(index === 0 ? 'check' : '', [`${check.ok ? '✓' : '✗'} ${checkText(check)}`], width, paint);
    lines.push(...(check.ok ? shown : shown.map(paint.fail)));
  }
  return lines.map(plainSpaces);
}

/** `name`, and of a check that does not hold what its expression was and read: `created: status == 201, where status is 404`. */
export function checkText({ name, ok, expression, reads, problem }: SampleCheck): string {
  if (ok) return name;
  const written = name === expression ? name : `${name}: ${expression}`;
  if (problem !== '') return `${written}. ${problem}`;
  const values = reads.map(([what, json]) => `${what} is ${json}`).join(', ');
  return values === '' ? written : `${written}, where ${values}`;
}

function requestLines({ method, url, headers, body }: SampleRequest): string[] {
  return [`${method} ${url}`, ...headers.map(([name, value]) => `${name}: ${value}`), ...bodyLines(body)];
}

function responseLines({ status, headers, body, bodyBytes }: SampleResponse): string[] {
  const shown = bodyLines(body);
  const size = bodyBytes > 0 ? [`(${bytes(bodyBytes)} of body)`] : [];
  return [statusTitle(status), ...headers.map(([name, value]) => `${name}: ${value}`), ...shown, ...size];
}

function bodyLines(body: string | null): string[] {
  if (body === null || body === '') return [];
  const lines = body.split(/\r\n|\r|\n/);
  const left = lines.length - MOST_BODY_LINES;
  return ['', ...lines.slice(0, MOST_BODY_LINES), ...(left > 0 ? [`…${left} more lines`] : [])];
}

function block(title: string, lines: readonly string[], width: number, paint: Palette): string[] {
  return lines
    .flatMap((line) => (line === '' ? [''] : fold(oneLine(line), width - 6)))
    .map((line, index) => `${paint.dim((index === 0 ? title : '').padEnd(5))} ${line}`);
}
