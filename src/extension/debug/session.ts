import { Event, InitializedEvent, StoppedEvent, TerminatedEvent, Thread, ThreadEvent } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type {
  DebugEvent,
  EngineBreakpoint,
  ExceptionFilter,
  StepKind,
  StopReason,
} from '../../engine/debug/protocol.ts';
import { createMask } from '../../run/mask.ts';
import { conditionsOf } from './breakpoints.ts';
import { exchangeText, outputText, type ConsoleText } from './console-text.ts';
import { debuggeeOf, type Debuggee, type DebugHost, type LaunchArguments } from './debuggee.ts';
import { EngineLink, OVER } from './engine-link.ts';
import { EXCEPTION_FILTERS, exceptionFilters, exceptionTitle } from './exceptions.ts';
import { ProtocolSession } from './protocol-session.ts';
import { framesOf, threadName } from './stack.ts';
import { Values } from './values.ts';

interface Stopped {
  readonly thread: number;
  readonly stepId: number;
  readonly reason: StopReason;
}

/**
 * The debug adapter: what an editor says by the Debug Adapter Protocol, said to an engine that is debugged, and the reverse. It knows
 * nothing of VS Code.
 */
export class ScenarioDebugSession extends ProtocolSession {
  readonly #host: DebugHost;
  readonly #threads = new Set<number>();
  readonly #values = new Values((question) => this.#engine?.ask(question) ?? Promise.resolve(OVER));
  #debuggee: Debuggee | null = null;
  #engine: EngineLink | null = null;
  #breakpoints: readonly EngineBreakpoint[] = [];
  #filters: readonly ExceptionFilter[] = [];
  #stopOnEntry = false;
  #stopped: Stopped | null = null;
  #ended = false;

  constructor(host: DebugHost) {
    super();
    this.#host = host;
  }

  /** Ends the engine with the session, however that ends. */
  override dispose(): void {
    void this.#engine?.kill();
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
      exceptionBreakpointFilters: [...EXCEPTION_FILTERS],
    };
    this.sendResponse(response);
  }

  protected override launchRequest(response: DebugProtocol.LaunchResponse, configuration: LaunchArguments): void {
    this.answer(response, async () => {
      this.#stopOnEntry = configuration.stopOnEntry === true;
      const request = await this.#host.prepare(configuration);
      this.sendResponse(response);
      if ('refused' in request) {
        if (request.refused !== '') this.#print({ category: 'stderr', text: request.refused });
        this.#end();
        return;
      }
      this.#debuggee = debuggeeOf(request, configuration);
      // Only now is it known which lines breakpoints can stand on.
      this.sendEvent(new InitializedEvent());
    });
  }

  protected override configurationDoneRequest(response: DebugProtocol.ConfigurationDoneResponse): void {
    this.sendResponse(response);
    const { request } = this.#debuggee ?? {};
    if (!request || this.#ended) return;
    const options = { breakpoints: this.#breakpoints, exceptions: this.#filters, stopOnEntry: this.#stopOnEntry };
    const mask = createMask(Object.values(request.secrets));
    const failed = (text: string): void => {
      if (text !== '' && !this.#ended) this.#print({ category: 'stderr', text });
    };
    this.#engine = new EngineLink(
      this.#host.engineEntry,
      { ...request, debug: options },
      {
        onRunEvent: (event) => event.type === 'run-end' && failed(event.reason),
        onDebug: (event) => this.#debugged(event),
        onEnd: (problem) => {
          failed(mask(problem ?? ''));
          this.#end();
        },
      },
    );
    const started: DebugProtocol.ProcessEvent['body'] = {
      name: request.scenario.file,
      startMethod: 'launch',
      ...(this.#engine.pid !== undefined && { systemProcessId: this.#engine.pid }),
    };
    this.sendEvent(new Event('process', started));
  }

  protected override terminateRequest(response: DebugProtocol.TerminateResponse): void {
    this.answer(response, () => this.#kill(response));
  }

  protected override disconnectRequest(response: DebugProtocol.DisconnectResponse): void {
    this.answer(response, () => this.#kill(response));
  }

  /** At once: nobody waits for an iteration that stands still. */
  async #kill(response: DebugProtocol.Response): Promise<void> {
    this.#end();
    await this.#engine?.kill();
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
    this.#engine?.tell({ kind: 'breakpoints', breakpoints: this.#breakpoints });
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
      shown: { id, verified: true, source, ...this.placed(place.range) },
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
    response.body = { breakpoints: places.map(({ range }) => this.placed(range)) };
    this.sendResponse(response);
  }

  protected override setExceptionBreakPointsRequest(
    response: DebugProtocol.SetExceptionBreakpointsResponse,
    { filters }: DebugProtocol.SetExceptionBreakpointsArguments,
  ): void {
    this.#filters = exceptionFilters(filters);
    this.#engine?.tell({ kind: 'exceptions', filters: this.#filters });
    this.sendResponse(response);
  }

  protected override exceptionInfoRequest(response: DebugProtocol.ExceptionInfoResponse): void {
    const exception = this.#stopped?.reason.exception;
    if (!exception) {
      this.refuse(response, 'It did not stop at an exception.');
      return;
    }
    response.body = {
      exceptionId: exceptionTitle(exception),
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
    this.#engine?.tell({ kind: 'pause' });
    this.sendResponse(response);
  }

  #go(response: DebugProtocol.Response, how: StepKind): void {
    this.#stopped = null;
    this.sendResponse(response);
    this.#engine?.tell({ kind: 'go', how });
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
        const { line, column } = this.placed(range);
        // Without its end, which the editor would select.
        return { id, name, source: debuggee.source, line, column };
      }),
      totalFrames: frames.length,
    };
    this.sendResponse(response);
  }

  protected override scopesRequest(response: DebugProtocol.ScopesResponse): void {
    this.answer(response, async () => {
      response.body = await this.#values.scopes();
      this.sendResponse(response);
    });
  }

  protected override variablesRequest(
    response: DebugProtocol.VariablesResponse,
    { variablesReference }: DebugProtocol.VariablesArguments,
  ): void {
    this.answer(response, async () => {
      response.body = await this.#values.variables(variablesReference);
      this.sendResponse(response);
    });
  }

  protected override evaluateRequest(
    response: DebugProtocol.EvaluateResponse,
    { expression, context }: DebugProtocol.EvaluateArguments,
  ): void {
    this.answer(response, async () => {
      response.body = await this.#values.evaluate(expression, context === 'clipboard');
      this.sendResponse(response);
    });
  }

  protected override setVariableRequest(
    response: DebugProtocol.SetVariableResponse,
    { variablesReference, name, value }: DebugProtocol.SetVariableArguments,
  ): void {
    this.answer(response, async () => {
      response.body = await this.#values.set(variablesReference, name, value);
      this.sendResponse(response);
    });
  }

  // ── what the engine says ──

  #debugged(event: Exclude<DebugEvent, { kind: 'answer' }>): void {
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
        const place = this.#debuggee?.places.get(event.sample.stepId);
        this.#print(exchangeText(event.sample), place?.step.range.start.line ?? null);
        break;
      }
      case 'output':
        this.#print(outputText(event), event.line);
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
      ...(exception && { description: exceptionTitle(exception), text: exception.text }),
      ...(breakpoints.length > 0 && { hitBreakpointIds: [...breakpoints] }),
    };
    this.sendEvent(event);
  }

  #print(text: ConsoleText, line: number | null = null): void {
    const source = this.#debuggee?.source;
    this.write(text, line !== null && source ? { source, line } : null);
  }
}
