import type { Span } from './source.ts';

const VU = 'vu of ';
const FLOW = 'flow ';

/** What a flow's steps capture, before it is known who uses it. */
export function flowScope(name: string): string {
  return `${FLOW}${name}`;
}

/** What a scenario's iterations capture. */
export function scenarioScope(name: string): string {
  return `scenario ${name}`;
}

/** What `onStart` captured for the iterations of a scope; the same within `onStart`. */
export function vuScope(scope: string): string {
  return scope.startsWith(VU) ? scope : `${VU}${scope}`;
}

/** Which steps share their captured values: a flow's are those of whoever uses it. */
export class ValueScopes {
  readonly #regions: { readonly scope: string; readonly span: Span }[] = [];
  /** Union-find: flows belong to those that use them. */
  readonly #parents = new Map<string, string>();

  /** Says that the steps in a span capture in a scope. */
  cover(scope: string, span: Span): void {
    this.#regions.push({ scope, span });
  }

  /** That of the innermost steps around an offset; '' outside of all. */
  at(offset: number): string {
    let scope = '';
    let size = Infinity;
    for (const region of this.#regions) {
      const { start, end } = region.span;
      if (start <= offset && offset <= end && end - start < size) {
        scope = region.scope;
        size = end - start;
      }
    }
    return scope;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.#root(one), this.#root(other)];
    if (a === b) return;
    // A flow is named after whoever uses it first.
    if (a.startsWith(FLOW)) this.#parents.set(a, b);
    else this.#parents.set(b, a);
  }

  /**
   * The one name of all scopes that were joined with this one. `vu.X` is the same value in all scenarios that share a flow, since the
   * flow can read it only under one name.
   */
  shared(scope: string): string {
    const root = this.#root(scope);
    return root.startsWith(VU) ? `${VU}${this.#root(root.slice(VU.length))}` : root;
  }

  #root(scope: string): string {
    const parent = this.#parents.get(scope);
    return parent === undefined ? scope : this.#root(parent);
  }
}
