import { ARTILLERY } from './artillery.ts';
import { AUTOCANNON } from './autocannon.ts';
import type { GeneratorSource } from './generator.ts';
import { H2LOAD } from './h2load.ts';
import { HEY } from './hey.ts';
import { K6 } from './k6.ts';
import { LOCUST } from './locust.ts';
import { OHA } from './oha.ts';
import { VEGETA } from './vegeta.ts';
import { WRK } from './wrk.ts';

/** All peers that are known, those that are not on this machine, too. */
export const PEERS: readonly GeneratorSource[] = [WRK, AUTOCANNON, K6, LOCUST, ARTILLERY, HEY, OHA, VEGETA, H2LOAD];
