export {
  plannedSteps,
  durationMs,
  plannedDurationMs,
  maxVUs,
  scaledVUs,
  MOST_VUS,
  stagesOf,
  stageAt,
  type PlannedStep,
  type StageWindow,
} from './planned.ts';
export { arrivalTimes, type RateChange } from './arrivals.ts';
export { rampingVUsSteps, type VUStep } from './ramping-vus.ts';
