import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeBrowser, openExamples, type Workbench } from './workbench.ts';

const PETS = `openapi: 3.0.3
info: { title: Pets, version: "1" }
servers: [{ url: http://127.0.0.1:4010/v1 }]
components: { securitySchemes: { token: { type: http, scheme: bearer } } }
security: [{ token: [] }]
paths:
  /pets/{petId}:
    get:
      operationId: getPet
      summary: One pet
      parameters: [{ in: path, name: petId, required: true, schema: { type: integer } }]
      responses: { "200": { description: ok } }
`;

const LOGIN = `baseUrl: http://127.0.0.1:1
vus: 1
duration: 1s
steps:
  - post: /login
    json: { password: s3cr3t-value }
`;

describe('beginning a scenario', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openExamples({ file: 'getting-started/hello.load.yaml' });
    writeFileSync(join(workbench.folder, 'openapi.yaml'), PETS);
    writeFileSync(join(workbench.folder, 'login.load.yaml'), LOGIN);
    // The list of commands, too, has those that are there when it opens.
    await workbench.lens('Run').waitFor();
  });
  after(async () => {
    await workbench.close();
    await closeBrowser();
  });

  /** Of a command that asks more: the quick input stays open. */
  const begin = async (title: string): Promise<void> => {
    const { page } = workbench;
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input.input').fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
  };
  const step = (title: string): Promise<void> =>
    workbench.page.locator('.quick-input-widget', { hasText: title }).waitFor();

  it('from an OpenAPI document, in four steps', async () => {
    const { page, folder } = workbench;
    await begin('Rampwright: New Scenario…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Pets' }).click();
    await step('New Scenario (2/4)');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'GET /v1/pets/{petId}' }).waitFor();
    await page.keyboard.press('Enter');
    await step('New Scenario (3/4)');
    await page.keyboard.press('Enter');
    await step('New Scenario (4/4)');
    await page.keyboard.type('load/pets');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'pets.load.yaml' }).waitFor();
    const text = readFileSync(join(folder, 'getting-started', 'load', 'pets.load.yaml'), 'utf8');
    assert.equal(
      text,
      `name: Pets
baseUrl: http://127.0.0.1:4010
vars:
  petId: 1
vus: 10
duration: 1m
steps:
  - get: /v1/pets/\${vars.petId}
    name: getPet
    auth:
      bearer: \${secret.TOKEN}
    expect:
      status: 200
thresholds:
  http_req_duration: p(95) < 500ms
  http_req_failed: rate < 1%
`,
    );
    // The cursor stands in the first tab stop.
    await page.locator('.snippet-placeholder').first().waitFor();
    await page.keyboard.type('25');
    await page.locator('.view-line', { hasText: 'vus: 25' }).waitFor();
    await workbench.screenshot('new-scenario');
  });

  it('from a template, with a way back', async () => {
    const { page, folder } = workbench;
    await begin('Rampwright: New Scenario…');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Soak' }).click();
    await step('New Scenario (2/3)');
    await page.locator('.quick-input-titlebar [aria-label^="Back"]').click();
    await step('New Scenario (1/');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Spike' }).click();
    await step('New Scenario (2/3)');
    await page.locator('.quick-input-widget input.input').fill('nowhere');
    await page.keyboard.press('Enter');
    await step('A URL such as');
    await page.locator('.quick-input-widget input.input').fill('http://127.0.0.1:9');
    await page.keyboard.press('Enter');
    await step('New Scenario (3/3)');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'spike.load.yaml' }).waitFor();
    // With its first tab stop the command is done, and takes the focus no more.
    await page.locator('.snippet-placeholder').first().waitFor();
    // Beside the scenario that was open.
    const written = join(folder, 'getting-started', 'load', 'spike.load.yaml');
    assert.match(readFileSync(written, 'utf8'), /^baseUrl: http:\/\/127\.0\.0\.1:9$/m);
  });

  it('moves a password to a secret in one edit, which Undo takes back', async () => {
    const { page } = workbench;
    await workbench.open('login.load.yaml');
    const line = page.locator('.view-line', { hasText: 'password' });
    await page.locator('.squiggly-warning').first().waitFor();
    await line.locator('span', { hasText: 's3cr3t-value' }).last().click();
    await page.keyboard.press('Control+.');
    await page.locator('.action-widget', { hasText: 'Move to secret…' }).waitFor();
    assert.equal(await page.locator('.action-widget', { hasText: 'Move to secret PASSWORD' }).count(), 0);
    await page.keyboard.press('Enter');
    await step('Move to Secret');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: 'password: "${secret.PASSWORD}"' }).waitFor();
    await line.click();
    await page.keyboard.press('Control+Z');
    await page.locator('.view-line', { hasText: 'password: s3cr3t-value' }).waitFor();
  });
});
