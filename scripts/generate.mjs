/**
 * Makes from schemas/scenario.schema.json, the one source of the scenario's shape:
 *
 * - src/scenario/generated/scenario-document.ts   its TypeScript types
 * - src/scenario/generated/validate-schema.js     the ajv validator, as code without `eval`, and its .d.ts
 * - src/scenario/generated/schema.js              the schema itself as a module, for explanations, completion and hover
 * - docs/scenario-format.md                       its tables
 *
 * and from docs/problems.md:
 *
 * - src/cli/generated/problem-help.ts             what each code means, for reports that carry it
 *
 * `node scripts/generate.mjs --check` writes nothing and fails where a file is not what it would be.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import * as esbuild from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import prettier from 'prettier';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'src/scenario/generated');
const schema = JSON.parse(await readFile(path.join(root, 'schemas/scenario.schema.json'), 'utf8'));
const note = 'Made by scripts/generate.mjs from schemas/scenario.schema.json; do not edit.';

/** Without what only people and editors read. */
function bare(value) {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const forEditors = new Set(['markdownDescription', 'examples', 'defaultSnippets', 'description', 'title']);
  return Object.fromEntries(
    Object.entries(value)
      // A property may be called `description`; only strings are the keyword.
      .filter(([key, part]) => !(forEditors.has(key) && (typeof part === 'string' || Array.isArray(part))))
      .map(([key, part]) => [key, bare(part)]),
  );
}

async function types() {
  const forTypes = bare(schema);
  delete forTypes.$id;
  // "Exactly one of these keys" has no good type; the validator sees to it.
  for (const definition of Object.values(forTypes.$defs)) delete definition.oneOf;
  const text = await compile(forTypes, 'ScenarioDocument', {
    bannerComment: `/** ${note} */`,
    additionalProperties: false,
    format: true,
    style: { printWidth: 120, singleQuote: true },
    unknownAny: true,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
  });
  return text;
}

async function validator() {
  // It only says yes or no, fast; src/scenario/structure.ts finds the words.
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  const code = (standalone.default ?? standalone)(ajv, ajv.compile(bare(schema)));
  const { outputFiles } = await esbuild.build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['main'],
    write: false,
    legalComments: 'none',
    banner: { js: `// ${note}` },
  });
  return outputFiles[0].text;
}

const files = {
  'scenario-document.ts': await types(),
  'validate-schema.js': await validator(),
  'validate-schema.d.ts': `/** ${note} */
import type { ScenarioDocument } from './scenario-document.ts';

/** Whether a value has the shape of a scenario. */
declare function validate(value: unknown): value is ScenarioDocument;
export default validate;
`,
  'schema.js': `// ${note}\nexport const scenarioSchema = ${JSON.stringify(schema, null, 1)};\n`,
  '../../../docs/scenario-format.md': await documentation(),
  '../../cli/generated/problem-help.ts': await problemHelp(),
  'schema.d.ts': `/** ${note} */
import type { SchemaNode } from '../schema-node.ts';

/** schemas/scenario.schema.json. */
export declare const scenarioSchema: SchemaNode;
`,
};

