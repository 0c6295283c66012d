import type { Interval } from '../../run/events.ts';
import type { RunModel } from '../../run/model.ts';
import { influxLines, influxThresholds, runTags } from '../influx-lines.ts';
import { intervalRows } from '../interval-rows.ts';
import { Delivery, realWait } from './delivery.ts';
import { post } from './post.ts';
import { ReceiverError, type Receiver, type ReceiverOptions, type ReceiverResult } from './receiver.ts';
import { basicAuthorization, receiverUrl, variable, type Environment } from './settings.ts';

/** InfluxDB recommends 5,000 to 10,000 lines a request. */
const LINES_PER_REQUEST = 5000;
/** Some 40 MB: half an hour of a hundred series. */
const MOST_LINES = 200_000;
const GRACE_MS = 10_000;

export interface InfluxEndpoint {
  readonly writeUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** For people: no credentials, no database. */
  readonly shown: string;
  /** InfluxDB 1 only: where to ask for the database to be made, as k6 does. */
  readonly createUrl: string | null;
}

/**
 * Where lines go. `http://HOST:8086/DB` is k6's short form for InfluxDB 1; a URL that ends in `/write` or `/api/v2/write` is
 * taken as it is. Without a database in the URL, `INFLUX_BUCKET` and a token mean InfluxDB 2, else it is `K6_INFLUXDB_DB` or `k6`.
 *
 * @throws ReceiverError
 */
export function influxEndpoint(target: string, env: Environment): InfluxEndpoint {
  const { url, username, password } = receiverUrl(target, 'influxdb');
  const token = variable(env, 'INFLUX_TOKEN', 'K6_INFLUXDB_TOKEN');
  const bucket = url.searchParams.get('bucket') ?? variable(env, 'INFLUX_BUCKET', 'INFLUX_BUCKET_NAME');
  const user = username || variable(env, 'K6_INFLUXDB_USERNAME');
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    ...(token !== null
      ? { authorization: `Token ${token}` }
      : user === null
        ? {}
        : { authorization: basicAuthorization(user, password || (variable(env, 'K6_INFLUXDB_PASSWORD') ?? '')) }),
  };
  const path = url.pathname.replace(/\/$/, '');
  const shown = `InfluxDB at ${url.origin}`;
  const endpoint = (create: string | null): InfluxEndpoint => ({
    writeUrl: url.href,
    headers,
    shown,
    createUrl: create,
  });
  url.searchParams.set('precision', 'ns');
  if (path.endsWith('/api/v2/write') || (path === '' && bucket !== null && token !== null)) {
    if (bucket === null)
      throw new ReceiverError(
        'InfluxDB 2 needs a bucket to write to.',
        'Set the environment variables INFLUX_BUCKET, INFLUX_ORG and INFLUX_TOKEN, or add ?bucket=NAME&org=NAME to the URL.',
      );
    if (path === '') url.pathname = '/api/v2/write';
    const organisation = url.searchParams.get('org') ?? variable(env, 'INFLUX_ORG');
    if (organisation !== null) url.searchParams.set('org', organisation);
    url.searchParams.set('bucket', bucket);
    return endpoint(null);
  }
  const usual = variable(env, 'K6_INFLUXDB_DB') ?? 'k6';
  if (path.endsWith('/write')) {
    if (!url.searchParams.has('db')) url.searchParams.set('db', usual);
    return endpoint(null);
  }
  const slash = path.lastIndexOf('/');
  const database = decodeURIComponent(path.slice(slash + 1)) || usual;
  const prefix = path.slice(0, Math.max(0, slash));
  url.searchParams.set('db', database);
  url.pathname = `${prefix}/write`;
  const create = new URL(`${prefix}/query`, url.origin);
  create.searchParams.set('q', `CREATE DATABASE "${database.replaceAll('"', '\\"')}"`);
  return endpoint(create.href);
}

/** Lines for each interval as it comes, in batches where the server falls behind. */
export class InfluxReceiver implements Receiver {
  readonly title: string;
  readonly #delivery: Delivery<string>;

  /** @throws ReceiverError */
  constructor({ target, env, onTrouble }: ReceiverOptions) {
    const { writeUrl, headers, shown, createUrl } = influxEndpoint(target ?? '', env);
    this.title = shown;
    // Whether the database could be made shows when it is written to; without the rights to do so, it is there already.
    let created = createUrl === null;
    this.#delivery = new Delivery({
      send: async (lines, signal) => {
        if (!created && createUrl !== null) {
          const attempt = await post({ url: createUrl, headers, body: '' }, signal);
          if (attempt.kind === 'again') return attempt;
          created = true;
        }
        return post({ url: writeUrl, headers, body: lines.join('\n') }, signal);
      },
      wait: realWait,
      mostItems: MOST_LINES,
      itemsPerRequest: LINES_PER_REQUEST,
      onTrouble: (reason) => onTrouble(troubleText(shown, reason)),
    });
  }

  onInterval(run: RunModel, interval: Interval): void {
    const rows = intervalRows(interval, (id) => run.definition(id), run.timeOf(0) ?? 0);
    this.#delivery.push([...influxLines(rows, runTags(run)), ...influxThresholds(run, interval.toMs)]);
  }

  async finish(run: RunModel): Promise<ReceiverResult> {
    // The same points again where the end has not changed a verdict: InfluxDB keeps the later one.
    if (run.loadStarted) this.#delivery.push(influxThresholds(run, run.elapsedMs));
    return { ...(await this.#delivery.close(GRACE_MS)), unit: 'point' };
  }
}

function troubleText(shown: string, reason: string): string {
  const hint = /^40[13] /.test(reason)
    ? ' Set INFLUX_TOKEN (InfluxDB 2), or K6_INFLUXDB_USERNAME and K6_INFLUXDB_PASSWORD.'
    : '';
  return `${shown} does not take the run's points: ${reason}.${hint} The run goes on.`;
}
