import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadScenario } from '../../../src/scenario/index.ts';
import { LineIndex } from '../../../src/scenario/source.ts';
import { scenarioSchema } from '../../../src/scenario/generated/schema.js';
import { CAPABILITIES, type Question } from './capabilities.ts';
import { scenarioTexts, type ScenarioText } from './scenario-texts.ts';

/** All prefixes and a hundred times as many edits and documents, instead of samples: takes many minutes. */
const EXHAUSTIVE = process.env.RAMPWRIGHT_EXHAUSTIVE === '1';
const SEED = Number(process.env.RAMPWRIGHT_SEED ?? Date.now() % 1_000_000);
/** What a person at a keyboard does not notice. */
const LONGEST_MS = 100;

/** CPU time that a call took, so that a machine with other work does not count. */
async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** @throws with the capability and the text, where one throws or is slow three times. */
async function assertAllWell(text: string, fileName: string, offset: number): Promise<void> {
  const position = new LineIndex(text).position(Math.min(offset, text.length));
  const question: Question = { text, fileName, position, loaded: loadScenario(text, fileName) };
  for (const [name, ask] of Object.entries(CAPABILITIES)) {
    try {
      let fastest = await cpuMs(() => ask(question));
      for (let again = 0; again < 2 && fastest > LONGEST_MS; again++) {
        fastest = Math.min(fastest, await cpuMs(() => ask(question)));
      }
      assert.ok(fastest <= LONGEST_MS, `took ${fastest.toFixed(0)} ms`);
    } catch (error) {
      const where = `${position.line + 1}:${position.character + 1}`;
      throw new Error(`${name} at ${where} (seed ${SEED}): ${String(error)}\n${text}`, { cause: error });
    }
  }
}

const texts = scenarioTexts();
/** Typed while a file is written: structure, quotes, indentation, and a letter. */
const CHARACTERS = [...Array.from(':-{}[]"\'#|>&*!%@`$.,\\/ \n\tax0'), '\u{1F600}', '\u0000'];

const anyText = fc.constantFrom(...texts);
const prefix = anyText.chain((source) => fc.nat(source.text.length).map((length) => ({ source, length })));
const edit = fc.record({
  source: anyText,
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('insert', 'remove', 'replace'),
  character: fc.constantFrom(...CHARACTERS),
});

function edited({ text }: ScenarioText, offset: number, kind: string, character: string): string {
  return (
    text.slice(0, offset) + (kind === 'remove' ? '' : character) + text.slice(kind === 'insert' ? offset : offset + 1)
  );
}

describe(`any text that is on its way to a scenario (seed ${SEED})`, function () {
  this.timeout(EXHAUSTIVE ? 3_600_000 : 60_000);

  before(async () => {
    // What is loaded and compiled with the first call is not the call's own work.
    for (const { text, fileName } of texts) {
      const question = { text, fileName, position: { line: 3, character: 1 }, loaded: loadScenario(text, fileName) };
      for (let round = 0; round < 5; round++) for (const ask of Object.values(CAPABILITIES)) await ask(question);
    }
  });

  it('is answered without an error and without a wait: prefixes', async () => {
    if (EXHAUSTIVE) {
      for (const { text, fileName } of texts) {
        for (let length = 0; length <= text.length; length++)
          await assertAllWell(text.slice(0, length), fileName, length);
      }
      return;
    }
    await fc.assert(
      fc.asyncProperty(prefix, ({ source: { text, fileName }, length }) =>
        assertAllWell(text.slice(0, length), fileName, length),
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('is answered without an error and without a wait: single edits', async () => {
    await fc.assert(
      fc.asyncProperty(edit, ({ source, at, kind, character }) => {
        const offset = Math.floor(at * source.text.length);
        return assertAllWell(edited(source, offset, kind, character), source.fileName, offset + 1);
      }),
      { seed: SEED, numRuns: EXHAUSTIVE ? 30_000 : 300 },
    );
  });

  it('is answered without an error and without a wait: any position of a whole file', async () => {
    await fc.assert(
      fc.asyncProperty(prefix, ({ source: { text, fileName }, length }) => assertAllWell(text, fileName, length)),
      { seed: SEED, numRuns: EXHAUSTIVE ? 10_000 : 120 },
    );
  });
});

// ── random documents ──

/** Every key that the format has somewhere. */
const KEYS = keysOf(scenarioSchema);

function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' && schema.properties !== null
      ? Object.keys(schema.properties)
      : [];
  return [...new Set([...own, ...Object.values(schema).flatMap(keysOf)])];
}

const WORDS = [
  '1',
  '0',
  '-1',
  '1.5',
  '10s',
  '1m',
  'abc',
  '2xx',
  'true',
  'null',
  '~',
  '""',
  '${vars.a}',
  '${',
  '"${env.X}"',
  'p(95) < 1s',
  'rate',
  '/re/',
  'json.a',
  '*a',
  '&a b',
  '<<: *a',
  '!!str x',
  '|',
  '>-',
  '.inf',
  '0x1F',
  '2026-01-01',
  '{}',
  '[]',
  '{a: b',
  '- - -',
  '? x',
  ': ',
  '# c',
  '\t',
];

const junk = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const key = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: junk });

const { block } = fc.letrec<{ block: string[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.tuple(key, junk).map(([name, value]) => [`${name}: ${value}`]),
    junk.map((value) => [value]),
    fc.tuple(key, tie('block')).map(([name, lines]) => [`${name}:`, ...lines.map((line) => `  ${line}`)]),
    tie('block').map(([head = '', ...rest]) => [`- ${head}`, ...rest.map((line) => `  ${line}`)]),
    fc.array(tie('block'), { maxLength: 4 }).map((blocks) => blocks.flat()),
    fc
      .tuple(key, fc.array(fc.tuple(key, junk), { maxLength: 3 }))
      .map(([name, pairs]) => [`${name}: { ${pairs.map(([inner, value]) => `${inner}: ${value}`).join(', ')} }`]),
  ),
}));

describe(`random YAML documents (seed ${SEED})`, function () {
  this.timeout(EXHAUSTIVE ? 3_600_000 : 120_000);

  it('10,000 of them neither crash nor hang the validator', () => {
    const document = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => blocks.flat().join('\n'));
    fc.assert(
      fc.property(document, (text) => {
        const before = process.cpuUsage();
        const { problems, plan } = loadScenario(text, 'random.load.yaml');
        const { user } = process.cpuUsage(before);
        assert.ok(user < 1_000_000, `took ${user / 1000} ms`);
        assert.equal(
          plan === null,
          problems.some(({ severity }) => severity === 'error'),
        );
      }),
      { seed: SEED, numRuns: EXHAUSTIVE ? 1_000_000 : 10_000 },
    );
  });
});
