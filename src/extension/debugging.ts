import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import type { RunRequest } from '../engine/protocol.ts';
import { expressionAt } from '../language/expression-at.ts';
import { SCENARIO_LANGUAGES } from '../language/scenario-files.ts';
import { debugPlan } from '../scenario/debug.ts';
import { fileNameOf } from './conversions.ts';
import type { DebugHost, LaunchArguments } from './debug/debuggee.ts';
import { ScenarioDebugSession } from './debug/session.ts';
import { Command, DEBUG_TYPE } from './names.ts';
import type { RunPreparation } from './run-preparation.ts';
import { refuse } from './runs.ts';
import { isScenario } from './scenarios.ts';

/** Debugging of scenarios: F5 on a scenario file, launch.json, the command. The adapter runs in here, the engine in its own process. */
export class Debugging
  implements
    vscode.DebugConfigurationProvider,
    vscode.DebugAdapterDescriptorFactory,
    vscode.EvaluatableExpressionProvider,
    DebugHost
{
  readonly engineEntry: string;
  readonly #preparation: RunPreparation;

  constructor(engineEntry: string, preparation: RunPreparation) {
    this.engineEntry = engineEntry;
    this.#preparation = preparation;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (...args: unknown[]) => Promise<unknown>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    return vscode.Disposable.from(
      vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, this),
      vscode.debug.registerDebugAdapterDescriptorFactory(DEBUG_TYPE, this),
      vscode.languages.registerEvaluatableExpressionProvider([...SCENARIO_LANGUAGES], this),
      on(Command.debug, (uri) => this.#debugFile(uri)),
    );
  }

  async #debugFile(given: unknown): Promise<void> {
    const active = vscode.window.activeTextEditor?.document;
    const uri = given instanceof vscode.Uri ? given : active && isScenario(active) ? active.uri : null;
    if (uri) await this.start(uri);
    else void vscode.window.showInformationMessage('Open a scenario (*.load.yaml) to debug it.');
  }

  /** Starts a session; false where it could not be. */
  start(uri: vscode.Uri, options: Pick<LaunchArguments, 'scenario' | 'stopOnEntry'> = {}): Thenable<boolean> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return vscode.debug.startDebugging(folder, { ...configurationOf(uri), ...options });
  }

  /** Debugs to the end of the session, or until it is cancelled. */
  async debug(uri: vscode.Uri, scenario: string | null, token: vscode.CancellationToken): Promise<void> {
    const { program } = configurationOf(uri);
    const sessions: vscode.DebugSession[] = [];
    const listening: vscode.Disposable[] = [];
    const ended = new Promise<void>((resolve) => {
      listening.push(
        vscode.debug.onDidStartDebugSession((session) => {
          // Not another file's that is started meanwhile.
          if (session.type === DEBUG_TYPE && session.configuration['program'] === program) sessions.push(session);
        }),
        vscode.debug.onDidTerminateDebugSession((session) => {
          if (sessions.includes(session)) resolve();
        }),
        token.onCancellationRequested(() => sessions.forEach((session) => void vscode.debug.stopDebugging(session))),
      );
    });
    try {
      if (await this.start(uri, scenario === null ? {} : { scenario })) await ended;
    } finally {
      vscode.Disposable.from(...listening).dispose();
    }
  }

  /** F5 without a launch.json: the scenario that is being edited. */
  resolveDebugConfiguration(
    _folder: vscode.WorkspaceFolder | undefined,
    configuration: vscode.DebugConfiguration,
  ): vscode.DebugConfiguration | undefined {
    if (configuration.type !== '' && 'program' in configuration) return configuration;
    const document = vscode.window.activeTextEditor?.document;
    if (configuration.noDebug === true && document && isScenario(document)) {
      // Run Without Debugging is a run with all of the load.
      void vscode.commands.executeCommand(Command.run, document.uri);
      return undefined;
    }
    if (document && isScenario(document)) return { ...configurationOf(document.uri), ...withoutEmpty(configuration) };
    void vscode.window.showInformationMessage('Open a scenario (*.load.yaml) to debug it, or name it as `program`.');
    return undefined;
  }

  createDebugAdapterDescriptor(): vscode.DebugAdapterDescriptor {
    return new vscode.DebugAdapterInlineImplementation(new InlineAdapter(new ScenarioDebugSession(this)));
  }

  /** What a hover evaluates while an iteration stands still: what is written in `${…}` and where expressions are bare. */
  provideEvaluatableExpression(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.EvaluatableExpression | null {
    const found = expressionAt(document.getText(), position);
    const word = document.getWordRangeAtPosition(position, /[A-Za-z_]\w*(?:(?:\.\??\w+)|\[\d+\])*/);
    if (!found || !word) return null;
    // Up to the end of the name that the mouse is on, as other debuggers do.
    const name = document.getWordRangeAtPosition(position, /\w+/);
    return new vscode.EvaluatableExpression(name ? word.with({ end: name.end }) : word);
  }

  // ── for the adapter ──

  async prepare(configuration: LaunchArguments): Promise<RunRequest | { readonly refused: string }> {
    const { program, scenario = null, environment, env } = configuration;
    let document: vscode.TextDocument;
    try {
      document = await vscode.workspace.openTextDocument(uriOf(program));
    } catch {
      const refused = `${program} can't be debugged: there is no such file.`;
      void vscode.window.showErrorMessage(refused);
      return { refused };
    }
    if (!isScenario(document)) {
      const refused = `${program} can't be debugged: it is no scenario (*.load.yaml, *.load.json).`;
      void vscode.window.showErrorMessage(refused);
      return { refused };
    }
    const prepared = await this.#preparation.prepareUnkept(document, {
      choose(plan) {
        if (scenario === null || plan.scenarios.some(({ name }) => name === scenario)) {
          return { plan: debugPlan(plan, scenario) };
        }
        const names = plan.scenarios.map(({ name }) => name).join(', ');
        return { problem: `${fileNameOf(document.uri)} has no scenario ${scenario}; it has ${names}.` };
      },
      ...(environment !== undefined && { environment }),
      ...(env && { env }),
    });
    if ('refused' in prepared && prepared.refused !== '') void refuse(prepared.refused, prepared.remedy);
    return prepared;
  }
}

