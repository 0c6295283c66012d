import * as vscode from 'vscode';
import { scenarioFromOpenApi } from '../language/openapi-scenario.ts';
import type { OpenApiOperation } from '../language/openapi.ts';
import { SCENARIO_SUFFIXES } from '../language/scenario-files.ts';
import {
  asJson,
  SCENARIO_TEMPLATES,
  snippetOf,
  snippetText,
  templateSnippet,
  type ScenarioTemplate,
} from '../language/scenario-templates.ts';
import { fileNameOf } from './conversions.ts';
import { Command } from './names.ts';
import type { FoundDocument, OpenApiDocuments } from './openapi-documents.ts';
import { BACK, inputStep, pickStep, type StepResult } from './quick-steps.ts';
import { uriExists } from './uri-exists.ts';

/** What a new scenario is made from. */
type Source =
  | { readonly kind: 'template'; readonly template: ScenarioTemplate }
  | { readonly kind: 'openapi'; readonly found: FoundDocument };

interface SourceItem extends vscode.QuickPickItem {
  readonly source?: Source;
}

/** What the steps have gathered so far. */
interface Draft {
  /** Where the file is to be; null: nowhere yet, it opens untitled. */
  readonly folder: vscode.Uri | null;
  readonly source?: Source;
  readonly operations?: readonly OpenApiOperation[];
  readonly baseUrl?: string;
  readonly file?: vscode.Uri;
}

interface Count {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

type Step = (draft: Draft, count: Count) => Promise<StepResult<Draft>>;

/** `New Scenario…`: from a template or an OpenAPI document, for a base URL, as a file that then is open with its tab stops. */
export class NewScenario {
  readonly #documents: OpenApiDocuments;

  constructor(documents: OpenApiDocuments) {
    this.#documents = documents;
  }

  register(): vscode.Disposable {
    const on = (command: string, call: (argument: unknown) => Promise<void>): vscode.Disposable =>
      vscode.commands.registerCommand(command, call);
    return on(Command.newScenario, async (argument) => {
      const folder = await folderOf(argument);
      const draft = folder === undefined ? null : await this.#ask({ folder });
      if (draft) await create(draft);
    });
  }

  /** null: the person closed one of the steps. */
  async #ask(first: Draft): Promise<Draft | null> {
    const drafts = [first];
    for (let draft = first; ; draft = drafts.at(-1) ?? first) {
      const steps = this.#steps(draft);
      const step = steps[drafts.length - 1];
      if (!step) return draft;
      const result = await step(draft, { title: 'New Scenario', step: drafts.length, totalSteps: steps.length });
      if (result === undefined) return null;
      if (result === BACK) drafts.pop();
      else drafts.push(result);
    }
  }

  #steps({ source, folder }: Draft): readonly Step[] {
    return [
      (draft, count) => this.#askSource(draft, count),
      ...(source?.kind === 'openapi' ? [askOperations] : []),
      askBaseUrl,
      ...(folder ? [askFile] : []),
    ];
  }

  async #askSource({ folder }: Draft, count: Count): Promise<StepResult<Draft>> {
    const templates = SCENARIO_TEMPLATES.map((template): SourceItem => {
      const { title, description } = template;
      return { label: title, detail: description, source: { kind: 'template', template } };
    });
    const result = await pickStep<SourceItem>({
      ...count,
      placeholder: 'What to begin with',
      items: templates,
      later: this.#documents.find().then((found) => found.map(openApiItem)),
      many: false,
    });
    if (result === undefined || result === BACK) return result;
    const source = result[0]?.source;
    return source && { folder, source };
  }
}

function openApiItem(found: FoundDocument): SourceItem {
  const { document, uri } = found;
  const count = document.operations.length;
  return {
    label: `$(json) ${document.title}`,
    description: vscode.workspace.asRelativePath(uri),
    detail: `From an OpenAPI document with ${count === 1 ? 'one request' : `${count} requests`}`,
    source: { kind: 'openapi', found },
  };
}

/** More requests than these are rarely meant to be in one scenario. */
const PICKED_AT_FIRST = 10;

