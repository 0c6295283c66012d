import type { StartUpCase } from '../case.ts';

export const START_UP: StartUpCase = {
  kind: 'start-up',
  name: 'start-up',
  title: 'Start: from the command to the first request, and validate',
  files: 'closed-loop',
};
