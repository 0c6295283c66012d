/** A real VS Code with the extension on a copy of the examples, and a browser that shows it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { PASSWORD, startServer } from '../../examples/ai-proxy/server.mjs';
import { launchBrowser, openWorkbench, webviewFrame } from '../../scripts/vscode/browser.mjs';
import { startVSCode } from '../../scripts/vscode/server.mjs';

export const ROOT = join(import.meta.dirname, '..', '..');

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

export interface WorkbenchOptions {
  /** As a person picks it; without one, whatever the workbench begins with. */
  readonly theme?: Theme;
  /** User settings; for a theme, see `theme`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** How long the examples' runs take, instead of the minute that their own settings say. */
  readonly scaleTo?: string;
  /** A folder without the examples. */
  readonly empty?: boolean;
  /** Texts of files to be there besides the examples, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
  /** Folders to be opened as a workspace of several, instead of all as one. */
  readonly folders?: readonly string[];
  /** To open at the start, relative to examples/. */
  readonly file?: string;
  /** Packaged extensions to install; then the one under development isn't loaded. */
  readonly vsix?: readonly string[];
  /** VS Code's workspace trust as a user has it; off by default, so that the folder is trusted. */
  readonly workspaceTrust?: boolean;
  /** The extension host's environment on top of `BASE_URL` and `TEST_PASSWORD`; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface Workbench {
  readonly page: Page;
  /** The workspace: a copy of examples/ or an empty folder, the test's own. */
  readonly folder: string;
  /** The server that the examples load, with its own counts and its switch. */
  readonly target: Awaited<ReturnType<typeof startServer>>;
  /** Addresses other than 127.0.0.1 that the page asked for; all were refused. */
  readonly outside: readonly string[];
  /** The process that everything runs under: extension hosts and engines are its descendants. */
  readonly serverPid: number | undefined;
  /** The CodeLens with this text in the active editor, of those that are in sight. */
  lens(text: string | RegExp): Locator;
  /** Runs a command as a person does, by its title in the command palette. */
  command(title: string): Promise<void>;
  /** Picks another theme. */
  theme(theme: Theme): Promise<void>;
  /** Opens a file of the workspace. */
  open(file: string): Promise<void>;
  /** The frame with a webview's content, by something that only it holds. */
  webview(selector: string): Promise<Frame>;
  /** Writes test-results/NAME.png. */
  screenshot(name: string): Promise<void>;
  /** What the workbench and the extension host wrote to their consoles. */
  log(): string;
  close(): Promise<void>;
}

let sharedBrowser: Promise<Browser> | null = null;

/** By their names in the list of themes. */
const THEMES = {
  light: { label: 'Light Modern', className: 'vs', media: { colorScheme: 'light', forcedColors: 'none' } },
  dark: { label: 'Dark Modern', className: 'vs-dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  'high-contrast': {
    label: 'Dark High Contrast',
    className: 'hc-black',
    media: { colorScheme: 'dark', forcedColors: 'active' },
  },
  'high-contrast-light': {
    label: 'Light High Contrast',
    className: 'hc-light',
    media: { colorScheme: 'light', forcedColors: 'active' },
  },
} as const;

export async function openExamples(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'rampwright-examples-'));
  if (options.empty !== true) cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  if (options.scaleTo !== undefined) {
    const settings = { 'rampwright.run.scaleTo': options.scaleTo };
    writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  }
  for (const [name, text] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const several = join(folder, 'several.code-workspace');
  if (options.folders) writeFileSync(several, JSON.stringify({ folders: options.folders.map((path) => ({ path })) }));
  const target = await startServer({ port: 0 });
  const env: Record<string, string | undefined> = { BASE_URL: target.url, TEST_PASSWORD: PASSWORD, ...options.env };
  const server = await startVSCode({
    // A theme is what a test picks, not what goes with the browser's colour scheme.
    settings: {
      'window.autoDetectColorScheme': false,
      'window.autoDetectHighContrast': false,
      ...options.settings,
    },
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    vsix: [...(options.vsix ?? [])],
    workspaceTrust: options.workspaceTrust ?? false,
  });
  sharedBrowser ??= launchBrowser();
  const lines: string[] = [];
  const workspace = {
    folder: options.folders ? several : folder,
    ...(options.vsix === undefined ? { extensionDevelopmentPath: ROOT } : {}),
    ...(options.file === undefined ? {} : { openFile: join(folder, options.file) }),
  };
  const { page, outside } = await openWorkbench(await sharedBrowser, server, workspace, {
    onLog: (kind, values) => {
      lines.push(`[${kind}] ${values.map(String).join(' ')}`);
    },
  });

  if (options.theme !== undefined) await choose(page, THEMES[options.theme]);

  const quickInput = page.locator('.quick-input-widget input');
  const pick = async (key: string, text: string, row: string | RegExp): Promise<void> => {
    await page.keyboard.press(key);
    await quickInput.waitFor();
    await quickInput.fill(text);
    // The list lags behind the input: until it follows, Enter would take a row of the text before.
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  };

  return {
    page,
    folder,
    target,
    outside,
    serverPid: server.pid,
    lens: (text) => page.locator('.codelens-decoration a:visible', { hasText: text }).first(),
    command: (title) => pick('F1', `>${title}`, title),
    theme: (theme) => choose(page, THEMES[theme]),
    open: async (file) => {
      // With its folder, which the row has behind its name: others may have a file of that name.
      const parts = [basename(file), dirname(file).replace(/^\.$/, '')].map((part) => part.replaceAll('.', '\\.'));
      await pick('Control+P', file, new RegExp(parts.join('[^]*')));
      await page.locator('.tab.active', { hasText: basename(file) }).waitFor();
    },
    webview: (selector) => webviewFrame(page, selector),
    screenshot: async (name) => {
      const results = join(ROOT, 'test-results');
      mkdirSync(results, { recursive: true });
      await page.screenshot({ path: join(results, `${name}.png`) });
    },
    log: () => lines.join('\n'),
    close: async () => {
      await page.context().close();
      await server.close();
      await target.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Picks a theme as a person does. The workbench in a browser now and then leaves the theme of its settings file aside, and does
 * not always hear of a change of the system's either.
 */
async function choose(page: Page, { label, className, media }: (typeof THEMES)[Theme]): Promise<void> {
  await page.emulateMedia(media);
  const quickInput = page.locator('.quick-input-widget');
  const listed = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label });
  // The list holds the themes that are known when it opens, which at the start are not all.
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+T');
    await quickInput.locator('input').fill(label);
    try {
      await listed.waitFor({ timeout: 3_000 });
      break;
    } catch (error) {
      if (attempt === 10) throw error;
      await page.keyboard.press('Escape');
      await quickInput.waitFor({ state: 'hidden' });
    }
  }
  await page.keyboard.press('Enter');
  await quickInput.waitFor({ state: 'hidden' });
  await page.locator(`.monaco-workbench.${className}`).waitFor();
}

/** The browser is shared by all workbenches of a file; to be called in `after`. */
export async function closeBrowser(): Promise<void> {
  const browser = await sharedBrowser;
  sharedBrowser = null;
  await browser?.close();
}
