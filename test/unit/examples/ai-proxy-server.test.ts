import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { signToken, verifyToken } from '../../../examples/ai-proxy/jwt.mjs';
import { PASSWORD, startServer } from '../../../examples/ai-proxy/server.mjs';

const PROTECTED = ['/auth/me', '/usage', '/usage/summary', '/billing/subscription', '/billing/invoices'];

describe('the AI proxy stand-in', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  before(async () => (server = await startServer({ port: 0 })));
  after(() => server.close());
  afterEach(() => {
    server.setWrongSecret(false);
    server.resetStats();
  });

  const get = async (path: string, token?: string): Promise<number> => {
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await fetch(`${server.url}${path}`, { headers });
    await response.arrayBuffer();
    return response.status;
  };
  const logIn = async (body: string): Promise<{ status: number; token: string }> => {
    const response = await fetch(`${server.url}/auth/login`, { method: 'POST', body });
    const answer: unknown = await response.json();
    const hasToken = typeof answer === 'object' && answer !== null && 'access_token' in answer;
    return { status: response.status, token: hasToken ? String(answer.access_token) : '' };
  };
  const credentials = JSON.stringify({ email: 'ada@example.com', password: PASSWORD });

  it('lets a token of its own login in everywhere', async () => {
    const { status, token } = await logIn(credentials);
    assert.equal(status, 200);
    for (const path of PROTECTED) assert.equal(await get(path, token), 200, path);
  });

  it('answers 401 without a token, /health apart', async () => {
    assert.equal(await get('/health'), 200);
    for (const path of PROTECTED) assert.equal(await get(path), 401, path);
  });

  it('with the wrong secret still answers 200 to the login, and 401 to every token of it', async () => {
    server.setWrongSecret(true);
    const { status, token } = await logIn(credentials);
    assert.equal(status, 200);
    for (const path of PROTECTED) assert.equal(await get(path, token), 401, path);
    assert.equal(await get('/health'), 200);
  });

  it('can be switched over the network while it runs', async () => {
    const switchTo = (body: string) => fetch(`${server.url}/__control`, { method: 'POST', body });
    assert.equal((await switchTo('{"wrongSecret":true}')).status, 200);
    assert.equal(await get('/usage', (await logIn(credentials)).token), 401);
    assert.equal((await switchTo('{"wrongSecret":false}')).status, 200);
    assert.equal(await get('/usage', (await logIn(credentials)).token), 200);
    assert.equal((await switchTo('{"wrongSecret":"perhaps"}')).status, 400);
  });

  it('refuses a wrong password, a missing one and what is not JSON', async () => {
    assert.equal((await logIn('{"email":"a@example.com","password":"guess"}')).status, 401);
    assert.equal((await logIn('{"email":"a@example.com"}')).status, 400);
    assert.equal((await logIn('email=a')).status, 400);
    assert.equal((await logIn('x'.repeat(70_000))).status, 413);
  });

  it('counts requests by method, path and status, its own questions left out', async () => {
    const { token } = await logIn(credentials);
    await Promise.all([get('/health'), get('/health'), get('/usage', token), get('/usage'), get('/nowhere')]);
    const counted = await (await fetch(`${server.url}/__stats`)).json();
    assert.deepEqual(counted, {
      'GET /health 200': 2,
      'GET /nowhere 404': 1,
      'GET /usage 200': 1,
      'GET /usage 401': 1,
      'POST /auth/login 200': 1,
    });
    await fetch(`${server.url}/__stats`, { method: 'DELETE' });
    assert.deepEqual(server.stats(), {});
  });
});

describe('its tokens', () => {
  const unsigned = (header: object, claims: object): string =>
    [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const signed = (header: object, claims: object): string => {
    const content = unsigned(header, claims);
    return `${content}.${createHmac('sha256', 'secret').update(content).digest('base64url')}`;
  };
  const hour = Math.floor(Date.now() / 1000) + 3600;

  it('carry their claims and an expiry', () => {
    const verified = verifyToken(signToken({ sub: 'ada' }, 'secret', 60), 'secret');
    assert.ok(verified.ok);
    assert.equal(verified.claims['sub'], 'ada');
    assert.equal(Number(verified.claims['exp']) - Number(verified.claims['iat']), 60);
  });

  const cases: [title: string, token: string, reason: string][] = [
    ['another secret', signToken({}, 'other', 60), 'signature does not match'],
    ['an expiry that is over', signToken({}, 'secret', -1), 'token expired'],
    ['no expiry', signed({ alg: 'HS256' }, {}), 'token expired'],
    ['no signature', `${unsigned({ alg: 'none' }, { exp: hour })}.`, 'malformed token'],
    ['another algorithm', signed({ alg: 'none' }, { exp: hour }), 'unexpected algorithm'],
    ['too many parts', 'a.b.c.d', 'malformed token'],
    ['nothing in it', '', 'malformed token'],
  ];
  for (const [title, token, reason] of cases) {
    it(`are refused with ${title}`, () => assert.deepEqual(verifyToken(token, 'secret'), { ok: false, reason }));
  }
});