const askOperations: Step = async (draft, count) => {
  if (draft.source?.kind !== 'openapi') return draft;
  const { operations } = draft.source.found.document;
  const items = operations.map((operation) => ({
    label: `${operation.method.toUpperCase()} ${operation.path}`,
    description: operation.summary,
    picked: operations.length <= PICKED_AT_FIRST,
    operation,
  }));
  const result = await pickStep({ ...count, placeholder: 'Requests of the scenario', items, many: true });
  if (result === undefined || result === BACK) return result;
  return { ...draft, operations: result.map(({ operation }) => operation) };
};

const askBaseUrl: Step = async (draft, count) => {
  const origin = draft.source?.kind === 'openapi' ? draft.source.found.document.origin : null;
  const result = await inputStep({
    ...count,
    prompt: 'Base URL of the service under test',
    value: draft.baseUrl ?? origin ?? 'http://localhost:3000',
    validate: (url) =>
      /^https?:\/\/[^\s/]/i.test(url.trim()) || url.includes('${')
        ? undefined
        : 'A URL such as http://localhost:3000, or an expression such as ${env.BASE_URL}.',
  });
  if (result === undefined || result === BACK) return result;
  return { ...draft, baseUrl: result.trim() };
};

const askFile: Step = async (draft, count) => {
  const { folder, source } = draft;
  if (!folder || !source) return draft;
  const name = suggestedName(source);
  const inside = vscode.workspace.asRelativePath(folder);
  const top = vscode.workspace.getWorkspaceFolder(folder);
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  const place = top?.uri.toString() === folder.toString() ? (several ? top.name : 'the workspace folder') : inside;
  const result = await inputStep({
    ...count,
    prompt: `Name of the file in ${place}; folders may stand before it`,
    value: `${name}.load.yaml`,
    selection: [0, name.length],
    validate: async (path) => {
      if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)|[<>:"|?*]/.test(path) || path.trim() === '')
        return 'A file name, such as checkout.load.yaml.';
      return (await uriExists(fileIn(folder, path))) ? 'There is such a file already; take another name.' : undefined;
    },
  });
  if (result === undefined || result === BACK) return result;
  return { ...draft, file: fileIn(folder, result) };
};

function suggestedName(source: Source): string {
  const title = source.kind === 'template' ? source.template.title : source.found.document.title;
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'scenario'
  );
}

/** With a scenario's ending, whatever was typed. */
function fileIn(folder: vscode.Uri, path: string): vscode.Uri {
  const name = path.trim();
  const ending = SCENARIO_SUFFIXES.some((suffix) => name.endsWith(suffix)) ? '' : '.load.yaml';
  return vscode.Uri.joinPath(
    folder,
    name.replace(/(\.load)?(\.ya?ml)?$/, (found) => (ending === '' ? found : '')) + ending,
  );
}

async function create({ source, operations = [], baseUrl = '', file }: Draft): Promise<void> {
  if (!source) return;
  const snippet =
    source.kind === 'template'
      ? templateSnippet(source.template, baseUrl)
      : snippetOf(scenarioFromOpenApi(source.found.document.title, baseUrl, operations));
  if (!file) {
    await insert(await vscode.workspace.openTextDocument({ language: 'rampwright', content: '' }), snippet);
    return;
  }
  const isJson = file.path.endsWith('.json');
  // The whole text is on the disk whatever becomes of the tab stops.
  const text = snippetText(snippet);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(isJson ? asJson(text) : text));
  const document = await vscode.workspace.openTextDocument(file);
  if (isJson) await vscode.window.showTextDocument(document);
  else await insert(document, snippet);
}

/** In place of what the document has, with the cursor in the first tab stop. */
async function insert(document: vscode.TextDocument, snippet: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.insertSnippet(new vscode.SnippetString(snippet), document.validateRange(whole), {
    undoStopBefore: false,
    undoStopAfter: true,
  });
}

/** The folder that a menu was opened on, else that of the file in the editor, else the workspace's; undefined: none of several was picked. */
async function folderOf(argument: unknown): Promise<vscode.Uri | null | undefined> {
  if (argument instanceof vscode.Uri)
    return (await isFolder(argument)) ? argument : vscode.Uri.joinPath(argument, '..');
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && fileNameOf(active).includes('.load.') && vscode.workspace.getWorkspaceFolder(active)) {
    return vscode.Uri.joinPath(active, '..');
  }
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (others.length === 0) return first?.uri ?? null;
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder: 'Folder of the new scenario' }))?.uri;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
