import { ExitCode } from '../../run/events.ts';
import { planHosts } from '../../scenario/index.ts';
import type { LoadOptions } from '../load-options.ts';
import { planJson, planText } from '../plan-text.ts';
import { checkedPlan } from '../prepared-run.ts';
import { Terminal } from '../terminal.ts';

export interface PlanOptions extends LoadOptions {
  readonly format: 'text' | 'json';
  readonly arrivals?: number;
  readonly color: boolean;
}

/** What would be sent, and when. Sends nothing. */
export function plan(path: string, options: PlanOptions): number {
  const terminal = new Terminal(process.stdout, { colour: options.color });
  const errors = new Terminal(process.stderr, { colour: options.color });
  const checked = checkedPlan(path, options, errors).plan;
  const hosts = planHosts(checked, { ...process.env, ...Object.fromEntries(options.env ?? []) });
  const arrivals = options.arrivals ?? 0;
  if (options.format === 'json') terminal.line(JSON.stringify(planJson(checked, hosts, arrivals), null, 2));
  else terminal.line(planText(checked, hosts, arrivals, terminal));
  return ExitCode.ok;
}