/** The sections of docs/problems.md by code. */
async function problemHelp() {
  const page = await readFile(path.join(root, 'docs/problems.md'), 'utf8');
  const sections = page
    .split(/^##+ /m)
    .map((section) => /^([a-z]+(?:-[a-z]+)*)\n\n([\s\S]*)$/.exec(section))
    .filter((match) => match !== null)
    .map(([, code, text]) => [code, text.replaceAll('```yaml good', '```yaml').trim()]);
  const code = `/** Made by scripts/generate.mjs from docs/problems.md; do not edit. */
import type { ProblemCode } from '../../scenario/problem-codes.ts';

export const PROBLEM_HELP: Readonly<Record<ProblemCode, string>> = ${JSON.stringify(Object.fromEntries(sections), null, 2)};
`;
  return prettier.format(code, { ...(await prettier.resolveConfig(path.join(root, 'x.ts'))), parser: 'typescript' });
}

/** The tables of docs/scenario-format.md, from the schema and from the table of functions. */
async function documentation() {
  const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const code = (value) => `\`${cell(typeof value === 'string' ? value : JSON.stringify(value))}\``;
  const row = ([key, property]) => {
    const [example] = property.examples ?? [];
    return `| \`${key}\` | ${cell(property.markdownDescription)} | ${example === undefined ? '' : code(example)} |`;
  };
  const table = (title, schemas) =>
    `### ${title}\n\n| key | meaning | example |\n| --- | --- | --- |\n${schemas.flatMap(({ properties }) => Object.entries(properties).map(row)).join('\n')}\n`;
  /** What a definition has besides another's keys; `kept` keys mean something else in it. */
  const without = ({ properties }, other, kept) => ({
    properties: Object.fromEntries(
      Object.entries(properties).filter(([key]) => kept.includes(key) || !(key in other.properties)),
    ),
  });
  const { $defs } = schema;
  const otherSteps = $defs.step.anyOf
    .map(({ $ref }) => $defs[$ref.replace('#/$defs/', '')])
    .filter((step) => step !== $defs.requestStep)
    .map(({ properties, required }) => ({
      properties: Object.fromEntries(
        Object.entries(properties).filter(([key]) => key !== 'weight' && (key !== 'steps' || required[0] === 'steps')),
      ),
    }));
  const tables = [
    table('Top level', [schema]),
    table('A feeder of `data`', [$defs.feeder]),
    table('`http`', [$defs.http]),
    table('`http.dns`', [$defs.http.properties.dns]),
    table('`http.tls`', [$defs.http.properties.tls]),
    table('A scenario', [$defs.scenario]),
    table('A stage', [$defs.stage]),
    table('A custom metric of `metrics`', [$defs.metric.anyOf[1]]),
    table('A request', [$defs.requestStep]),
    table('`request`, for other methods', [$defs.requestStep.properties.request]),
    table('`auth`', [...$defs.auth.anyOf, $defs.auth.anyOf[1].properties.basic]),
    table('`expect`', [$defs.expect]),
    table('`retry`', [$defs.retry]),
    table('A part of `multipart` that is a file', [$defs.multipartFile]),
    table('Other steps', otherSteps),
    table('`think`', $defs.think.anyOf.slice(1)),
    table('A branch of `choose` with `steps`', [$defs.stepsBranch]),
    table('`poll`, besides what a request has', [
      without($defs.poll, $defs.requestStep, ['timeout', 'check', 'capture', 'if']),
    ]),
    table('`graphql`', [$defs.graphql]),
    table('`sse`', [$defs.sse]),
    table('`websocket`', [$defs.websocket]),
    table('`refresh`', [$defs.refresh]),
    table('A threshold', [$defs.requirement]),
  ].join('\n');
  const bundle = await esbuild.build({
    entryPoints: [path.join(root, 'src/scenario/expressions/environment.ts')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    packages: 'bundle',
    mainFields: ['module', 'main'],
    write: false,
  });
  const { FUNCTIONS } = await import(
    `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].text).toString('base64')}`
  );
  const functions = `| function | meaning |\n| --- | --- |\n${FUNCTIONS.map(({ signature, description }) => `| \`${signature}\` | ${cell(description)} |`).join('\n')}\n`;
  const page = await readFile(path.join(root, 'docs/scenario-format.md'), 'utf8');
  const between = (text, name, content) =>
    text.replace(
      new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`),
      (_, start, end) => `${start}\n${content}\n${end}`,
    );
  const options = { ...(await prettier.resolveConfig(path.join(root, 'docs/scenario-format.md'))), parser: 'markdown' };
  return prettier.format(between(between(page, 'tables', tables), 'functions', functions), options);
}

const check = process.argv.includes('--check');
let stale = 0;
await mkdir(folder, { recursive: true });
for (const [name, text] of Object.entries(files)) {
  const file = path.join(folder, name);
  const old = await readFile(file, 'utf8').catch(() => '');
  if (old === text) continue;
  stale++;
  if (check) console.error(`${path.relative(root, file)} is not up to date; run node scripts/generate.mjs.`);
  else await writeFile(file, text);
}
if (check && stale > 0) process.exitCode = 1;
