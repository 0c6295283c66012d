export {
  plannedSteps,
  durationMs,
  plannedDurationMs,
  maxVUs,
  MOST_VUS,
  stagesOf,
  stageAt,
  type PlannedStep,
  type StageWindow,
} from './planned.ts';
export { arrivalTimes } from './arrivals.ts';
export { rampingVUsSteps, type VUStep } from './ramping-vus.ts';
