import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import type { RunRequest } from '../engine/protocol.ts';
import { newSeed } from '../engine/random.ts';
import { allSteps, stepLists } from '../scenario/step-tree.ts';
import { allowedInWords, hostNamed, hostsBeyond, planHosts, planProxy } from '../scenario/index.ts';
import { COMPRESSED_SUFFIX, JOURNAL_SUFFIX, newRunName } from '../run/journal-file.ts';
import type { LoadedScenario } from '../scenario/index.ts';
import { scenarioTitle } from '../language/scenario-files.ts';
import { hasSyntaxErrors } from '../language/sendable-requests.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Problem } from '../scenario/problem.ts';
import { scalePlan } from '../scenario/scale.ts';
import { plannedDurationMs } from '../scenario/schedule/index.ts';
import { parseDuration } from '../scenario/units.ts';
import { fileNameOf } from './conversions.ts';
import { defaultWorkers } from '../engine/default-workers.ts';
import { hostnameOf } from '../scenario/loopback.ts';
import { UNKNOWN_HOST, type HostConsent } from './host-consent.ts';
import { Command } from './names.ts';
import { placeOf } from './run-scenario.ts';
import type { RunsFolder } from './runs-folder.ts';
import { planOf, type RunVariant } from './run-variant.ts';
import type { Scenarios } from './scenarios.ts';
import type { Secrets } from './secrets.ts';
import { Settings } from './settings.ts';

/** All that an engine needs for a run. */
export interface PreparedRun {
  readonly request: RunRequest;
  /** Of the run when it has ended; while it goes on it lacks the ending of compressed files. */
  readonly journal: vscode.Uri;
  /** E.g. `run once`; '' for the whole file as it is written. */
  readonly label: string;
  readonly once: boolean;
}

/** What a run that leaves nothing behind is of, and with what. */
export interface UnkeptRun {
  /** What of the file's plan to run; or why it can't be. `loaded`: the file that the plan is of. */
  readonly choose: (plan: Plan, loaded: LoadedScenario) => { readonly plan: Plan } | { readonly problem: string };
  /** Of a file with errors, what is right of it is enough: `choose` looks at whether they concern what it takes. */
  readonly drafts?: boolean;
  /** One of the file's `environments`; not given: the one that was picked for the file. */
  readonly environment?: string;
  /** Before the settings and the editor's own. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Why no run was started, in a sentence, and a command that helps. */
export interface Refusal {
  readonly refused: string;
  readonly remedy?: { readonly title: string; readonly command: string; readonly argument?: unknown };
}

/** Everything between pressing Run and the engine's start: trust, problems, settings, environment, secrets and consent. */
export class RunPreparation {
  readonly #scenarios: Scenarios;
  readonly #secrets: Secrets;
  readonly #consent: HostConsent;
  readonly #folder: RunsFolder;

  constructor(scenarios: Scenarios, secrets: Secrets, consent: HostConsent, folder: RunsFolder) {
    this.#scenarios = scenarios;
    this.#secrets = secrets;
    this.#consent = consent;
    this.#folder = folder;
  }

