import * as vscode from 'vscode';
import { SETTINGS_SECTION, SettingKey } from './names.ts';

/** The settings that hold for a scenario file. Values of a wrong type count as unset. */
export class Settings {
  readonly #configuration: vscode.WorkspaceConfiguration;

  constructor(scenario?: vscode.Uri) {
    this.#configuration = vscode.workspace.getConfiguration(SETTINGS_SECTION, scenario ?? null);
  }

  /** 0: as many as the machine has cores to spare. */
  get workers(): number {
    const value = this.#get(SettingKey.workers);
    return typeof value === 'number' && value > 0 ? Math.min(64, Math.floor(value)) : 0;
  }

  /** A duration as written, or ''. */
  get scaleTo(): string {
    const value = this.#get(SettingKey.scaleTo);
    return typeof value === 'string' ? value.trim() : '';
  }

  get env(): Record<string, string> {
    const value = this.#get(SettingKey.env);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
  }

  /** Hosts that absolute URLs may name; empty: any. */
  get allowedHosts(): readonly string[] {
    const value = this.#get(SettingKey.allowedHosts);
    return Array.isArray(value) ? value.map(String).filter((host) => host !== '') : [];
  }

  get runsFolder(): string {
    const value = this.#get(SettingKey.runsFolder);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : '.rampwright/runs';
  }

  /** Which runs are kept; 0 sets no bound. */
  get retention(): { readonly count: number; readonly days: number } {
    const bound = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);
    return { count: bound(this.#get(SettingKey.keepCount)), days: bound(this.#get(SettingKey.keepDays)) };
  }

  get openResultsOnRun(): boolean {
    return this.#get(SettingKey.openResultsOnRun) !== false;
  }

  get codeLens(): boolean {
    return this.#get(SettingKey.codeLens) !== false;
  }

  get codeLensSend(): boolean {
    return this.#get(SettingKey.codeLensSend) !== false;
  }

  get inlineResults(): boolean {
    return this.#get(SettingKey.inlineResults) !== false;
  }

  get inlayHints(): boolean {
    return this.#get(SettingKey.inlayHints) !== false;
  }

  get loadProfile(): boolean {
    return this.#get(SettingKey.loadProfile) !== false;
  }

  #get(key: string): unknown {
    return this.#configuration.get<unknown>(key);
  }
}