/** The session as the editor takes it. */
class InlineAdapter extends vscode.Disposable implements vscode.DebugAdapter {
  readonly #session: ScenarioDebugSession;
  readonly onDidSendMessage: vscode.Event<vscode.DebugProtocolMessage>;

  constructor(session: ScenarioDebugSession) {
    const sent = new vscode.EventEmitter<vscode.DebugProtocolMessage>();
    super(() => {
      session.dispose();
      sent.dispose();
    });
    this.#session = session;
    this.onDidSendMessage = sent.event;
    session.onDidSendMessage((message) => sent.fire(message));
  }

  handleMessage(message: DebugProtocol.ProtocolMessage): void {
    this.#session.handleMessage(message);
  }
}

function configurationOf(uri: vscode.Uri): vscode.DebugConfiguration {
  return {
    type: DEBUG_TYPE,
    request: 'launch',
    name: `Debug ${fileNameOf(uri)}`,
    // As the editor names sources: files by their path.
    program: uri.scheme === 'file' ? uri.fsPath : uri.toString(),
  };
}

/** VS Code asks with an empty configuration where there is no launch.json. */
function withoutEmpty(configuration: vscode.DebugConfiguration): Partial<vscode.DebugConfiguration> {
  return Object.fromEntries(Object.entries(configuration).filter(([, value]) => value !== ''));
}

function uriOf(program: string): vscode.Uri {
  return /^[A-Za-z][\w+.-]+:\/\//.test(program) ? vscode.Uri.parse(program) : vscode.Uri.file(program);
}
