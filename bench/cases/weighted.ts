import { closedLoop } from '../case.ts';

export const WEIGHTED = closedLoop('weighted', 'Closed loop, 100 users: ten endpoints by weight', null);
