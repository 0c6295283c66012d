import { parse } from 'yaml';
import templates from '../../schemas/templates.json' with { type: 'json' };

/** A whole scenario to begin with. */
export interface ScenarioTemplate {
  readonly title: string;
  readonly description: string;
  /** In the syntax of snippets, with tab stops. */
  readonly body: string;
}

interface WrittenTemplate {
  readonly description: string;
  readonly body: readonly string[];
}

export const SCENARIO_TEMPLATES: readonly ScenarioTemplate[] = Object.entries<WrittenTemplate>(templates).map(
  ([title, { description, body }]) => ({ title, description, body: `${body.join('\n')}\n` }),
);

/** The template as a snippet for a service: its base URL is still a tab stop. */
export function templateSnippet({ body }: ScenarioTemplate, baseUrl: string): string {
  return body.replace(
    /^(baseUrl: )\$\{(\d+):[^}]*\}/m,
    (_, key: string, stop: string) => `${key}\${${stop}:${escaped(baseUrl)}}`,
  );
}

/** A finished text as a snippet, with tab stops at what its author changes first: how many users, and for how long. */
export function snippetOf(text: string): string {
  return escaped(text)
    .replace(/^(vus: )(\d+)$/m, '$1${1:$2}')
    .replace(/^(duration: )(\w+)$/m, '$1${2:$2}');
}

/** What the editor inserts when every default is taken. */
export function snippetText(snippet: string): string {
  return snippet
    .replace(/(?<!\\)\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

/** The same scenario for a `*.load.json`. */
export function asJson(yaml: string): string {
  return `${JSON.stringify(parse(yaml), null, 2)}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
