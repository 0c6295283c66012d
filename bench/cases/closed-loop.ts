import { closedLoop, GET_ITEM } from '../case.ts';

export const CLOSED_LOOP = closedLoop(
  'closed-loop',
  'Closed loop, 100 users: a template in path and header, a check, tags, thresholds',
  GET_ITEM,
);
