/**
 * A run as JUnit XML (the schema of Jenkins' xUnit plugin, which GitLab and others read): one test case a requirement, and one
 * that says whether the run got to its end. A pipeline that reads it goes red exactly where the exit code does, so checks are no
 * test cases: as in k6, they fail a run only through a threshold. How many held is in the suite's output.
 */
import type { ThresholdResult } from '../run/events.ts';
import type { RunModel } from '../run/model.ts';
import { checkRows, errorRows, totalRow } from '../run/tables.ts';
import type { Threshold } from '../scenario/plan.ts';
import { diagnose, findingText } from './diagnosis/index.ts';
import { count, milliseconds, percent, significant } from './format.ts';
import { plainSpaces } from './text-layout.ts';
import { requirementNotes } from './text-requirements.ts';
import {
  errorTitle,
  headline,
  margin,
  requirementExpression,
  requirementTitle,
  showActual,
  showLimit,
} from './words.ts';

/** What became of a test case; `text` stands in its element. */
type Outcome =
  | { readonly kind: 'passed'; readonly text: string }
  | {
      readonly kind: 'skipped' | 'failure' | 'error';
      readonly type: string;
      readonly message: string;
      readonly text: string;
    };

interface TestCase {
  readonly name: string;
  readonly seconds: number;
  readonly outcome: Outcome;
}

export function junitReport(run: RunModel): string {
  const { plan, start } = run;
  const file = plan?.file ?? '';
  const cases: TestCase[] = [
    { name: 'The run is complete', seconds: run.elapsedMs / 1000, outcome: completion(run) },
    ...run.thresholds.flatMap((result) => {
      const threshold = plan?.thresholds[result.id];
      return threshold ? [requirementCase(run, threshold, result)] : [];
    }),
  ];
  const tally = (kind: Outcome['kind']): string => String(cases.filter(({ outcome }) => outcome.kind === kind).length);
  const time = (run.elapsedMs / 1000).toFixed(3);
  const counts = { tests: String(cases.length), failures: tally('failure'), errors: tally('error') };
  const suite = {
    name: plan?.name ?? 'Load test',
    ...counts,
    skipped: tally('skipped'),
    time,
    ...(start ? { timestamp: new Date(start.time).toISOString().slice(0, 19), hostname: start.machine.hostname } : {}),
    file,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'Rampwright', ...counts, time })}>`,
    `  <testsuite${attributes(suite)}>`,
    '    <properties>',
    ...properties(run).map(([name, value]) => `      <property${attributes({ name, value })}/>`),
    '    </properties>',
    ...cases.map((testCase) => caseElement(testCase, file)),
    `    <system-out>${escapeXml(suiteOutput(run))}</system-out>`,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

/** An interrupted or aborted run is neither passed nor failed: it is an error, whatever its requirements say so far. */
function completion(run: RunModel): Outcome {
  const outcome = run.end?.outcome ?? 'interrupted';
  if (outcome === 'passed' || outcome === 'failed') return { kind: 'passed', text: '' };
  const message = plainSpaces(headline(run));
  return { kind: 'error', type: outcome, message, text: run.end?.reason ?? message };
}

function requirementCase(run: RunModel, threshold: Threshold, result: ThresholdResult): TestCase {
  return { name: requirementTitle(threshold), seconds: 0, outcome: requirementOutcome(run, threshold, result) };
}

function requirementOutcome(run: RunModel, threshold: Threshold, result: ThresholdResult): Outcome {
  const { file = '', metrics = [] } = run.plan ?? {};
  const actual = showActual(threshold, result, metrics);
  const target = showLimit(threshold, threshold.condition, metrics);
  const distance = [margin(threshold, result), ...requirementNotes(run, threshold, result)].filter(Boolean).join('; ');
  const message = plainSpaces(`${actual}, target ${target}${distance === '' ? '' : ` (${distance})`}`);
  // Schemas have no attributes for a place, so it is in the text, as compilers write it.
  const text = `${file}:${threshold.range.start.line + 1}: ${requirementExpression(threshold)}\n${message}`;
  switch (result.verdict) {
    case 'pass':
      return { kind: 'passed', text: message };
    case 'warn': {
      const acceptable = threshold.acceptable ? showLimit(threshold, threshold.acceptable, metrics) : '';
      return { kind: 'passed', text: plainSpaces(`Warning: ${message}; acceptable ${acceptable}`) };
    }
    case 'fail':
    case 'not-yet':
      return { kind: 'failure', type: result.verdict, message, text };
    case 'no-data':
      return run.end?.outcome === 'passed'
        ? { kind: 'skipped', type: 'no-data', message, text: '' }
        : { kind: 'failure', type: 'no-data', message, text };
  }
}

function properties(run: RunModel): [name: string, value: string][] {
  const { start } = run;
  const total = totalRow(run);
  return [
    ...(start
      ? ([
          ['run', start.runId],
          ['rampwright', start.versions.rampwright],
          ['hosts', start.hosts.join(', ')],
        ] satisfies [string, string][])
      : []),
    ['verdict', headline(run)],
    ...(total
      ? ([
          ['requests', count(total.requests)],
          ['requests per second', significant(total.perSecond)],
          ['failed', percent(total.requests > 0 ? total.failed / total.requests : null)],
          ...[50, 95, 99].map((p): [string, string] => [`p${p} ms`, milliseconds(total.duration.percentile(p))]),
        ] satisfies [string, string][])
      : []),
  ].map(([name = '', value = '']) => [name, plainSpaces(value)]);
}

/** Why, in sentences; then errors and checks, one a line. */
function suiteOutput(run: RunModel): string {
  const lines = [
    headline(run),
    ...diagnose(run).map((finding) => findingText(finding, run.plan?.file)),
    ...errorRows(run).map((row) => `${row.name}: ${errorTitle(row)} ${count(row.count)} times (${percent(row.share)})`),
    ...checkRows(run).map(
      ({ name, passes, fails }) => `Check "${name}": ${count(passes)} held, ${count(fails)} failed`,
    ),
  ];
  return plainSpaces(`\n${lines.join('\n')}\n`);
}

function caseElement({ name, seconds, outcome }: TestCase, file: string): string {
  const open = `    <testcase${attributes({ name, classname: file, time: seconds.toFixed(3) })}`;
  switch (outcome.kind) {
    case 'passed':
      return outcome.text === ''
        ? `${open}/>`
        : `${open}>\n      <system-out>${escapeXml(outcome.text)}</system-out>\n    </testcase>`;
    case 'skipped':
    case 'failure':
    case 'error': {
      const { kind, type, message, text } = outcome;
      return `${open}>\n      <${kind}${attributes({ message, type })}>${escapeXml(text)}</${kind}>\n    </testcase>`;
    }
  }
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value).replaceAll('"', '&quot;').replace(/\s/g, ' ')}"`)
    .join('');
}

/** XML 1.0 has no way to write most control characters, nor halves of surrogate pairs: they become U+FFFD. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
