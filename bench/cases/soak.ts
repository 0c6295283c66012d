import type { SoakCase } from '../case.ts';
import { CLOSED_LOOP } from './closed-loop.ts';

export const SOAK: SoakCase = {
  kind: 'soak',
  name: 'soak',
  title: 'Ten minutes at half of the capacity',
  minutes: 10,
  capacity: CLOSED_LOOP,
};
