import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import type { RunEvent } from '../../src/run/events.ts';
import { renderHtmlReport } from '../../src/report/html.ts';
import { STATES } from '../support/run-fixture.ts';

const ASSETS = {
  script: 'console.log("</script><!-- not an end -->");\n//# sourceMappingURL=results.js.map\n',
  style:
    '@font-face { src: url("./codicon.ttf?721d4c") format("truetype"); }\n/*# sourceMappingURL=results.css.map */\n',
  font: Uint8Array.of(0, 1, 2),
};

function between(text: string, before: string, after: string): string {
  const from = text.indexOf(before) + before.length;
  return text.slice(from, text.indexOf(after, from));
}

describe('HTML report', () => {
  const events = STATES['failed-401']();
  const html = renderHtmlReport(events, ASSETS);

  it('says in its title how the run went', () =>
    assert.equal(between(html, '<title>', '</title>'), 'AI proxy – Failed: 1 of 7\u00a0requirements, 1 without data'));

  it('lets run and style only what it names by hash', () => {
    const policy = between(html, 'Content-Security-Policy" content="', '"');
    const sha = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const style = between(html, '<style>', '</style>');
    const script = html.slice(html.lastIndexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
    assert.deepEqual(policy.split('; '), [
      "default-src 'none'",
      `script-src ${sha(script)}`,
      `style-src ${sha(style)}`,
      'font-src data:',
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
    ]);
  });

  it('asks for no other file', () => {
    assert.ok(html.includes('url("data:font/ttf;base64,AAEC")'));
    assert.doesNotMatch(html, /sourceMappingURL|codicon\.ttf|<link rel="stylesheet"|<script src/);
  });

  it('holds the events, whatever their strings are', () => {
    const hostile = '</script><script>alert(1)</script><!--';
    const [start] = events;
    assert.ok(start?.type === 'run-start');
    const marked: RunEvent[] = [{ ...start, plan: { ...start.plan, name: hostile } }];
    const report = renderHtmlReport(marked, ASSETS);
    assert.ok(!report.includes('<script>alert'));
    const json = between(report, 'id="run-events">', '</script>');
    assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(marked)));
  });

  it('keeps the bundle from ending its own element', () =>
    assert.ok(html.includes('console.log("\\x3c/script>\\x3c!-- not an end -->");')));

  it('is the same for the same run', () => assert.equal(renderHtmlReport(events, ASSETS), html));
});
