import assert, { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { DebugProtocol } from '@vscode/debugprotocol';
import * as vscode from 'vscode';
import { useTargetServer } from '../support/target-server.ts';
import { closeAll, eventually, extension, openScenario } from './workspace.ts';

/** What a session tells the editor, and what the editor is told of it. */
class Watched implements vscode.DebugAdapterTracker {
  readonly events: DebugProtocol.Event[] = [];
  readonly #didHear = new vscode.EventEmitter<void>();
  session: vscode.DebugSession | null = null;

  onDidSendMessage(message: DebugProtocol.ProtocolMessage): void {
    if (message.type !== 'event') return;
    this.events.push(message as DebugProtocol.Event);
    this.#didHear.fire();
  }

  /** The n-th stop (from 1), with its stack as `name:line`. */
  async stop(nth: number): Promise<{ readonly reason: string; readonly stack: string[]; readonly thread: number }> {
    const stops = (): DebugProtocol.StoppedEvent[] =>
      this.events.filter((event): event is DebugProtocol.StoppedEvent => event.event === 'stopped');
    const stopped = await eventually(`Stop ${nth}`, () => stops()[nth - 1], this.#didHear.event);
    const thread = stopped.body.threadId ?? 0;
    const { stackFrames } = await this.ask<DebugProtocol.StackTraceResponse['body']>('stackTrace', {
      threadId: thread,
    });
    const stack = stackFrames.map(({ name, line, source }) => (source ? `${name}:${line}` : name));
    return { reason: stopped.body.reason, stack, thread };
  }

  async end(): Promise<void> {
    const over = (): boolean => this.events.some(({ event }) => event === 'terminated');
    await eventually('The end of the session', over, this.#didHear.event);
  }

  async ask<T>(command: string, args: object): Promise<T> {
    ok(this.session);
    return (await this.session.customRequest(command, args)) as T;
  }

  /** Names and values in the scope of that name. */
  async variables(scope: string): Promise<string[]> {
    const { scopes } = await this.ask<DebugProtocol.ScopesResponse['body']>('scopes', { frameId: 1 });
    const found = scopes.find(({ name }) => name === scope);
    ok(found, scopes.map(({ name }) => name).join(', '));
    const { variables } = await this.ask<DebugProtocol.VariablesResponse['body']>('variables', {
      variablesReference: found.variablesReference,
    });
    return variables.map(({ name, value }) => `${name}: ${value}`);
  }

  /** Of the engine. */
  get pid(): number | undefined {
    const started = this.events.find((event): event is DebugProtocol.ProcessEvent => event.event === 'process');
    return started?.body.systemProcessId;
  }

  get output(): string {
    return this.events
      .filter((event): event is DebugProtocol.OutputEvent => event.event === 'output')
      .map(({ body }) => body.output)
      .join('');
  }
}

describe('debugging', () => {
  const target = useTargetServer();
  let watched = new Watched();
  const listening: vscode.Disposable[] = [];

  before(async () => {
    await extension();
    listening.push(
      vscode.debug.registerDebugAdapterTrackerFactory('rampwright', { createDebugAdapterTracker: () => watched }),
      vscode.debug.onDidStartDebugSession((session) => (watched.session = session)),
    );
  });
  after(() => void vscode.Disposable.from(...listening).dispose());
  beforeEach(() => (watched = new Watched()));
  afterEach(async () => {
    await vscode.debug.stopDebugging();
    vscode.debug.removeBreakpoints(vscode.debug.breakpoints);
    await closeAll();
  });

  function breakAt(document: vscode.TextDocument, line: number, condition?: string): void {
    const location = new vscode.Location(document.uri, new vscode.Position(line - 1, 0));
    vscode.debug.addBreakpoints([new vscode.SourceBreakpoint(location, true, condition)]);
  }

  const debug = (document: vscode.TextDocument): Thenable<unknown> =>
    vscode.commands.executeCommand('rampwright.debug', document.uri);

  const scenario = (): string => `baseUrl: ${target.url}
vus: 5
duration: 1m
setup:
  - get: /json
    capture: { user: json.name }
flows:
  browse:
    - group: shop
      steps:
        - name: first
          get: /json
          capture: { id: json.id }
        - get: /ok
          query: { of: "\${id}", by: "\${setup.user}" }
steps:
  - use: browse
  - get: /status/404
`;

  it('stops at a breakpoint, shows stack and values, steps, and comes to its end', async () => {
    const document = await openScenario(scenario());
    // On the line of a query: it belongs to the step above.
    breakAt(document, 15);
    await debug(document);
    const first = await watched.stop(1);
    equal(first.reason, 'breakpoint');
    deepEqual(first.stack, ['GET /ok:14', 'group shop:9', 'flow browse:17', 'scenario default:16']);
    deepEqual(await watched.variables('Locals'), ['id: 7']);
    const { result } = await watched.ask<DebugProtocol.EvaluateResponse['body']>('evaluate', {
      expression: 'setup.user + string(id)',
      frameId: 1,
      context: 'watch',
    });
    equal(result, '"Ada7"');
    equal(target.counts().requests, 2);

    await watched.ask('next', { threadId: first.thread });
    const second = await watched.stop(2);
    deepEqual(second.stack, ['GET /status/{id}:18', 'scenario default:16']);
    equal(target.received().at(-1)?.url, '/ok?of=7&by=Ada');

    // What follows is not as expected.
    await watched.ask('continue', { threadId: first.thread });
    const third = await watched.stop(3);
    equal(third.reason, 'exception');
    const info = await watched.ask<DebugProtocol.ExceptionInfoResponse['body']>('exceptionInfo', {
      threadId: third.thread,
    });
    match(info.description ?? '', /The status was 404; expected 200-399/);
    await watched.ask('continue', { threadId: first.thread });
    await watched.end();
    match(watched.output, /✓ GET \/ok {2}200 OK .*\n✗ GET \/status\/\{id\} {2}404 Not Found/);
  });

  it('stops where a condition holds', async () => {
    const document = await openScenario(
      `baseUrl: ${target.url}\nvus: 1\nduration: 1s\nsteps:\n  - forEach: "[1, 2, 3]"\n    as: n\n    steps:\n      - get: /ok\n        query: { n: "\${n}" }\n`,
    );
    breakAt(document, 8, 'n == 3');
    await debug(document);
    equal((await watched.stop(1)).stack[0], 'GET /ok:8');
    deepEqual(await watched.variables('Locals'), ['n: 3']);
    equal(target.counts().requests, 2);
  });

  it('ended in the middle leaves no engine behind', async () => {
    const document = await openScenario(scenario());
    breakAt(document, 14);
    await debug(document);
    await watched.stop(1);
    const pid = watched.pid;
    ok(pid);
    process.kill(pid, 0);
    await vscode.debug.stopDebugging(watched.session ?? undefined);
    await watched.end();
    assert.throws(() => process.kill(pid, 0), /ESRCH/);
  });

  it('of a file with errors says why it does not begin', async () => {
    const document = await openScenario('vus: none\nsteps: []\n');
    await debug(document);
    await watched.end();
    match(watched.output, /can't be run: it has/);
    assert.equal(target.counts().requests, 0);
  });
});
