import type { DebugProtocol } from '@vscode/debugprotocol';
import type { DebugAnswer, DebugQuestion, DebugValue } from '../../engine/debug/protocol.ts';

/** What can be looked at where an iteration stands still: the engine's answers in the protocol's words. Its methods throw what is refused. */
export class Values {
  readonly #ask: (question: DebugQuestion) => Promise<DebugAnswer>;
  #locals = 0;

  constructor(ask: (question: DebugQuestion) => Promise<DebugAnswer>) {
    this.#ask = ask;
  }

  async scopes(): Promise<DebugProtocol.ScopesResponse['body']> {
    const answer = await this.#ask({ kind: 'scopes' });
    const values = answer.kind === 'values' ? answer.values.filter(({ reference }) => reference > 0) : [];
    this.#locals = values.find(({ name }) => name === 'Locals')?.reference ?? 0;
    return {
      scopes: values.map(({ name, reference }): DebugProtocol.Scope => {
        const scope = { name, variablesReference: reference, expensive: false };
        return name === 'Locals' ? { ...scope, presentationHint: 'locals' } : scope;
      }),
    };
  }

  async variables(reference: number): Promise<DebugProtocol.VariablesResponse['body']> {
    const answer = await this.#ask({ kind: 'variables', reference });
    return { variables: answer.kind === 'values' ? answer.values.map(variableOf) : [] };
  }

  /** `whole`: not cut for a narrow place. */
  async evaluate(expression: string, whole: boolean): Promise<DebugProtocol.EvaluateResponse['body']> {
    const value = await this.#one({ kind: 'evaluate', expression, whole });
    return {
      result: value?.text ?? '',
      type: value?.type ?? '',
      variablesReference: value?.reference ?? 0,
      indexedVariables: value?.items ?? 0,
    };
  }

  async set(reference: number, name: string, expression: string): Promise<DebugProtocol.SetVariableResponse['body']> {
    if (reference !== this.#locals) {
      throw new Error('Only captured values and variables of `set` can be changed, each as a whole.');
    }
    const changed = await this.#one({ kind: 'set', name, expression });
    return { value: changed?.text ?? '', variablesReference: changed?.reference ?? 0 };
  }

  async #one(question: DebugQuestion): Promise<DebugValue | undefined> {
    const answer = await this.#ask(question);
    if (answer.kind === 'problem') throw new Error(answer.problem);
    return answer.values[0];
  }
}

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
