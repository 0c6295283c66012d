/** Made by scripts/generate.mjs from docs/problems.md; do not edit. */
import type { ProblemCode } from '../../scenario/problem-codes.ts';

export const PROBLEM_HELP: Readonly<Record<ProblemCode, string>> = {
  'unreadable-file':
    '`rampwright` cannot read the file: there is none of that name, it is a folder, nobody may read it, it is not UTF-8 text, or it has more than 10 MB. The\nmessage says which. Nothing else in it was checked.',
  'yaml-syntax':
    'The text is not YAML 1.2, or has what a scenario cannot hold (tags, endless numbers, keys that are lists, an alias of nothing or of itself). YAML is indented with spaces. Within `{ }` and `[ ]` a text with `[`, `{`, a comma, or a colon and a space must be in quotes, as many expressions must: `{ found: "size(json.items[0]) > 1" }`.\n\n```yaml\nsteps:\n\t- get: /health\n```',
  'json-syntax':
    'A `*.load.json` file is not JSON. Comments and a comma after the last item are allowed.\n\n```json\n{ "vus": }\n```',
  'duplicate-key':
    'A key stands twice in one map, and only one of them could count. The message points at the first one as well.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nvus: 10\nvus: 20\nsteps:\n  - get: /health\n```',
  'several-documents':
    'A file holds one scenario; `---` begins another document.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n---\nname: second\n```',
  'empty-file': 'There is nothing in the file.\n\n```yaml\n\n```',
  'too-large':
    'The file, or what its aliases or flows grow to, is larger than any scenario: 2 MB of text, 100,000 values, 100 levels, 20,000 steps.\n\n```yaml\na: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]\ne: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]\n```',
  'unknown-key':
    'The format has no such key here. Where one is near, the message names it.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    header: { accept: text/plain }\n```',
  'missing-key':
    'A key that is needed is not there.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - think: { min: 1s }\n```',
  'wrong-type':
    'The value is of another kind than the key takes: a list where a map belongs, a duration without its unit, nothing at all.\n\n```yaml\nduration: 30\nsteps:\n  - get: http://localhost:3000/\n```',
  'wrong-value':
    'The value is of the right kind and still cannot be meant: an unknown executor, a status that is none, a range whose end comes first.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    expect: { status: 7xx }\n```',
  empty: 'A list or map needs at least one entry.\n\n```yaml\nstages: []\nsteps:\n  - get: http://localhost:3000/\n```',
  'keys-exclude-each-other':
    'Two keys say the same thing, or make one step two. Keep one, or make two steps.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    think: 1s\n```',
  'unknown-environment':
    "The environment that was picked (`--environment`, or in the status bar) is none of this file's. Here `stagin` was picked.\n\n```yaml\nenvironments:\n  staging: { baseUrl: https://staging.example.test }\nduration: 10s\nsteps:\n  - get: http://localhost:3000/\n```",
  'environment-not-picked':
    'Before a run: the `baseUrl` stands in environments only, and none of them was picked (`--environment`, or in the status bar). The file itself is right: in\nthe editor it is a remark, and `validate` says nothing. An environment that brings no `baseUrl` while others do has [relative-url](#relative-url).\n\n```yaml\nenvironments:\n  staging: { baseUrl: https://staging.example.test }\n  production: { baseUrl: https://example.test }\nduration: 10s\nsteps:\n  - get: /health\n```',
  'invalid-name':
    'Captured values and variables are read in expressions, so their names are letters, digits and `_`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    capture: { my-token: json.token }\n```',
  'reserved-name':
    'The name has a meaning of its own in expressions (`status`, `body`, `vars`, …), or is a built-in metric.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    capture: { status: json.status }\n```',
  'nothing-to-run':
    'There are neither `steps` (or `flow`) nor `scenarios`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\n```',
  'shorthand-mixed':
    '`vus`, `duration`, `iterations`, `stages`, `steps` and `flow` at the top are the short form of one scenario and cannot stand beside `scenarios:`. The message points at both.\n\n```yaml\nvus: 10\nscenarios:\n  users: { duration: 10s, steps: [] }\n```',
  'missing-load': 'A scenario does not say how its load is made.\n\n```yaml\nscenarios:\n  users: { steps: [] }\n```',
  'vus-without-load':
    'Warning. `vus` alone has no effect: without `duration`, `iterations` or `stages` one VU runs one iteration, as in k6.\n\n```yaml\nvus: 10\nsteps:\n  - get: http://localhost:3000/\n```',
  'key-of-another-executor':
    'The key means nothing to the executor of this scenario.\n\n```yaml\nscenarios:\n  users: { executor: constant-vus, duration: 10s, rate: 5, steps: [] }\n```',
  'zero-duration':
    'The load would last no time at all.\n\n```yaml\nduration: 0s\nsteps:\n  - get: http://localhost:3000/\n```',
  'no-load':
    'The stages begin at 0 and never leave it.\n\n```yaml\nscenarios:\n  users:\n    executor: ramping-vus\n    startVUs: 0\n    stages: [{ duration: 10s, target: 0 }]\n    steps: []\n```',
  'too-few-iterations':
    'Shared iterations are fewer than the VUs that share them; k6 refuses this as well.\n\n```yaml\nvus: 10\niterations: 5\nsteps:\n  - get: http://localhost:3000/\n```',
  'max-below-allocated':
    '`maxVUs` is below `preAllocatedVUs`.\n\n```yaml\nscenarios:\n  users: { rate: 10, duration: 10s, preAllocatedVUs: 20, maxVUs: 10, steps: [] }\n```',
  'too-few-vus':
    "Warning. By Little's law an arrival rate needs as many VUs as iterations start while one of them lasts: 50 a second that each take 2 s are 100 VUs. Here the pauses alone take so long that `maxVUs` cannot do it, and the answers' time comes on top; the iterations that find no VU would be dropped.\n\n```yaml\nbaseUrl: http://localhost:3000\nscenarios:\n  users:\n    rate: 50\n    duration: 1m\n    maxVUs: 60\n    steps:\n      - get: /health\n      - think: 2s\n```\n\nWith as many as it needs, and some for the answers:\n\n```yaml\nbaseUrl: http://localhost:3000\nscenarios:\n  users:\n    rate: 50\n    duration: 1m\n    maxVUs: 150\n    steps:\n      - get: /health\n      - think: 2s\n```",
  'pacing-without-effect':
    "Warning. `pacing` is the least time from one iteration's start to the next; the pauses of the iteration alone take as long, so there is never anything left to wait for.\n\n```yaml\nbaseUrl: http://localhost:3000\nscenarios:\n  users:\n    duration: 1m\n    pacing: 2s\n    steps:\n      - get: /health\n      - think: 5s\n```",
  'too-few-rows':
    'Warning. Each iteration (or VU) takes a row that no other gets, and there are more of them than rows. As `atEnd: fail` says, the run would end as failed when the last row is taken.\n\n```yaml\nbaseUrl: http://localhost:3000\niterations: 5\ndata:\n  users:\n    values: [{ id: 1 }, { id: 2 }]\n    pick: unique\n    atEnd: fail\nsteps:\n  - get: /users/${data.users.id}\n```',
  'missing-file':
    'A file that the scenario names is not there. Paths are relative to the scenario file.\n\n```yaml\ndata:\n  users: { file: ./missing.csv }\nduration: 10s\nsteps:\n  - get: http://localhost:3000/${data.users.id}\n```',
  'unreadable-data':
    'A data file is there and holds no rows that can be read: CSV needs a header row, JSON a list of maps, NDJSON a map in each line.\n\n```yaml\ndata:\n  users: { file: ./broken.json }\nduration: 10s\nsteps:\n  - get: http://localhost:3000/${data.users.id}\n```',
  'empty-data':
    'A data file has a header and no rows.\n\n```yaml\ndata:\n  users: { file: ./empty.csv }\nduration: 10s\nsteps:\n  - get: http://localhost:3000/${data.users.id}\n```',
  'undefined-data':
    '`data` has no feeder of this name.\n\n```yaml\ndata:\n  users: { values: [{ id: 1 }] }\nduration: 10s\nsteps:\n  - get: http://localhost:3000/${data.user.id}\n```',
  'undefined-column':
    'The rows of a feeder have no column of this name. Columns of files are known where the file can be read.\n\n```yaml\ndata:\n  users: { values: [{ id: 1 }] }\nduration: 10s\nsteps:\n  - get: http://localhost:3000/${data.users.name}\n```',
  'data-not-here':
    'A row belongs to an iteration, or with `per: vu` to a VU. `setup`, `teardown` and `refresh` have none; `onStart` and `onStop` see those of their VU.\n\n```yaml\ndata:\n  users: { values: [{ id: 1 }] }\nsetup:\n  - get: http://localhost:3000/${data.users.id}\nduration: 10s\nsteps:\n  - get: http://localhost:3000/${data.users.id}\n```',
  'relative-url':
    'A path needs a `baseUrl` to be put behind, at the top of the file or in each of its environments.\n\n```yaml\nsteps:\n  - get: /health\n```',
  'undefined-flow':
    '`flow:` or `use:` names a flow that `flows:` does not have.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nflow: brows\nflows:\n  browse:\n    - get: /products\n```',
  'flow-cycle':
    'A flow uses itself, directly or through others.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nflow: browse\nflows:\n  browse:\n    - use: browse\n```',
  'unused-flow':
    'Hint. Nothing uses the flow.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nflows:\n  browse:\n    - get: /products\n```',
  'weight-outside-choose':
    'A weight counts only in the branches of `choose`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    weight: 2\n```',
  'plain-text-secret':
    "Warning. A password or key stands in the file, which will be shared. `secret.NAME` comes from the editor's secret store or the environment, and is masked wherever it is shown.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - post: /login\n    json: { password: hunter2 }\n```\n\nRather:\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - post: /login\n    json: { password: '${secret.PASSWORD}' }\n```",
  'host-not-allowed':
    'The URL goes to a host that is not among those to which load may be sent. This machine always is.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: https://elsewhere.example.test/\n```',
  'misspelt-host':
    'Warning. One URL of the file names a host that is that of `baseUrl` but for one letter.\n\n```yaml\nbaseUrl: https://shop.example.test\nduration: 10s\nsteps:\n  - get: https://shop.exmaple.test/health\n```',
  'misspelt-header':
    'Warning. A header is a well-known one but for one letter. Servers pass over headers that they do not know.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - post: /orders\n    headers: { contnet-type: text/csv }\n    body: a,b\n```',
  'other-placeholder':
    'Warning. `{{name}}` is how other tools put a value into a text, and `{name}` how API descriptions write a part of a path. Both would be sent as\nthey stand; here a value is put in by `${…}`. Outside of URLs, this is said only where the file has a value of that name.\n\n```yaml\nbaseUrl: http://localhost:3000\nvars: { user: 7 }\nduration: 10s\nsteps:\n  - get: /users/{{user}}\n```\n\nRather:\n\n```yaml\nbaseUrl: http://localhost:3000\nvars: { user: 7 }\nduration: 10s\nsteps:\n  - get: /users/${vars.user}\n```',
  'expression-syntax':
    'The expression is not correct CEL, or a `${` is not closed.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    check: { ok: status == }\n```',
  'expression-type':
    'The types do not fit: a check that is not true or false, a number compared with a text. `iteration` and `vu` are no numbers by themselves; write\n`iteration.index` (from 0) and `vu.id` (from 1). Values of CSV files and of `env` are texts, also those that look like numbers: `double(…)` makes numbers of\nthem, and `string(…)` texts of numbers.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /pages/${iteration + 1}\n    check: { ok: status == "200" }\n```',
  'expression-not-allowed':
    "Names, and the tags of scenarios, are the same for every iteration, so that results can be grouped by them. A request's `tags` may hold `${…}`, but no secret: they stand in\nevery report.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    name: health ${seq()}\n```",
  'undefined-name':
    'There is no such name, member or function here.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health?t=${nwo()}\n```',
  'undefined-variable':
    '`vars` has no such variable.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nvars: { email: ann@example.com }\nsteps:\n  - get: /users/${vars.emial}\n```',
  'undefined-setup-value':
    'Setup captures no such value; inside of setup itself captured values stand without `setup.`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /users/${setup.token}\n```',
  'undefined-vu-value':
    "`vu` has `id` and what `onStart` captures. Inside of `onStart` captured values stand for themselves.\n\n```yaml\nscenarios:\n  users:\n    duration: 10s\n    onStart:\n      - post: http://localhost:3000/login\n        capture: { token: json.token }\n    steps:\n      - get: http://localhost:3000/\n        auth: { bearer: '${vu.tokn}' }\n```",
  'used-before-captured':
    'The value is captured only by a later step.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /orders/${order}\n  - post: /orders\n    capture: { order: json.id }\n```',
  'unused-capture':
    "Hint. Nothing reads the value that is captured or set. Taking it costs each response's body to be read.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - post: /orders\n    capture: { order: json.id }\n```",
  'unused-variable':
    'Hint. Nothing reads the variable.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nvars: { email: ann@example.com }\nsteps:\n  - get: /health\n```',
  'unused-data':
    'Hint. Nothing reads the rows.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\ndata:\n  users: { values: [{ id: 1 }] }\nsteps:\n  - get: /health\n```',
  'response-not-here':
    'There is no response at this place, or its members need `response.` before them: they stand alone only in `capture`, `check`, `record` and `expect`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /orders/${json.id}\n```',
  'invalid-jsonpath':
    'Not a JSONPath of RFC 9535.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /orders\n    capture: { id: \'jsonpath("$.items[")\' }\n```',
  'invalid-regex':
    'Not a regular expression.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /orders\n    capture: { id: \'regex("(")\' }\n```',
  'env-not-set':
    'Before a run: a variable of the environment that the file needs is not set, and the expression gives no default.\n\n```yaml\nbaseUrl: ${env.BASE_URL}\nduration: 10s\nsteps:\n  - get: /health\n```',
  'secret-not-set':
    "Before a run: a secret that the file needs is not set.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    auth: { bearer: '${secret.TOKEN}' }\n```",
  'threshold-syntax':
    'A condition is written `p(95) < 500ms`, a selector `metric{tag:value}`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_req_duration: p95 < 500\n```',
  'threshold-method':
    "The metric's kind has no such figure: counters have `count` and `rate`, gauges `value`, `min` and `max`, rates `rate`, trends `avg`, `min`, `max`, `med` and `p(N)`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_req_failed: p(95) < 1\n```",
  'threshold-unit':
    'The figure is not measured in this unit.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_reqs: count > 5ms\n```',
  'undefined-metric':
    'There is no such metric. Custom ones are declared under `metrics`.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_req_durations: p(95) < 500ms\n```',
  'unknown-tag':
    "No sample has such a tag.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  'errors{kin:5xx}': count == 0\n```",
  'unknown-tag-value':
    "Nothing in the file makes this value of the tag: no such request name, stage, scenario or group.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  'http_req_duration{name:home}': p(95) < 500ms\n```",
  'tag-not-on-metric':
    "Warning. Samples of this metric never have the tag: `vus` has none, `iterations` and `iteration_duration` know the scenario and the stage, `checks` the group and the check besides.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n    check: { ok: status == 200 }\nthresholds:\n  'checks{name:GET /health}': rate > 99%\n```",
  'tags-never-meet':
    "Warning. Each of the values occurs, and no request has both of them.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\n  - post: /orders\nthresholds:\n  'http_req_duration{name:GET /health,method:POST}': p(95) < 500ms\n```",
  'never-measured':
    'Warning. No step and no load of this file makes samples of the metric.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  group_duration: p(95) < 1s\n```',
  'unused-metric':
    'Hint. Nothing records the custom metric, and no threshold asks for it.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nmetrics: { orders: counter }\nsteps:\n  - get: /health\n```',
  'threshold-always-holds':
    'Warning. Whatever the run measures meets this condition: a share is never above 100%, a count or a time never below 0.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_req_failed: rate < 5\n```\n\nMeant was:\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_req_failed: rate < 5%\n```',
  'threshold-never-holds':
    'Warning. Nothing that a run could measure meets this condition.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_reqs: count < 0\n```',
  'tiers-do-not-fit':
    '`acceptable` must be about the same figure as `expect`, and easier.\n\n```yaml\nbaseUrl: http://localhost:3000\nduration: 10s\nsteps:\n  - get: /health\nthresholds:\n  http_req_duration: { expect: p(95) < 50ms, acceptable: p(95) < 20ms }\n```',
};
