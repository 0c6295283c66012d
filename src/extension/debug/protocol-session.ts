import { DebugSession, OutputEvent, type Source } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { SourceRange } from '../../scenario/range.ts';
import type { ConsoleText } from './console-text.ts';

/** How a session speaks: places counted as its client counts them, failures as answers, and what the debug console shows. */
export abstract class ProtocolSession extends DebugSession {
  constructor() {
    super();
    this.setDebuggerLinesStartAt1(false);
    this.setDebuggerColumnsStartAt1(false);
  }

  /** A place as the client counts. */
  protected placed({ start, end }: SourceRange): { line: number; column: number; endLine: number; endColumn: number } {
    return {
      line: this.convertDebuggerLineToClient(start.line),
      column: this.convertDebuggerColumnToClient(start.character),
      endLine: this.convertDebuggerLineToClient(end.line),
      endColumn: this.convertDebuggerColumnToClient(end.character),
    };
  }

  /** Answers with a failure where something throws, so that no client waits for ever. */
  protected answer(response: DebugProtocol.Response, work: () => Promise<void>): void {
    work().catch((error: unknown) => this.refuse(response, error instanceof Error ? error.message : String(error)));
  }

  protected refuse(response: DebugProtocol.Response, reason: string): void {
    // A variable, as braces in a text would be places for variables; `_`: it may be told on.
    this.sendErrorResponse(response, { id: 1, format: '{_reason}', variables: { _reason: reason } });
  }

  /** Onto the debug console; `from`: the line that it is about. */
  protected write(
    { category, text }: ConsoleText,
    from: { readonly source: Source; readonly line: number } | null,
  ): void {
    const event: DebugProtocol.OutputEvent = new OutputEvent(`${text}\n`, category);
    if (from) {
      event.body = { ...event.body, source: from.source, line: this.convertDebuggerLineToClient(from.line) };
    }
    this.sendEvent(event);
  }
}