  /** The text that runs is the document's, saved or not. */
  async prepare(document: vscode.TextDocument, variant: RunVariant): Promise<PreparedRun | Refusal> {
    const file = fileNameOf(document.uri);
    if (!vscode.workspace.isTrusted) return untrusted(file);
    const checked = this.#scenarios.check(document);
    if (!checked.plan) return withErrors(file, checked.problems.filter(({ severity }) => severity === 'error').length);
    const unpicked = withoutPickedEnvironment(file, checked.problems, document.uri);
    if (unpicked) return unpicked;

    const settings = new Settings(document.uri);
    const scaled = scaledPlan(checked.plan, settings.scaleTo);
    if ('refused' in scaled) return scaled;
    const chosen = planOf(scaled.plan, variant);
    if ('problem' in chosen) return { refused: chosen.problem };
    const { plan, label } = chosen;
    const given = await this.#ask(plan, file, settings.env, settings.allowedHosts);
    if ('refused' in given) return given;

    const runId = newRunName(scenarioTitle(document.uri.path));
    let folder: vscode.Uri;
    try {
      folder = await this.#folder.ensure(document.uri);
    } catch {
      return withoutFolder(file, this.#folder.of(document.uri).fsPath);
    }
    const journal = vscode.Uri.joinPath(folder, `${runId}${JOURNAL_SUFFIX}${COMPRESSED_SUFFIX}`);
    const place = placeOf(document.uri);
    const request: RunRequest = {
      plan,
      scenario: {
        file,
        text: checked.text,
        folder: dirname(document.uri.fsPath),
        ...(place === undefined ? {} : { path: place }),
      },
      secrets: given.secrets,
      env: given.env,
      options: {
        runId,
        workers: settings.workers || defaultWorkers(plan, availableParallelism()),
        seed: newSeed(),
        journal: journal.fsPath,
        points: false,
        waiting: 'sleep',
        exchanges: variant.kind === 'once' ? 'all' : 'failed',
        allowedHosts: given.allowedHosts,
        allowEmptyThresholds: false,
        overrides: [label, environmentLabel(plan), ...scaled.overrides].filter((override) => override !== ''),
      },
    };
    return { request, journal, label, once: variant.kind === 'once' };
  }

  /** As `prepare`, for one VU whose exchanges are looked at whole and not kept: one request, or a debugger. */
  async prepareUnkept(
    document: vscode.TextDocument,
    { choose, drafts = false, environment, env: ownEnv = {} }: UnkeptRun,
  ): Promise<RunRequest | Refusal> {
    const file = fileNameOf(document.uri);
    if (!vscode.workspace.isTrusted) return untrusted(file);
    const text = document.getText();
    const { loaded } =
      environment === undefined
        ? this.#scenarios.check(document)
        : this.#scenarios.load(text, document.uri, environment);
    const { problems } = loaded;
    const whole = loaded.plan ?? (drafts && !hasSyntaxErrors(loaded) ? loaded.model.draft : null);
    if (!whole) return withErrors(file, problems.filter(({ severity }) => severity === 'error').length);
    const unpicked = withoutPickedEnvironment(file, problems, document.uri);
    if (unpicked) return unpicked;
    if (environment !== undefined && whole.environment !== environment) {
      return { refused: `${file} can't be run: it has no environment ${environment}.` };
    }
    const chosen = choose(whole, loaded);
    if ('problem' in chosen) return { refused: chosen.problem, ...(loaded.plan ? {} : { remedy: SHOW_PROBLEMS }) };
    const { plan } = chosen;
    const settings = new Settings(document.uri);
    const given = await this.#ask(plan, file, { ...settings.env, ...ownEnv }, settings.allowedHosts);
    if ('refused' in given) return given;
    return {
      plan,
      scenario: { file, text, folder: dirname(document.uri.fsPath) },
      secrets: given.secrets,
      env: given.env,
      options: {
        runId: 'unkept',
        workers: 1,
        seed: newSeed(),
        journal: null,
        points: false,
        waiting: 'sleep',
        exchanges: 'whole',
        allowedHosts: given.allowedHosts,
        allowEmptyThresholds: true,
        overrides: [],
      },
    };
  }

  /** What a plan needs from outside the file: environment variables, agreement to its hosts, secrets. */
  async #ask(
    plan: Plan,
    file: string,
    env: Readonly<Record<string, string>>,
    allowed: readonly string[],
  ): Promise<(Pick<RunRequest, 'env' | 'secrets'> & Pick<RunRequest['options'], 'allowedHosts'>) | Refusal> {
    const read = environmentOf(plan, { ...process.env, ...env });
    const missing = plan.env.filter(({ name, required }) => required && read[name] === undefined);
    if (missing.length > 0) {
      return withoutEnvironment(
        file,
        missing.map(({ name }) => name),
      );
    }
    const origins = originsOf(plan, read);
    const known = origins.filter((origin) => origin !== UNKNOWN_HOST);
    const beyond = allowed.length === 0 ? [] : hostsBeyond(known, allowed);
    if (beyond.length > 0) return withoutPermission(file, beyond, allowed);
    if (!(await this.#consent.agree(origins, file))) return { refused: '' };
    const secrets = await this.#secrets.resolve(plan.secrets);
    if (!secrets) return { refused: '' };
    // Who agreed to a host that nobody knows yet agreed to any that the settings allow.
    const anyAllowed = allowed.length === 0 ? null : allowed.flatMap((host) => hostNamed(host) ?? []);
    return { env: read, secrets, allowedHosts: origins.includes(UNKNOWN_HOST) ? anyAllowed : origins.map(hostnameOf) };
  }
}

/** As results and reports show it beside the other ways in which a run differs from its file. */
function environmentLabel({ environment }: Plan): string {
  return environment === null ? '' : `environment ${environment}`;
}

function scaledPlan(plan: Plan, scaleTo: string): { plan: Plan; overrides: readonly string[] } | Refusal {
  if (scaleTo === '') return { plan, overrides: [] };
  const durationMs = parseDuration(scaleTo);
  if (durationMs === null || durationMs <= 0) {
    return {
      refused: `The setting rampwright.run.scaleTo is "${scaleTo}", which is no duration. Write it like 30s or 1m30s.`,
      remedy: { title: 'Open Settings', command: 'workbench.action.openSettings', argument: 'rampwright.run.scaleTo' },
    };
  }
  // A workspace may hold tests of ten seconds beside tests of an hour: nobody wants the short ones stretched.
  if (plannedDurationMs(plan) <= durationMs) return { plan, overrides: [] };
  return { plan: scalePlan(plan, durationMs), overrides: [`scaled to ${scaleTo}`] };
}

/** Only what the scenario reads: nothing else of the environment needs to cross to the engine. */
function environmentOf(plan: Plan, all: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const read = plan.env.flatMap(({ name }): [string, string][] => {
    const value = all[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(read);
}

/** Where the load goes: the targets, and the proxy on the way. */
function originsOf(plan: Plan, env: Readonly<Record<string, string>>): readonly string[] {
  const proxy = plan.http.proxy ? [planProxy(plan, env) ?? UNKNOWN_HOST] : [];
  const targets = planHosts(plan, env);
  if (targets.length > 0) return [...targets, ...proxy];
  const steps = stepLists(plan).flatMap(allSteps);
  return steps.some((step) => 'url' in step) ? [UNKNOWN_HOST, ...proxy] : [];
}

function untrusted(file: string): Refusal {
  return {
    refused: `${file} can't be run: this workspace is not trusted, and a run sends what its files say to where they say.`,
    remedy: { title: 'Manage Workspace Trust', command: 'workbench.trust.manage' },
  };
}

const SHOW_PROBLEMS = { title: 'Show Problems', command: 'workbench.actions.view.problems' };

function withErrors(file: string, errors: number): Refusal {
  return {
    refused: `${file} can't be run: it has ${errors === 1 ? 'an error' : `${errors} errors`}.`,
    remedy: SHOW_PROBLEMS,
  };
}

/** What is only a remark to who writes the file keeps it from being run. */
function withoutPickedEnvironment(file: string, problems: readonly Problem[], uri: vscode.Uri): Refusal | null {
  const problem = problems.find(({ code }) => code === 'environment-not-picked');
  if (!problem) return null;
  return {
    refused: `${file} can't be run yet. ${problem.message}`,
    remedy: { title: 'Select Environment…', command: Command.selectEnvironment, argument: uri },
  };
}

/** Hosts that stand in the file are errors of the file; these come from variables of the environment. */
function withoutPermission(file: string, hosts: readonly string[], allowed: readonly string[]): Refusal {
  return {
    refused: `${file} can't be run: it would send its load to ${hosts.join(' and ')}, and the setting rampwright.hosts.allowed allows ${allowedInWords(allowed)}.`,
    remedy: { title: 'Open Settings', command: 'workbench.action.openSettings', argument: 'rampwright.hosts.allowed' },
  };
}

function withoutFolder(file: string, folder: string): Refusal {
  return {
    refused: `${file} can't be run: the folder for its results, ${folder}, can't be made. Name another one in the setting rampwright.runs.folder.`,
    remedy: { title: 'Open Settings', command: 'workbench.action.openSettings', argument: 'rampwright.runs.folder' },
  };
}

function withoutEnvironment(file: string, names: readonly string[]): Refusal {
  const [first = ''] = names;
  const list = names.map((name) => `env.${name}`).join(', ');
  return {
    refused: `${file} can't be run: ${list} ${names.length === 1 ? 'is' : 'are'} not set. Set ${names.length === 1 ? 'it' : 'them'} in the setting rampwright.env, or give a default in the file: env.?${first}.orValue("…").`,
    remedy: { title: 'Open Settings', command: 'workbench.action.openSettings', argument: 'rampwright.env' },
  };
}
