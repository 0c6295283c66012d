/** A real VS Code with the extension on a copy of the examples, and a browser that shows it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { PASSWORD, startServer } from '../../examples/ai-proxy/server.mjs';
import { launchBrowser, openWorkbench, webviewFrame } from '../../scripts/vscode/browser.mjs';
import { startVSCode } from '../../scripts/vscode/server.mjs';

export const ROOT = join(import.meta.dirname, '..', '..');

export type Theme = 'light' | 'dark' | 'high-contrast';

export interface WorkbenchOptions {
  /** As a system asks for it; light without one. */
  readonly theme?: Theme;
  /** User settings. A theme's name is not among them: the workbench in a browser leaves it aside at its start. */
  readonly settings?: Readonly<Record<string, unknown>>;
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
  /** The workspace: a copy of examples/, the test's own. */
  readonly folder: string;
  /** The server that the examples load, with its own counts and its switch. */
  readonly target: Awaited<ReturnType<typeof startServer>>;
  /** Addresses other than 127.0.0.1 that the page asked for; all were refused. */
  readonly outside: readonly string[];
  /** The process that everything runs under: extension hosts and engines are its descendants. */
  readonly serverPid: number | undefined;
  /** The CodeLens with this text in the active editor. */
  lens(text: string | RegExp): Locator;
  /** Runs a command as a person does, by its title in the command palette. */
  command(title: string): Promise<void>;
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

/** The theme follows what the browser says of its system, which is the one way to a theme that a settings file can't undo. */
const THEMES = {
  settings: {
    'window.autoDetectColorScheme': true,
    'window.autoDetectHighContrast': true,
    'workbench.preferredLightColorTheme': 'Light Modern',
    'workbench.preferredDarkColorTheme': 'Dark Modern',
    'workbench.preferredHighContrastColorTheme': 'Default High Contrast',
  },
  light: { media: { colorScheme: 'light', forcedColors: 'none' }, className: 'vs' },
  dark: { media: { colorScheme: 'dark', forcedColors: 'none' }, className: 'vs-dark' },
  'high-contrast': { media: { colorScheme: 'dark', forcedColors: 'active' }, className: 'hc-black' },
} as const;

export async function openExamples(options: WorkbenchOptions = {}): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), 'rampwright-examples-'));
  cpSync(join(ROOT, 'examples'), folder, { recursive: true });
  const target = await startServer({ port: 0 });
  const env: Record<string, string | undefined> = { BASE_URL: target.url, TEST_PASSWORD: PASSWORD, ...options.env };
  const server = await startVSCode({
    settings: { ...THEMES.settings, ...options.settings },
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    vsix: [...(options.vsix ?? [])],
    workspaceTrust: options.workspaceTrust ?? false,
  });
  sharedBrowser ??= launchBrowser();
  const lines: string[] = [];
  const workspace = {
    folder,
    ...(options.vsix === undefined ? { extensionDevelopmentPath: ROOT } : {}),
    ...(options.file === undefined ? {} : { openFile: join(folder, options.file) }),
  };
  const { page, outside } = await openWorkbench(await sharedBrowser, server, workspace, {
    onLog: (kind, values) => {
      lines.push(`[${kind}] ${values.map(String).join(' ')}`);
    },
  });

  await follow(page, THEMES[options.theme ?? 'light']);

  const quickInput = page.locator('.quick-input-widget input');
  const pick = async (key: string, text: string, row: string): Promise<void> => {
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
    lens: (text) => page.locator('.codelens-decoration a', { hasText: text }).first(),
    command: (title) => pick('F1', `>${title}`, title),
    open: async (file) => {
      await pick('Control+P', file, basename(file));
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

/** The workbench listens to changes only, and only from some moment on that nothing tells of: so it is told until it has heard. */
async function follow(page: Page, { media, className }: (typeof THEMES)[Theme]): Promise<void> {
  const followed = page.locator(`.monaco-workbench.${className}`);
  const other = media.colorScheme === 'dark' ? 'light' : 'dark';
  for (let told = 1; ; told++) {
    await page.emulateMedia(media);
    try {
      await followed.waitFor({ timeout: 5_000 });
      return;
    } catch (error) {
      if (told === 5) throw error;
      await page.emulateMedia({ colorScheme: other, forcedColors: 'none' });
    }
  }
}

/** The browser is shared by all workbenches of a file; to be called in `after`. */
export async function closeBrowser(): Promise<void> {
  const browser = await sharedBrowser;
  sharedBrowser = null;
  await browser?.close();
}
