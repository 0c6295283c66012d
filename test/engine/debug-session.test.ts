import { deepEqual, equal, match, ok, throws } from 'node:assert/strict';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { ScenarioDebugSession } from '../../src/extension/debug/session.ts';
import { debugPlan } from '../../src/scenario/debug.ts';
import { DEBUG_OPTIONS } from '../support/debug-run.ts';
import { ENGINE, planOf } from '../support/run-scenario.ts';
import { useTargetServer } from '../support/target-server.ts';

/** Says what an editor says, by the protocol itself. */
class Client {
  readonly #session: ScenarioDebugSession;
  readonly #messages: DebugProtocol.ProtocolMessage[] = [];
  #wake: () => void = () => undefined;
  #seq = 0;

  constructor(text: string) {
    this.#session = new ScenarioDebugSession({
      engineEntry: ENGINE,
      prepare: (configuration) =>
        Promise.resolve(
          configuration.program === '/gone.load.yaml'
            ? { refused: 'There is no such file.' }
            : {
                plan: debugPlan(planOf(text), configuration.scenario ?? null),
                scenario: { file: 'shop.load.yaml', text, folder: import.meta.dirname },
                secrets: {},
                env: {},
                options: DEBUG_OPTIONS,
              },
        ),
    });
    this.#session.onDidSendMessage((message) => {
      // As it crosses to an editor.
      this.#messages.push(JSON.parse(JSON.stringify(message)) as DebugProtocol.ProtocolMessage);
      this.#wake();
    });
  }

  /** The body of the answer, or the reason why there is none. */
  async ask(command: string, args: object = {}): Promise<unknown> {
    const seq = ++this.#seq;
    const request: DebugProtocol.Request = { seq, type: 'request', command, arguments: args };
    this.#session.handleMessage(request);
    const response = await this.#next(
      (message): message is DebugProtocol.Response =>
        message.type === 'response' && 'request_seq' in message && message.request_seq === seq,
    );
    return response.success ? response.body : response.message;
  }

  async event(name: string): Promise<{ readonly [key: string]: unknown }> {
    const found = await this.#next(
      (message): message is DebugProtocol.Event =>
        message.type === 'event' && 'event' in message && message.event === name,
    );
    return (found.body ?? {}) as { readonly [key: string]: unknown };
  }

  /** To the first stop, with breakpoints on lines (from 1). */
  async launch(lines: readonly DebugProtocol.SourceBreakpoint[], more: object = {}): Promise<unknown> {
    await this.ask('initialize', { adapterID: 'rampwright', linesStartAt1: true, columnsStartAt1: true });
    await this.ask('launch', { program: '/shop.load.yaml', ...more });
    await this.event('initialized');
    const set = await this.ask('setBreakpoints', { source: { path: '/shop.load.yaml' }, breakpoints: lines });
    await this.ask('configurationDone');
    return set;
  }

  close(): void {
    this.#session.dispose();
  }

  async #next<T extends DebugProtocol.ProtocolMessage>(
    wanted: (message: DebugProtocol.ProtocolMessage) => message is T,
  ): Promise<T> {
    for (;;) {
      const at = this.#messages.findIndex(wanted);
      const found = this.#messages[at];
      if (found && wanted(found)) {
        this.#messages.splice(at, 1);
        return found;
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

describe('the debug adapter', function () {
  this.timeout(30_000);
  const target = useTargetServer();
  let client: Client | null = null;
  afterEach(() => client?.close());

  const connect = (text: string): Client => (client = new Client(text));

  const shop = (): string => `baseUrl: ${target.url}
vus: 1
duration: 1s
setup:
  - get: /json
    capture: { user: json.name }
steps:
  - name: first
    get: /json
    capture: { id: json.id }

  - get: /ok
    query: { id: "\${id}", user: "\${setup.user}" }
thresholds:
  http_reqs: count > 0
`;

  it('puts breakpoints on the nearest step of the same part of the file, and refuses what cannot be', async () => {
    const set = await connect(shop()).launch([
      { line: 9 },
      { line: 8 },
      { line: 13 },
      { line: 11 },
      { line: 15 },
      { line: 12, condition: 'id ==' },
      { line: 12, hitCondition: 'often' },
      { line: 12, hitCondition: '>= 2' },
    ]);
    const { breakpoints } = set as { breakpoints: DebugProtocol.Breakpoint[] };
    deepEqual(
      breakpoints.map(({ verified, line, message = '' }) => `${verified ? line : `✗ ${message}`}`),
      [
        '9',
        '9',
        '12',
        '9',
        '✗ No step that is debugged stands here.',
        '✗ The expression ends too early.',
        '✗ `often` is no hit count. Write a number, or one after >, >=, <, <= or % (every n-th).',
        '12',
      ],
    );
  });

  it('tells where it stands, what is there, and takes other values', async () => {
    const session = connect(shop());
    await session.launch([{ line: 12 }]);
    const { threadId } = await session.event('stopped');
    deepEqual(await session.ask('threads'), { threads: [{ id: 2, name: 'default' }] });
    const { stackFrames } = (await session.ask('stackTrace', { threadId })) as {
      stackFrames: DebugProtocol.StackFrame[];
    };
    deepEqual(
      stackFrames.map(({ name, line, column, endLine, endColumn }) => [name, line, column, endLine, endColumn]),
      [
        ['GET /ok', 12, 5, undefined, undefined],
        ['scenario default', 7, 1, undefined, undefined],
      ],
    );
    const { scopes } = (await session.ask('scopes', { frameId: 1 })) as { scopes: DebugProtocol.Scope[] };
    deepEqual(
      scopes.map(({ name }) => name),
      ['Locals', 'Response', 'Scenario'],
    );
    const locals = scopes[0]?.variablesReference ?? 0;
    deepEqual(await session.ask('variables', { variablesReference: locals }), {
      variables: [{ name: 'id', value: '7', type: 'number', variablesReference: 0, evaluateName: 'id' }],
    });
    deepEqual(await session.ask('setVariable', { variablesReference: locals, name: 'id', value: 'id * 6' }), {
      value: '42',
      variablesReference: 0,
    });
    match(
      String(await session.ask('setVariable', { variablesReference: locals + 1, name: 'status', value: '1' })),
      /Only captured values/,
    );
    equal(await session.ask('evaluate', { expression: 'gone', context: 'hover' }), '`gone` has no value here.');
    await session.ask('continue', { threadId });
    await session.event('terminated');
    equal(target.received().at(-1)?.url, '/ok?id=42&user=Ada');
  });

  it('ends the engine at once when it is disconnected from', async () => {
    const session = connect(shop());
    await session.launch([{ line: 9 }]);
    const { systemProcessId: pid } = await session.event('process');
    await session.event('stopped');
    ok(typeof pid === 'number');
    await session.ask('disconnect');
    throws(() => process.kill(pid, 0), /ESRCH/);
  });

  it('says why nothing is debugged, and is over', async () => {
    const session = connect(shop());
    await session.ask('initialize', { adapterID: 'rampwright' });
    await session.ask('launch', { program: '/gone.load.yaml' });
    equal((await session.event('output'))['output'], 'There is no such file.\n');
    await session.event('terminated');
  });

  it('says why setup failed', async () => {
    const session = connect(
      `baseUrl: ${target.url}\nvus: 1\nduration: 1s\nsetup: [{ get: /status/500 }]\nsteps: [{ get: /ok }]\n`,
    );
    await session.launch([]);
    const outputs = [await session.event('output'), await session.event('output'), await session.event('output')];
    match(String(outputs[2]?.['output']), /Setup failed: GET \/status\/\{id\} failed: The status was 500/);
    await session.event('terminated');
  });
});
