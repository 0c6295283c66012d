import { closedLoop, GET_ITEM } from '../case.ts';

export const WORKERS = closedLoop('workers', 'Closed loop, 100 users: two workers on two cores against one', GET_ITEM, {
  files: 'closed-loop',
  workers: [1, 2],
});
