import {
  DebugSession,
  Event,
  InitializedEvent,
  OutputEvent,
  Source,
  StoppedEvent,
  TerminatedEvent,
  Thread,
  ThreadEvent,
} from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import { startEngine, type EngineRun } from '../../engine/client.ts';
import type {
  DebugAnswer,
  DebugEvent,
  DebugQuestion,
  DebugValue,
  EngineBreakpoint,
  ExceptionFilter,
  StepKind,
  StopReason,
} from '../../engine/debug/protocol.ts';
import type { RunRequest } from '../../engine/protocol.ts';
import { duration } from '../../report/format.ts';
import { statusTitle } from '../../report/words.ts';
import { createMask } from '../../run/mask.ts';
import type { RunEvent } from '../../run/events.ts';
import { stepPlaces, type StepPlace } from '../../scenario/debug.ts';
import type { SourceRange } from '../../scenario/range.ts';
import { conditionsOf, StopPlaces } from './breakpoints.ts';
import { framesOf, threadName } from './stack.ts';

/** A debug configuration, as launch.json has it. */
export interface LaunchArguments extends DebugProtocol.LaunchRequestArguments {
  /** Path or URI of the scenario file. */
  readonly program: string;
  /** Not given: all of the file, one after the other. */
  readonly scenario?: string;
  readonly environment?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stopOnEntry?: boolean;
}

/** What a session needs of those who started it. */
export interface DebugHost {
  readonly engineEntry: string;
  /** All that a run needs, its plan made by `debugPlan`; or why there is none, which a person has been told ('' : a person said no). */
  prepare(configuration: LaunchArguments): Promise<RunRequest | { readonly refused: string }>;
}

const FILTERS: readonly (DebugProtocol.ExceptionBreakpointsFilter & { readonly filter: ExceptionFilter })[] = [
  {
    filter: 'expectations',
    label: 'Failed expectations',
    description: 'Stop behind a request whose answer is not what it expects.',
    default: true,
  },
  { filter: 'checks', label: 'Failed checks', description: 'Stop behind a request of which a check does not hold.' },
  { filter: 'errors', label: 'Errors of the iteration', description: 'Stop before an error ends the iteration.' },
];

const FILTER_TITLES: Readonly<Record<ExceptionFilter, string>> = {
  expectations: 'Failed expectation',
  checks: 'Failed check',
  errors: 'Error of the iteration',
};

/** What is told once a run was debugged: the scenario of this session, as it ran. */
interface Debuggee {
  readonly request: RunRequest;
  readonly source: Source;
  readonly places: ReadonlyMap<number, StepPlace>;
  readonly stops: StopPlaces;
}

interface Stopped {
  readonly thread: number;
  readonly stepId: number;
  readonly reason: StopReason;
}

/**
 * The debug adapter: what an editor says by the Debug Adapter Protocol, said to an engine that is debugged, and the reverse. It knows
 * nothing of VS Code.
 */
export class ScenarioDebugSession extends DebugSession {
  readonly #host: DebugHost;
  readonly #answers = new Map<number, (answer: DebugAnswer) => void>();
  readonly #threads = new Set<number>();
  #debuggee: Debuggee | null = null;
  #engine: EngineRun | null = null;
  #breakpoints: readonly EngineBreakpoint[] = [];
  #filters: readonly ExceptionFilter[] = [];
  #stopOnEntry = false;
  #stopped: Stopped | null = null;
  #locals = 0;
  #asked = 0;
  #ended = false;

  constructor(host: DebugHost) {
    super();
    this.#host = host;
    this.setDebuggerLinesStartAt1(false);
    this.setDebuggerColumnsStartAt1(false);
  }

  /** Ends the engine with the session, however that ends. */
  override dispose(): void {
    this.#engine?.kill();
    super.dispose();
  }

  // ── beginning and end ──

  protected override initializeRequest(response: DebugProtocol.InitializeResponse): void {
    response.body = {
      supportsConfigurationDoneRequest: true,
      supportsConditionalBreakpoints: true,
      supportsHitConditionalBreakpoints: true,
      supportsLogPoints: true,
      supportsBreakpointLocationsRequest: true,
      supportsEvaluateForHovers: true,
      supportsSetVariable: true,
      supportsClipboardContext: true,
      supportsExceptionInfoRequest: true,
      supportsTerminateRequest: true,
      exceptionBreakpointFilters: [...FILTERS],
    };
    this.sendResponse(response);
  }

