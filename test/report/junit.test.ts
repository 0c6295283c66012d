import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { junitReport } from '../../src/report/junit.ts';
import { endedRun, endOf, interruptedRun, runningRun, samplePlan } from './sample-run.ts';

const schema = readFileSync(join(import.meta.dirname, 'schemas', 'junit.xsd'), 'utf8');

async function schemaErrors(xml: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: xml }],
    schema: [{ fileName: 'junit.xsd', contents: schema }],
  });
  return errors.map(({ message }) => message);
}

describe('the JUnit report', () => {
  it("is valid by the schema of Jenkins' xUnit plugin, however the run ended", async () => {
    for (const run of [endedRun(), interruptedRun(), runningRun({ seconds: 0 })]) {
      deepStrictEqual(await schemaErrors(junitReport(run)), []);
    }
  });

  it('stays well-formed whatever names hold', async () => {
    const name = 'Ada\'s "API" <&>]]> \u0000\u0007\ud800 naïve 🚀';
    const plan = {
      ...samplePlan,
      name,
      thresholds: samplePlan.thresholds.map((threshold) => ({ ...threshold, name })),
    };
    const xml = junitReport(endedRun({ plan }));
    deepStrictEqual(await schemaErrors(xml), []);
    match(xml, /name="Ada's &quot;API&quot; &lt;&amp;&gt;]]&gt; \ufffd\ufffd\ufffd naïve 🚀"/);
  });

  it('goes red exactly where the exit code does', () => {
    const passed = runningRun();
    passed.apply({ ...endOf(passed), outcome: 'passed', exitCode: 0 });
    // The run was told to accept thresholds without samples; the one that failed is still a failure.
    match(junitReport(passed), /tests="7" failures="1" errors="0"/);
    match(junitReport(passed), /<skipped message="no samples, target &lt; 500 ms" type="no-data">/);
    match(junitReport(endedRun()), /tests="7" failures="2" errors="0"/);
  });

  it('says of a run without an end that it is an error, not a pass', () => {
    match(junitReport(interruptedRun()), /<error message="Interrupted at 0:03 of 0:06[^"]*" type="interrupted">/);
  });

  it('names the file and line of a requirement that failed', () => {
    match(junitReport(endedRun()), /type="fail">checkout\.load\.yaml:1: http_req_failed: rate &lt; 1%\n/);
    strictEqual(junitReport(endedRun()).includes('Check "status is 200": 270 held, 30 failed'), true);
  });
});
