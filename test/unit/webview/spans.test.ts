import { strict as assert } from 'node:assert';
import { diagnose } from '../../../src/report/diagnosis/index.ts';
import { clockRange } from '../../../src/report/format.ts';
import { RunModel } from '../../../src/run/model.ts';
import { spansOf } from '../../../webview-ui/spans.ts';
import { STATES } from '../../support/run-fixture.ts';

function spansOfState(state: keyof typeof STATES): string[] {
  const run = new RunModel();
  for (const event of STATES[state]()) run.apply(event);
  return spansOf(run, diagnose(run)).map(({ title, fromMs, toMs }) => `${clockRange(fromMs, toMs)} ${title}`);
}

describe('marked times of the charts', () => {
  it('are those in which a person had another load made', () => {
    assert.deepEqual(
      spansOfState('changed').map((text) => text.replaceAll('\u00a0', ' ')),
      [
        '0:12–0:18 Load at 150 % of the plan',
        '0:18–0:26 Load at 60 % of the plan',
        '0:26–0:32 Load paused',
        '0:32–0:47 Load at 120 % of the plan',
      ],
    );
  });

  it('are those in which the generator did not keep up', () => {
    assert.deepEqual(spansOfState('saturated'), ['0:40–0:48 Generator saturated']);
  });

  it('are none in a run that went as planned', () => assert.deepEqual(spansOfState('passed'), []));
});
