import type { FileFacts, ScenarioFiles } from '../files.ts';
import type { SourcePath } from '../source.ts';
import type { Compilation } from './compilation.ts';

/** What is known of a file that the value at `path` names; one that is not there is reported. */
export function checkFile(
  file: string,
  path: SourcePath,
  files: ScenarioFiles | null,
  compilation: Compilation,
): Extract<FileFacts, { exists: true }> | null {
  const facts = files?.facts(file) ?? null;
  if (facts === null || facts.exists) return facts;
  const message = `There is no file \`${file}\`. Paths are relative to the scenario file.`;
  compilation.report('missing-file', message, compilation.range(path));
  return null;
}
