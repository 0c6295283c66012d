export {
  plannedSteps,
  durationMs,
  plannedDurationMs,
  maxVUs,
  scaledVUs,
  MOST_VUS,
  highestRate,
  MOST_RATE,
  stagesOf,
  stageAt,
  type PlannedStep,
  type StageWindow,
} from './planned.ts';
export { arrivalTimes, type RateChange } from './arrivals.ts';
export { rampingVUsSteps, type VUStep } from './ramping-vus.ts';
