import * as vscode from 'vscode';
import type { TextEdit } from '../scenario/problem.ts';
import type { SourceRange } from '../scenario/range.ts';

export function toRange({ start, end }: SourceRange): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

export function fromRange({ start, end }: vscode.Range): SourceRange {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}

export function toTextEdits(edits: readonly TextEdit[]): vscode.TextEdit[] {
  return edits.map(({ range, newText }) => new vscode.TextEdit(toRange(range), newText));
}

/** The file's base name. */
export function fileNameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
