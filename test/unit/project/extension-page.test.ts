import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenario } from '../../../src/scenario/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const page = readFileSync(join(ROOT, 'media/extension-page.md'), 'utf8');

/** What an editor shows of the installed extension: it has none of the repository's files beside it. */
describe('the page of the installed extension', () => {
  it('is in the package instead of README.md', () => {
    assert.match(
      readFileSync(join(ROOT, 'scripts/package.mjs'), 'utf8'),
      /'--readme-path', 'media\/extension-page\.md'/,
    );
  });

  it('has no links to what is not there, and nothing that only the repository can do', () => {
    assert.deepEqual(page.match(/\]\((?!https:)[^)]*\)/g) ?? [], []);
    assert.doesNotMatch(page, /npm |node dist/);
  });

  it('names commands by their titles', () => {
    const strings = JSON.parse(readFileSync(join(ROOT, 'package.nls.json'), 'utf8')) as Record<string, string>;
    const titles = new Set(Object.values(strings));
    const named = [...page.matchAll(/\*\*Rampwright:\s([^*]+)\*\*/g)].map(([, title = '']) =>
      title.replaceAll('\n', ' '),
    );
    assert.ok(named.length > 3);
    assert.deepEqual(
      named.filter((title) => !titles.has(title)),
      [],
    );
  });

  it('has a scenario that is right', () => {
    const [, text = ''] = /```yaml\n([^]*?)```/.exec(page) ?? [];
    assert.deepEqual(loadScenario(text, 'checkout.load.yaml').problems, []);
  });
});
