import { stringify } from 'yaml';
import { loadScenario } from '../scenario/index.ts';
import type { JsonValue } from '../scenario/plan.ts';
import { entryOf, valueOf } from '../scenario/source.ts';
import { secretPlaceAt } from './secret-place.ts';

type Step = Readonly<Record<string, JsonValue>>;

/** A step that was brought from elsewhere, without the credentials that were in it. */
export interface StepWithSecrets {
  readonly step: Step;
  /** What `secret.NAME` in it stands for, by name; without those that are stored already. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** A step has a handful of credentials at most. */
const MOST_SECRETS = 20;

/**
 * Puts `${secret.NAME}` in place of what looks like a credential, by the rule that warns of them in scenarios, and of cookies, which
 * are sessions mostly. A value that is `stored` already keeps the name that it has there.
 */
export function moveSecrets(step: Step, stored: ReadonlyMap<string, string>): StepWithSecrets {
  const secrets = new Map<string, string>();
  const named = (name: string, value: string): string => {
    const own = secretName(name, value, new Map([...stored, ...secrets]));
    if (!stored.has(own)) secrets.set(own, value);
    return own;
  };
  let text = stringify(
    { vus: 1, duration: '1s', baseUrl: 'http://localhost', steps: [withoutCookies(step, named)] },
    { lineWidth: 0 },
  );
  for (let round = 0; round < MOST_SECRETS; round++) {
    const { document, problems } = loadScenario(text, 'pasted.load.yaml');
    const problem = problems.find(({ code }) => code === 'plain-text-secret');
    const place = problem && secretPlaceAt(document, problems, problem.range);
    const edit = place?.moved(named(place.name, place.value));
    if (!edit) break;
    const { lines } = document;
    text = text.slice(0, lines.offset(edit.range.start)) + edit.newText + text.slice(lines.offset(edit.range.end));
  }
  const steps = entryOf(loadScenario(text, 'pasted.load.yaml').document.root ?? undefined, 'steps')?.value;
  const [moved] = steps?.kind === 'list' ? steps.items : [];
  const value = moved && valueOf(moved);
  return { step: isStep(value) ? value : step, secrets };
}

/** What to call a value: as it is called in the store, else by its name, with a number where another value has that. */
export function secretName(name: string, value: string, stored: ReadonlyMap<string, string>): string {
  if (stored.get(name) === value) return name;
  const known = [...stored].find(([, one]) => one === value)?.[0];
  if (known !== undefined) return known;
  let free = name;
  for (let n = 2; stored.has(free); n++) free = `${name}_${n}`;
  return free;
}

function withoutCookies(step: Step, named: (name: string, value: string) => string): Step {
  const { headers } = step;
  if (!isStep(headers)) return step;
  const { cookie } = headers;
  if (typeof cookie !== 'string' || cookie.includes('${')) return step;
  return { ...step, headers: { ...headers, cookie: `\${secret.${named('COOKIE', cookie)}}` } };
}

function isStep(value: JsonValue | undefined): value is Step {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
