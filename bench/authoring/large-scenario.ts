/** A realistic scenario of 500 lines: setup, feeders, flows with captures and checks, several scenarios, many thresholds. */
export function largeScenario(): string {
  const lines = [
    'name: Shop',
    'description: What a Saturday looks like.',
    'baseUrl: ${env.?BASE_URL.orValue("http://127.0.0.1:3000")}',
    'vars:',
    '  email: loadtest@example.com',
    '  currency: EUR',
    '  pageSize: 20',
    'data:',
    '  users:',
    '    values:',
    ...Array.from({ length: 10 }, (_, i) => `      - { name: user${i}, card: "40000000000000${10 + i}" }`),
    '    pick: random',
    'http:',
    '  timeout: 10s',
    '  headers:',
    '    accept: application/json',
    '    user-agent: rampwright',
    'metrics:',
    '  checkout_time: { type: trend, unit: ms }',
    '  orders_placed: counter',
    'setup:',
    '  - post: /auth/login',
    '    json: { email: "${vars.email}", password: "${secret.TEST_PASSWORD}" }',
    '    expect: { status: 200 }',
    '    capture:',
    '      token: json.access_token',
    'flows:',
  ];
  for (let flow = 1; flow <= FLOWS; flow++) lines.push(...flowLines(flow));
  lines.push('scenarios:');
  for (let scenario = 1; scenario <= SCENARIOS; scenario++) lines.push(...scenarioLines(scenario));
  lines.push('thresholds:');
  lines.push('  http_req_failed: rate < 1%');
  lines.push('  checks: rate > 99%');
  for (let flow = 1; lines.length < LINES; flow++) {
    const step = Math.floor((flow - 1) / FLOWS);
    const name = step % 2 === 0 ? `list ${((flow - 1) % FLOWS) + 1}` : `item ${((flow - 1) % FLOWS) + 1}`;
    lines.push(`  "http_req_duration{name:${name},stage:${step < 2 ? 'sustained' : 'ramp up'}}":`);
    lines.push(`    - { expect: p(95) < ${100 + flow}ms, acceptable: p(95) < ${200 + flow}ms }`);
    lines.push(`    - p(99) < ${1 + flow}s`);
  }
  return `${lines.slice(0, LINES).join('\n')}\n`;
}

const LINES = 500;
const FLOWS = 10;
const SCENARIOS = 4;

function flowLines(flow: number): string[] {
  return [
    `  shop${flow}:`,
    '    - group: browse',
    '      steps:',
    `        - get: /catalogue/${flow}/items`,
    `          name: list ${flow}`,
    '          auth: { bearer: "${setup.token}" }',
    '          query: { limit: "${vars.pageSize}", q: "${data.users.name}" }',
    '          check:',
    '            has items: size(json.items) > 0',
    '            is fast: timings.duration < 500',
    '          capture:',
    '            itemId: json.items[0].id',
    '        - think: { min: 1s, max: 3s }',
    '        - get: /items/${itemId}',
    `          name: item ${flow}`,
    '          auth: { bearer: "${setup.token}" }',
    '          capture:',
    '            price: json.price',
    '    - choose:',
    '        - weight: 70',
    '          get: /recommendations',
    '        - weight: 30',
    '          steps:',
    '            - post: /cart',
    `              name: add ${flow}`,
    '              json: { item: "${itemId}", amount: "${randomInt(1, 3)}", currency: "${vars.currency}" }',
    '              expect:',
    '                status: [200, 201]',
    '                json: json.total >= price',
    '              capture:',
    '                cartId: json.id',
    '            - post: /orders/${cartId}',
    `              name: order ${flow}`,
    '              headers: { idempotency-key: "${uuid()}" }',
    '              json: { card: "${data.users.card}" }',
    '              record:',
    '                checkout_time: response.timings.duration',
    "                orders_placed: 'status == 201 ? 1 : 0'",
  ];
}

function scenarioLines(scenario: number): string[] {
  return [
    `  users${scenario}:`,
    '    executor: ramping-vus',
    '    startTime: 0s',
    '    stages:',
    `      - { duration: 2m, target: ${scenario * 25}, name: ramp up }`,
    `      - { duration: 10m, target: ${scenario * 25}, name: sustained }`,
    '      - { duration: 1m, target: 0, name: ramp down }',
    '    steps:',
    `      - use: shop${scenario}`,
    `      - use: shop${scenario + 3}`,
    `      - use: shop${scenario + 6}`,
  ];
}
