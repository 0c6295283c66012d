import assert from 'node:assert/strict';
import { heyFigures } from '../../../bench/generators/hey.ts';
import { locustFigures } from '../../../bench/generators/locust.ts';
import { ohaFigures } from '../../../bench/generators/oha.ts';
import { vegetaFigures } from '../../../bench/generators/vegeta.ts';
import { wrkFigures } from '../../../bench/generators/wrk.ts';

describe('what a peer says of its run', () => {
  it('is read from the output of wrk, whatever unit its times are in', () => {
    const output = `Running 5s test @ http://127.0.0.1:9911/json
  1 threads and 100 connections
  Latency Distribution
     50%  850.00us
     75%    1.02ms
     90%    2.30ms
     99%    1.50s
  345000 requests in 5.00s, 96.00MB read
  Socket errors: connect 0, read 2, write 0, timeout 3
  Non-2xx or 3xx responses: 4
Requests/sec:  69023.61
`;
    assert.deepEqual(wrkFigures(output), { p50: 0.85, p99: 1500, failed: 9 });
  });

  it('is read from the output of hey', () => {
    const output = `Latency distribution:
  10% in 0.0010 secs
  50% in 0.0050 secs
  99% in 0.0250 secs
`;
    assert.deepEqual(heyFigures(output), { p50: 5, p99: 25 });
  });

  it('is read from the table of percentiles of Locust, not from its other tables', () => {
    const output = `Type     Name       # reqs      # fails |    Avg     Min     Max    Med |   req/s  failures/s
         Aggregated   1000     0(0.00%) |      3       1      20      2 |  200.00        0.00

Response time percentiles (approximated)
Type     Name    50%    66%    75%    80%    90%    95%    98%    99%  99.9% 99.99%   100% # reqs
GET      /items    2      3      3      4      5      6      8      9     20     20     20   1000
         Aggregated    2      3      3      4      5      6      8      9     20     20     20   1000
`;
    assert.deepEqual(locustFigures(output), { p50: 2, p99: 9 });
  });

  it('is read from the JSON of vegeta, in nanoseconds, and of oha, in seconds', () => {
    const vegeta = JSON.stringify({ latencies: { '50th': 1_500_000, '99th': 20_000_000 } });
    assert.deepEqual(vegetaFigures(vegeta), { p50: 1.5, p99: 20 });
    const oha = JSON.stringify({ latencyPercentiles: { p50: 0.0015, p99: 0.02 } });
    assert.deepEqual(ohaFigures(oha), { p50: 1.5, p99: 20 });
  });

  it('is nothing where the output is something else', () => {
    for (const read of [heyFigures, locustFigures, vegetaFigures, ohaFigures]) {
      assert.deepEqual(read('Killed'), { p50: null, p99: null });
    }
  });
});
