/** Problems in SARIF 2.1.0 (OASIS), which code scanning of GitHub, GitLab, Azure DevOps and editors read. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Fix as SarifFix, Location, Log, Region, ReportingDescriptor, Result } from 'sarif';
import type { ProblemCode } from '../scenario/problem-codes.ts';
import type { Fix, Severity } from '../scenario/problem.ts';
import type { SourceRange } from '../scenario/range.ts';
import { PROBLEM_HELP } from './generated/problem-help.ts';
import type { FileProblem } from './problem-text.ts';

/** One run with all problems as its results; what each code means goes with it. */
export function sarifLog(problems: readonly FileProblem[], version: string): Log {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Rampwright', version, rules: codes.map((code) => ruleOf(code, problems)) } },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, codes.indexOf(problem.code))),
      },
    ],
  };
}

function ruleOf(code: ProblemCode, problems: readonly FileProblem[]): ReportingDescriptor {
  const severity = problems.find((problem) => problem.code === code)?.severity ?? 'error';
  const markdown = PROBLEM_HELP[code];
  const sentences = (markdown.split('\n\n')[0] ?? '').replace(/^(Warning|Hint)\. /, '');
  return {
    id: code,
    defaultConfiguration: { level: levelOf(severity) },
    fullDescription: { text: sentences.replaceAll('`', '') },
    help: { text: sentences, markdown },
  };
}

function resultOf(problem: FileProblem, ruleIndex: number): Result {
  const { file, code, severity, message, range, related = [], fixes = [] } = problem;
  const relatedLocations = related.map((also) => ({
    ...locationOf(file, also.range),
    message: { text: also.message },
  }));
  return {
    ruleId: code,
    ruleIndex,
    level: levelOf(severity),
    message: { text: message },
    locations: [locationOf(file, range)],
    ...(relatedLocations.length > 0 && { relatedLocations }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, file)) }),
  };
}

function fixOf({ title, edits }: Fix, file: string): SarifFix {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    ...(newText !== '' && { insertedContent: { text: newText } }),
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifactOf(file), replacements }],
  };
}

function locationOf(file: string, range: SourceRange): Location {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(range) } };
}

/** Paths stay relative, as code scanning reads them from the root of the repository. */
function artifactOf(file: string): ArtifactLocation {
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.replaceAll('\\', '/').replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/') };
}

/** Counted from 1; `endColumn` is the first column behind. */
function regionOf({ start, end }: SourceRange): Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return severity === 'error' || severity === 'warning' ? severity : 'note';
}
