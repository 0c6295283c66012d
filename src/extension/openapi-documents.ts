import * as vscode from 'vscode';
import { openApiPaths, readOpenApi, type OpenApiDocument, type OpenApiPath } from '../language/openapi.ts';
import { foundFiles } from './found-files.ts';

/** What OpenAPI documents are called nearly everywhere. */
const NAMES = '**/{openapi,swagger,openapi.*,swagger.*,*.openapi,*.swagger}.{yaml,yml,json}';
const NOT_IN = '**/{node_modules,.git,dist,build,target,vendor}/**';
const MOST_DOCUMENTS = 20;
const MOST_BYTES = 10_000_000;

/** An OpenAPI document of the workspace. */
export interface FoundDocument {
  readonly uri: vscode.Uri;
  readonly document: OpenApiDocument;
}

/** The OpenAPI documents of the workspace: found by their names when first asked for, then watched. */
export class OpenApiDocuments {
  #paths: readonly OpenApiPath[] | null = null;
  #reading: Promise<void> | null = null;
  #changes = 0;
  #watcher: vscode.FileSystemWatcher | null = null;

  register(): vscode.Disposable {
    return new vscode.Disposable(() => {
      this.#watcher?.dispose();
    });
  }

  /** Of all documents, each once. Nothing until they have been read: completion doesn't wait for the disk. */
  paths(): readonly OpenApiPath[] {
    if (!this.#paths) this.#reading ??= this.#readPaths();
    return this.#paths ?? [];
  }

  /** As they are on the disk now; files with such a name that are none are left out. */
  async find(): Promise<FoundDocument[]> {
    const found = await texts();
    return found.flatMap(({ uri, text }) => {
      const document = readOpenApi(text);
      return document && document.operations.length > 0 ? [{ uri, document }] : [];
    });
  }

  async #readPaths(): Promise<void> {
    this.#watch();
    const changes = this.#changes;
    const unique = new Map<string, OpenApiPath>();
    for (const { text } of await texts()) {
      for (const path of openApiPaths(text)) unique.set(`${path.method} ${path.path}`, path);
    }
    // Changed meanwhile: then they are read again when next asked for.
    if (changes === this.#changes) this.#paths = [...unique.values()];
  }

  #watch(): void {
    if (this.#watcher) return;
    this.#watcher = vscode.workspace.createFileSystemWatcher(NAMES);
    const forget = (): void => {
      this.#changes++;
      this.#paths = null;
      this.#reading = null;
    };
    this.#watcher.onDidCreate(forget);
    this.#watcher.onDidChange(forget);
    this.#watcher.onDidDelete(forget);
  }
}

async function texts(): Promise<{ uri: vscode.Uri; text: string }[]> {
  const found = await foundFiles(NAMES, { notIn: NOT_IN, most: MOST_DOCUMENTS });
  const read = await Promise.all(found.map(async (uri) => ({ uri, text: await textOf(uri) })));
  return read.sort((a, b) => a.uri.path.localeCompare(b.uri.path));
}

/** '' for what can't be read or is too large to be of use. */
async function textOf(uri: vscode.Uri): Promise<string> {
  try {
    if ((await vscode.workspace.fs.stat(uri)).size > MOST_BYTES) return '';
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}
