import { closedLoop } from '../case.ts';

export const CAPTURE = closedLoop(
  'capture',
  'Closed loop, 100 users: a token captured from a JSON answer and sent with the next request',
  null,
);
