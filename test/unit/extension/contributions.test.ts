import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Color,
  Command,
  COMPARISON_VIEW,
  ContextKey,
  DEBUG_TYPE,
  EXCHANGE_SCHEME,
  RESULTS_VIEW,
  RUN_EDITOR,
  SettingKey,
  SETTINGS_SECTION,
} from '../../../src/extension/names.ts';
import { JOURNAL_SUFFIXES } from '../../../src/run/journal-file.ts';
import { SCENARIO_LANGUAGES, SCENARIO_SUFFIXES } from '../../../src/language/scenario-files.ts';

const ROOT = join(import.meta.dirname, '../../..');

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] } };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when?: string }[]>>;
    readonly languages: readonly { readonly id: string; readonly extensions?: readonly string[] }[];
    readonly debuggers: readonly { readonly type: string; readonly languages: readonly string[] }[];
    readonly customEditors: readonly {
      readonly viewType: string;
      readonly selector: readonly { readonly filenamePattern: string }[];
    }[];
    readonly breakpoints: readonly { readonly language: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly markdown: string };
        readonly completionEvents?: readonly string[];
      }[];
    }[];
    readonly colors: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const manifestText = readFileSync(join(ROOT, 'package.json'), 'utf8');
const manifest = JSON.parse(manifestText) as Manifest;
const strings = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')) as Record<string, string>;
const sources = readdirSync(join(ROOT, 'src/extension'))
  .filter((name) => name.endsWith('.ts') && name !== 'names.ts')
  .map((name) => readFileSync(join(ROOT, 'src/extension', name), 'utf8'))
  .join('\n');

const sorted = (values: Iterable<string>): string[] => [...values].sort();

describe('the command palette', () => {
  it('finds Run first by its name: it sorts A to Z what has a word that begins so', () => {
    const hidden = new Set(
      manifest.contributes.menus['commandPalette']
        ?.filter(({ when }) => when === 'false')
        .map(({ command }) => command),
    );
    const found = manifest.contributes.commands
      .filter(({ command }) => !hidden.has(command))
      .map(({ title }) => strings[title.slice(1, -1)] ?? title)
      .filter((title) => /\brun/i.test(title))
      .sort((a, b) => a.localeCompare(b));
    assert.deepEqual(found, ['Run', 'Run Once']);
  });
});

describe('package.json and the code', () => {
  it('name the same commands', () =>
    assert.deepEqual(
      sorted(manifest.contributes.commands.map(({ command }) => command)),
      sorted(Object.values(Command)),
    ));

  it('each command is registered', () => {
    for (const name of Object.keys(Command)) assert.ok(sources.includes(`on(Command.${name},`), name);
  });

  it('menus name only commands that there are', () => {
    const known = new Set<string>(Object.values(Command));
    for (const { command } of Object.values(manifest.contributes.menus).flat()) assert.ok(known.has(command), command);
  });

  it('name the same settings, and each is read', () => {
    const declared = Object.keys(manifest.contributes.configuration.properties);
    assert.deepEqual(sorted(declared), sorted(Object.values(SettingKey).map((key) => `${SETTINGS_SECTION}.${key}`)));
    for (const name of Object.keys(SettingKey)) assert.ok(sources.includes(`SettingKey.${name}`), name);
  });

  it('have walkthroughs whose pictures and commands there are', () => {
    const known = new Set<string>(Object.values(Command));
    for (const { media, completionEvents = [] } of manifest.contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      assert.ok(existsSync(join(ROOT, media.markdown)), media.markdown);
      for (const event of completionEvents) assert.ok(known.has(event.replace('onCommand:', '')), event);
    }
    for (const text of Object.values(strings)) {
      for (const [, command = ''] of text.matchAll(/\(command:([\w.]+)\)/g)) assert.ok(known.has(command), command);
    }
  });

  it('name the same colours', () =>
    assert.deepEqual(sorted(manifest.contributes.colors.map(({ id }) => id)), sorted(Object.values(Color))));

  it('restrict only settings that there are', () => {
    for (const key of manifest.capabilities.untrustedWorkspaces.restrictedConfigurations) {
      assert.ok(key in manifest.contributes.configuration.properties, key);
    }
  });

  it('have a string for each %key%, and no other', () => {
    const used = new Set([...manifestText.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key));
    assert.deepEqual(sorted(used), sorted(Object.keys(strings)));
  });

  it('name the same languages and files', () => {
    const { languages } = manifest.contributes;
    assert.deepEqual(sorted(languages.map(({ id }) => id)), sorted([...SCENARIO_LANGUAGES, EXCHANGE_SCHEME]));
    assert.deepEqual(sorted(languages.flatMap(({ extensions = [] }) => extensions)), sorted(SCENARIO_SUFFIXES));
  });

  it('know the same debugger', () => {
    const { debuggers, breakpoints } = manifest.contributes;
    assert.deepEqual(
      debuggers.map(({ type, languages }) => [type, languages]),
      [[DEBUG_TYPE, [...SCENARIO_LANGUAGES]]],
    );
    assert.deepEqual(
      breakpoints.map(({ language }) => language),
      [...SCENARIO_LANGUAGES],
    );
  });

  it('know the same editor of journals', () =>
    assert.deepEqual(
      manifest.contributes.customEditors.map(({ viewType, selector }) => [
        viewType,
        ...selector.map(({ filenamePattern }) => filenamePattern),
      ]),
      [[RUN_EDITOR, ...JOURNAL_SUFFIXES.map((suffix) => `*${suffix}`)]],
    ));

  it('know the same context keys', () => {
    const known = new Set<string>(Object.values(ContextKey));
    const used = manifestText.match(/(?<![:%"])\brampwright\.running\w*/g) ?? [];
    for (const key of used) assert.ok(known.has(key), key);
  });

  it('activate on nothing but scenarios, their results and their debugging', () =>
    assert.deepEqual(sorted(manifest.activationEvents), [
      `onDebugResolve:${DEBUG_TYPE}`,
      `onWebviewPanel:${COMPARISON_VIEW}`,
      `onWebviewPanel:${RESULTS_VIEW}`,
      'workspaceContains:**/*.load.{yaml,yml,json}',
    ]));
});