  protected override launchRequest(response: DebugProtocol.LaunchResponse, configuration: LaunchArguments): void {
    this.#run(response, async () => {
      this.#stopOnEntry = configuration.stopOnEntry === true;
      const request = await this.#host.prepare(configuration);
      this.sendResponse(response);
      if ('refused' in request) {
        if (request.refused !== '') this.#write('stderr', request.refused, null);
        this.#end();
        return;
      }
      const places = stepPlaces(request.plan);
      this.#debuggee = {
        request,
        places,
        source: new Source(request.scenario.file, configuration.program),
        stops: new StopPlaces(request.scenario.text, places.values()),
      };
      // Only now is it known which lines breakpoints can stand on.
      this.sendEvent(new InitializedEvent());
    });
  }

  protected override configurationDoneRequest(response: DebugProtocol.ConfigurationDoneResponse): void {
    this.sendResponse(response);
    const { request } = this.#debuggee ?? {};
    if (!request || this.#ended) return;
    this.#engine = startEngine(
      this.#host.engineEntry,
      {
        ...request,
        debug: { breakpoints: this.#breakpoints, exceptions: this.#filters, stopOnEntry: this.#stopOnEntry },
      },
      {
        onEvents: (events) => events.forEach((event) => this.#heard(event)),
        onDebug: (event) => this.#debugged(event),
      },
    );
    const started: DebugProtocol.ProcessEvent['body'] = {
      name: request.scenario.file,
      startMethod: 'launch',
      ...(this.#engine.pid !== undefined && { systemProcessId: this.#engine.pid }),
    };
    this.sendEvent(new Event('process', started));
    void this.#engine.finished.then(({ problem }) => {
      const mask = createMask(Object.values(request.secrets));
      if (problem !== null && !this.#ended) this.#write('stderr', mask(problem), null);
      for (const answer of this.#answers.values()) answer({ kind: 'problem', problem: 'The scenario is over.' });
      this.#answers.clear();
      this.#end();
    });
  }

  protected override terminateRequest(response: DebugProtocol.TerminateResponse): void {
    this.#run(response, () => this.#kill(response));
  }

  protected override disconnectRequest(response: DebugProtocol.DisconnectResponse): void {
    this.#run(response, () => this.#kill(response));
  }

  /** At once: nobody waits for an iteration that stands still. */
  async #kill(response: DebugProtocol.Response): Promise<void> {
    const engine = this.#engine;
    this.#end();
    engine?.kill();
    await engine?.finished;
    this.sendResponse(response);
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.sendEvent(new TerminatedEvent());
  }

  // ── breakpoints ──

  protected override setBreakPointsRequest(
    response: DebugProtocol.SetBreakpointsResponse,
    { source, breakpoints = [] }: DebugProtocol.SetBreakpointsArguments,
  ): void {
    const debuggee = this.#debuggee;
    if (!debuggee || source.path !== debuggee.source.path) {
      response.body = { breakpoints: breakpoints.map(() => ({ verified: false })) };
      this.sendResponse(response);
      return;
    }
    const resolved = breakpoints.map((written, index) => this.#resolve(written, index + 1, debuggee));
    this.#breakpoints = resolved.flatMap(({ engine }) => (engine ? [engine] : []));
    this.#engine?.debug({ kind: 'breakpoints', breakpoints: this.#breakpoints });
    response.body = { breakpoints: resolved.map(({ shown }) => shown) };
    this.sendResponse(response);
  }

  #resolve(
    written: DebugProtocol.SourceBreakpoint,
    id: number,
    { stops, source }: Debuggee,
  ): { readonly shown: DebugProtocol.Breakpoint; readonly engine: EngineBreakpoint | null } {
    const column = written.column === undefined ? null : this.convertClientColumnToDebugger(written.column);
    const place = stops.nearest(this.convertClientLineToDebugger(written.line), column);
    const unverified = (message: string): { shown: DebugProtocol.Breakpoint; engine: null } => ({
      shown: { id, verified: false, line: written.line, message },
      engine: null,
    });
    if (!place) return unverified('No step that is debugged stands here.');
    const conditions = conditionsOf(written);
    if ('problem' in conditions) return unverified(conditions.problem);
    return {
      shown: { id, verified: true, source, ...this.#at(place.range) },
      engine: { id, stepIds: place.stepIds, ...conditions },
    };
  }

  protected override breakpointLocationsRequest(
    response: DebugProtocol.BreakpointLocationsResponse,
    { line, endLine }: DebugProtocol.BreakpointLocationsArguments,
  ): void {
    const from = this.convertClientLineToDebugger(line);
    const to = endLine === undefined ? from : this.convertClientLineToDebugger(endLine);
    const places = this.#debuggee?.stops.between(from, to) ?? [];
    response.body = { breakpoints: places.map(({ range }) => this.#at(range)) };
    this.sendResponse(response);
  }

  protected override setExceptionBreakPointsRequest(
    response: DebugProtocol.SetExceptionBreakpointsResponse,
    { filters }: DebugProtocol.SetExceptionBreakpointsArguments,
  ): void {
    this.#filters = FILTERS.map(({ filter }) => filter).filter((filter) => filters.includes(filter));
    this.#engine?.debug({ kind: 'exceptions', filters: this.#filters });
    this.sendResponse(response);
  }

  protected override exceptionInfoRequest(response: DebugProtocol.ExceptionInfoResponse): void {
    const exception = this.#stopped?.reason.exception;
    if (!exception) {
      this.#refuse(response, 'It did not stop at an exception.');
      return;
    }
    response.body = {
      exceptionId: FILTER_TITLES[exception.filter],
      description: exception.details === '' ? exception.text : exception.details,
      breakMode: 'always',
    };
    this.sendResponse(response);
  }

  // ── running ──

  protected override continueRequest(response: DebugProtocol.ContinueResponse): void {
    response.body = { allThreadsContinued: true };
    this.#go(response, 'continue');
  }

  protected override nextRequest(response: DebugProtocol.NextResponse): void {
    this.#go(response, 'over');
  }

  protected override stepInRequest(response: DebugProtocol.StepInResponse): void {
    this.#go(response, 'into');
  }

  protected override stepOutRequest(response: DebugProtocol.StepOutResponse): void {
    this.#go(response, 'out');
  }

  protected override pauseRequest(response: DebugProtocol.PauseResponse): void {
    this.#engine?.debug({ kind: 'pause' });
    this.sendResponse(response);
  }

  #go(response: DebugProtocol.Response, how: StepKind): void {
    this.#stopped = null;
    this.sendResponse(response);
    this.#engine?.debug({ kind: 'go', how });
  }

  // ── looking around ──

  protected override threadsRequest(response: DebugProtocol.ThreadsResponse): void {
    const { request } = this.#debuggee ?? {};
    response.body = {
      threads: request ? [...this.#threads].map((id) => new Thread(id, threadName(request.plan, id))) : [],
    };
    this.sendResponse(response);
  }

  protected override stackTraceRequest(
    response: DebugProtocol.StackTraceResponse,
    { threadId }: DebugProtocol.StackTraceArguments,
  ): void {
    const debuggee = this.#debuggee;
    const stopped = this.#stopped?.thread === threadId ? this.#stopped : null;
    const place = stopped && debuggee?.places.get(stopped.stepId);
    const frames = debuggee && place ? framesOf(place, debuggee.request.scenario.text) : [];
    response.body = {
      stackFrames: frames.map(({ name, range }, index): DebugProtocol.StackFrame => {
        const id = index + 1;
        if (!debuggee || !range) return { id, name, line: 0, column: 0 };
        const { line, column } = this.#at(range);
        // Without its end, which the editor would select.
        return { id, name, source: debuggee.source, line, column };
      }),
      totalFrames: frames.length,
    };
    this.sendResponse(response);
  }

  protected override scopesRequest(response: DebugProtocol.ScopesResponse): void {
    this.#run(response, async () => {
      const answer = await this.#ask({ kind: 'scopes' });
      const values = answer.kind === 'values' ? answer.values.filter(({ reference }) => reference > 0) : [];
      this.#locals = values.find(({ name }) => name === 'Locals')?.reference ?? 0;
      response.body = {
        scopes: values.map(({ name, reference }): DebugProtocol.Scope => {
          const scope = { name, variablesReference: reference, expensive: false };
          return name === 'Locals' ? { ...scope, presentationHint: 'locals' } : scope;
        }),
      };
      this.sendResponse(response);
    });
  }

  protected override variablesRequest(
    response: DebugProtocol.VariablesResponse,
    { variablesReference }: DebugProtocol.VariablesArguments,
  ): void {
    this.#run(response, async () => {
      const answer = await this.#ask({ kind: 'variables', reference: variablesReference });
      response.body = { variables: answer.kind === 'values' ? answer.values.map(variableOf) : [] };
      this.sendResponse(response);
    });
  }

  protected override evaluateRequest(
    response: DebugProtocol.EvaluateResponse,
    { expression, context }: DebugProtocol.EvaluateArguments,
  ): void {
    this.#run(response, async () => {
      const answer = await this.#ask({ kind: 'evaluate', expression, whole: context === 'clipboard' });
      if (answer.kind === 'problem') {
        this.#refuse(response, answer.problem);
        return;
      }
      const [value] = answer.values;
      response.body = {
        result: value?.text ?? '',
        type: value?.type ?? '',
        variablesReference: value?.reference ?? 0,
        indexedVariables: value?.items ?? 0,
      };
      this.sendResponse(response);
    });
  }

  protected override setVariableRequest(
    response: DebugProtocol.SetVariableResponse,
    { variablesReference, name, value }: DebugProtocol.SetVariableArguments,
  ): void {
    this.#run(response, async () => {
      if (variablesReference !== this.#locals) {
        this.#refuse(response, 'Only captured values and variables of `set` can be changed, each as a whole.');
        return;
      }
      const answer = await this.#ask({ kind: 'set', name, expression: value });
      if (answer.kind === 'problem') {
        this.#refuse(response, answer.problem);
        return;
      }
      const [changed] = answer.values;
      response.body = { value: changed?.text ?? '', variablesReference: changed?.reference ?? 0 };
      this.sendResponse(response);
    });
  }

  #ask(question: DebugQuestion): Promise<DebugAnswer> {
    const engine = this.#engine;
    if (!engine || this.#ended) return Promise.resolve({ kind: 'problem', problem: 'The scenario is over.' });
    const id = ++this.#asked;
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      engine.debug({ kind: 'ask', id, question });
    });
  }

  // ── what the engine says ──

  #debugged(event: DebugEvent): void {
    switch (event.kind) {
      case 'thread':
        if (event.runs) this.#threads.add(event.thread);
        else this.#threads.delete(event.thread);
        this.sendEvent(new ThreadEvent(event.runs ? 'started' : 'exited', event.thread));
        break;
      case 'stopped':
        this.#stop(event);
        break;
      case 'exchange': {
        const { name, kind, message, response, timings, stepId } = event.sample;
        const status = response ? statusTitle(response.status) : 'no response';
        const why = message === '' ? '' : `  ${message}`;
        const line = this.#debuggee?.places.get(stepId)?.step.range.start.line ?? null;
        const text = `${kind === null ? '✓' : '✗'} ${name}  ${status}  ${duration(timings.durationMs)}${why}`;
        this.#write(kind === null ? 'stdout' : 'stderr', text, line);
        break;
      }
      case 'output':
        this.#write(CATEGORIES[event.level], event.text, event.line);
        break;
      case 'answer':
        this.#answers.get(event.id)?.(event.answer);
        this.#answers.delete(event.id);
        break;
    }
  }

  #stop({ thread, stepId, reason }: Stopped): void {
    this.#stopped = { thread, stepId, reason };
    const { kind, breakpoints, exception } = reason;
    const event: DebugProtocol.StoppedEvent = new StoppedEvent(kind, thread);
    event.body = {
      ...event.body,
      allThreadsStopped: true,
      ...(exception && { description: FILTER_TITLES[exception.filter], text: exception.text }),
      ...(breakpoints.length > 0 && { hitBreakpointIds: [...breakpoints] }),
    };
    this.sendEvent(event);
  }

  #heard(event: RunEvent): void {
    if (event.type === 'run-end' && event.reason !== '' && !this.#ended) this.#write('stderr', event.reason, null);
  }

  #write(category: string, text: string, line: number | null): void {
    const event: DebugProtocol.OutputEvent = new OutputEvent(`${text}\n`, category);
    const source = this.#debuggee?.source;
    if (line !== null && source) {
      event.body = { ...event.body, source, line: this.convertDebuggerLineToClient(line) };
    }
    this.sendEvent(event);
  }

  // ── the protocol ──

  #at({ start, end }: SourceRange): { line: number; column: number; endLine: number; endColumn: number } {
    return {
      line: this.convertDebuggerLineToClient(start.line),
      column: this.convertDebuggerColumnToClient(start.character),
      endLine: this.convertDebuggerLineToClient(end.line),
      endColumn: this.convertDebuggerColumnToClient(end.character),
    };
  }

  /** Answers with a failure where something throws, so that no client waits for ever. */
  #run(response: DebugProtocol.Response, work: () => Promise<void>): void {
    work().catch((error: unknown) => this.#refuse(response, error instanceof Error ? error.message : String(error)));
  }

  #refuse(response: DebugProtocol.Response, reason: string): void {
    // A variable, as braces in a text would be places for variables; `_`: it may be told on.
    this.sendErrorResponse(response, { id: 1, format: '{_reason}', variables: { _reason: reason } });
  }
}

const CATEGORIES = { info: 'stdout', warning: 'stderr', error: 'stderr', logpoint: 'console' } as const;

function variableOf({ name, text, type, reference, items, path }: DebugValue): DebugProtocol.Variable {
  return {
    name,
    value: text,
    type,
    variablesReference: reference,
    ...(items > 0 && { indexedVariables: items }),
    ...(path !== '' && { evaluateName: path }),
  };
}
