import { createHash } from 'node:crypto';
import { cpus, hostname, totalmem } from 'node:os';
import { planHosts } from '../scenario/hosts.ts';
import { maskDeep } from '../run/mask.ts';
import { EVENTS_VERSION, type RunStart } from '../run/events.ts';
import { VERSION } from '../run/version.ts';
import type { RunRequest } from './protocol.ts';
import type { RunMasks } from './run-masks.ts';

/** The first event of a run: what was asked for, on which machine. No secret is in it. */
export function runStart({ plan, scenario, options, env }: RunRequest, masks: RunMasks): RunStart {
  const mask = (text: string): string => masks.text(text);
  const processors = cpus();
  return {
    type: 'run-start',
    version: EVENTS_VERSION,
    runId: options.runId,
    time: Date.now(),
    scenario: {
      file: scenario.file,
      ...(scenario.path === undefined ? {} : { path: scenario.path }),
      text: mask(scenario.text),
      sha256: createHash('sha256').update(scenario.text).digest('hex'),
    },
    plan: maskDeep(plan, mask),
    hosts: planHosts(plan, env).map(mask),
    options: { workers: options.workers, seed: options.seed, overrides: options.overrides.map(mask) },
    machine: {
      hostname: hostname(),
      platform: `${process.platform} ${process.arch}`,
      cpus: processors.length,
      cpuModel: processors[0]?.model ?? 'unknown',
      memoryBytes: totalmem(),
    },
    versions: { rampwright: VERSION, node: process.version },
  };
}
