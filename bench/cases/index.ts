import type { BenchCase } from '../case.ts';
import { CAPTURE } from './capture.ts';
import { CLOSED_LOOP } from './closed-loop.ts';
import { HTTP2 } from './http2.ts';
import {
  LATENCY_20MS,
  LATENCY_5MS,
  LATENCY_5MS_OF_MORE,
  LATENCY_5MS_ON_TWO_CORES,
  LATENCY_BIMODAL,
} from './latency.ts';
import { OPEN_20K, OPEN_5K, OPEN_5K_BUSY_WAIT } from './open.ts';
import { POST } from './post.ts';
import { SOAK } from './soak.ts';
import { START_UP } from './start-up.ts';
import { TLS } from './tls.ts';
import { RAMP_10K, USERS_10K, USERS_1K, USERS_5K } from './users.ts';
import { WEIGHTED } from './weighted.ts';
import { WORKERS } from './workers.ts';

export const CASES: readonly BenchCase[] = [
  ...[CLOSED_LOOP, CAPTURE, POST, WEIGHTED, TLS, HTTP2],
  ...[OPEN_5K, OPEN_5K_BUSY_WAIT, OPEN_20K],
  ...[LATENCY_5MS, ...LATENCY_5MS_OF_MORE, ...LATENCY_5MS_ON_TWO_CORES, LATENCY_20MS, LATENCY_BIMODAL],
  ...[USERS_1K, USERS_5K, USERS_10K, RAMP_10K],
  ...[WORKERS, START_UP, SOAK],
];
