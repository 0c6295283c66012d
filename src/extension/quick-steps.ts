import * as vscode from 'vscode';

/** The person pressed the button that leads to the step before. */
export const BACK = Symbol('back');

/** What a step came to: a value, the step before, or undefined where the person closed it. */
export type StepResult<T> = T | typeof BACK | undefined;

interface StepOptions {
  /** Of the whole, the same for all steps. */
  readonly title: string;
  /** From 1; the first has no way back. */
  readonly step: number;
  readonly totalSteps: number;
}

interface PickOptions<T extends vscode.QuickPickItem> extends StepOptions {
  readonly placeholder: string;
  /** The list is there at once; what comes later is added to it. */
  readonly items: readonly T[];
  readonly later?: Promise<readonly T[]>;
}

/** Several of them where `many` is set; those that have `picked` are to begin with. */
export function pickStep<T extends vscode.QuickPickItem>(
  options: PickOptions<T> & { readonly many: boolean },
): Promise<StepResult<readonly T[]>> {
  const pick = vscode.window.createQuickPick<T>();
  Object.assign(pick, common(options));
  pick.placeholder = options.placeholder;
  pick.canSelectMany = options.many;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = options.items;
  if (options.many) pick.selectedItems = options.items.filter(({ picked }) => picked === true);
  if (options.later) {
    pick.busy = true;
    void options.later
      .then((more) => {
        pick.items = [...options.items, ...more];
      })
      .finally(() => {
        pick.busy = false;
      });
  }
  return shown(pick, (finish) => [
    pick.onDidTriggerButton(() => finish(BACK)),
    pick.onDidAccept(() => {
      if (pick.selectedItems.length > 0) finish(pick.selectedItems);
    }),
  ]);
}

interface InputOptions extends StepOptions {
  readonly prompt: string;
  readonly value: string;
  readonly selection?: readonly [number, number];
  /** What is wrong with a value, in a sentence. */
  readonly validate: (value: string) => Promise<string | undefined> | string | undefined;
}

export function inputStep(options: InputOptions): Promise<StepResult<string>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, common(options));
  input.prompt = options.prompt;
  input.value = options.value;
  if (options.selection) input.valueSelection = options.selection;
  return shown(input, (finish) => [
    input.onDidTriggerButton(() => finish(BACK)),
    input.onDidChangeValue(() => {
      input.validationMessage = undefined;
    }),
    input.onDidAccept(async () => {
      const { value } = input;
      const problem = await options.validate(value);
      if (problem === undefined) finish(value);
      else if (input.value === value) input.validationMessage = problem;
    }),
  ]);
}

function common({ title, step, totalSteps }: StepOptions): Partial<vscode.QuickInput> & { buttons: unknown } {
  const buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  return { title, step, totalSteps, buttons, ignoreFocusOut: true };
}

function shown<T>(
  input: vscode.QuickInput,
  listen: (finish: (result: StepResult<T>) => void) => vscode.Disposable[],
): Promise<StepResult<T>> {
  return new Promise((resolve) => {
    const listening = vscode.Disposable.from(
      input,
      input.onDidHide(() => finish(undefined)),
      ...listen((result) => finish(result)),
    );
    let finished = false;
    const finish = (result: StepResult<T>): void => {
      if (finished) return;
      finished = true;
      resolve(result);
      listening.dispose();
    };
    input.show();
  });
}
