import type { Declarations } from '../expressions/declarations.ts';
import type { Expect } from '../generated/scenario-document.ts';
import type { Expectation, HeaderMatch, StatusRange, Template } from '../plan.ts';
import type { SourcePath } from '../source.ts';
import { literalText } from '../template.ts';
import { parseStatus } from '../units.ts';
import type { Compilation } from './compilation.ts';

export const DEFAULT_EXPECTATION: Expectation = {
  status: [{ from: 200, to: 399 }],
  headers: [],
  json: null,
  bodyContains: null,
  maxDurationMs: null,
  tolerate: [],
};

/** What a request expects; where it names no status, the file's statuses hold. */
export function compileExpectation(
  expect: Expect,
  path: SourcePath,
  after: Declarations,
  defaults: Expectation,
  compilation: Compilation,
): Expectation {
  const headers = expect.header ? compilation.namedTemplates([...path, 'header'], after) : null;
  return {
    status: expect.status === undefined ? defaults.status : statuses(expect.status, [...path, 'status'], compilation),
    headers:
      headers?.map(([name, value]) => ({
        name: name.toLowerCase(),
        match: headerMatch(value, [...path, 'header', name], compilation),
      })) ?? defaults.headers,
    json: expect.json === undefined ? defaults.json : compilation.expression([...path, 'json'], after, 'bool'),
    bodyContains:
      expect.bodyContains === undefined
        ? defaults.bodyContains
        : compilation.template([...path, 'bodyContains'], after),
    maxDurationMs:
      expect.maxDuration === undefined ? defaults.maxDurationMs : compilation.duration(expect.maxDuration, 0),
    tolerate:
      expect.tolerate === undefined ? defaults.tolerate : statuses(expect.tolerate, [...path, 'tolerate'], compilation),
  };
}

/** A status, a class or a range; or a list of them. */
export function statuses(
  written: string | number | (string | number)[],
  path: SourcePath,
  compilation: Compilation,
): StatusRange[] {
  return (Array.isArray(written) ? written : [written]).flatMap((item, index) => {
    const range = parseStatus(item);
    if (!range) return [];
    if (range.to < range.from) {
      const place = Array.isArray(written) ? [...path, index] : path;
      compilation.report(
        'wrong-value',
        `A range of statuses begins with the lower one: ${range.to}-${range.from}.`,
        compilation.range(place),
        { repairs: compilation.replacement(place, `${range.to}-${range.from}`) },
      );
    }
    return [range];
  });
}

function headerMatch(value: Template, path: SourcePath, compilation: Compilation): HeaderMatch {
  const text = value.kind === 'literal' ? literalText(value.value) : '';
  const pattern = /^\/(.+)\/$/s.exec(text)?.[1];
  if (pattern === undefined)
    return { kind: 'equals', value: value.kind === 'literal' ? { kind: 'literal', value: text } : value };
  try {
    new RegExp(pattern);
  } catch {
    compilation.report('invalid-regex', `\`/${pattern}/\` is not a regular expression.`, compilation.range(path));
  }
  return { kind: 'regex', pattern };
}
