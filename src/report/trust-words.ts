import {
  SATURATED_DELAY_MS,
  STALLED_MS,
  STRAINED_CPU,
  STRAINED_DELAY_MS,
  STRAINED_GC,
  type GeneratorJudgement,
  type TrustCause,
} from '../run/generator-health.ts';
import { duration, exact, percent } from './format.ts';

/** For a headline: `generator healthy`, `generator strained 31 % of the time`, `generator saturated 13 % of the time`. */
export function generatorWords({ trust, share }: GeneratorJudgement): string {
  const ofTheTime = `${Math.max(1, Math.round(share * 100))} % of the time`;
  switch (trust) {
    case 'trustworthy':
      return 'generator healthy';
    case 'degraded':
      return `generator strained ${ofTheTime}`;
    case 'saturated':
      return `generator saturated ${ofTheTime}`;
  }
}

/** Whether the run's figures can be trusted, and why. */
export function generatorReason({ trust, cause, share, worst }: GeneratorJudgement): string {
  if (cause === null) return 'The generator kept up: what was measured is the server’s doing.';
  const why = `${causeWords(cause, trust)} in ${percent(share)} of the time, up to ${worstWords(cause, worst)}`;
  return trust === 'saturated'
    ? `The generator itself was the bottleneck: ${why}. Latencies include its own delay.`
    : `The generator had little left: ${why}. Single latencies may be too high.`;
}

function causeWords(cause: TrustCause, trust: GeneratorJudgement['trust']): string {
  const limit = duration(trust === 'saturated' ? SATURATED_DELAY_MS : STRAINED_DELAY_MS, exact);
  switch (cause) {
    case 'event-loop':
      return `its event loop was late by more than ${limit}`;
    case 'schedule':
      return `iterations started more than ${limit} after they were due`;
    case 'stall':
      return `it stood still for ${duration(STALLED_MS, exact)} or more at a time, suspended or without time of the machine,`;
    case 'cpu':
      return `a worker was busy more than ${percent(STRAINED_CPU)}`;
    case 'gc':
      return `a worker collected garbage more than ${percent(STRAINED_GC)}`;
  }
}

function worstWords(cause: TrustCause, worst: number): string {
  switch (cause) {
    case 'event-loop':
    case 'schedule':
    case 'stall':
      return duration(worst);
    case 'cpu':
    case 'gc':
      return percent(worst);
  }
}
