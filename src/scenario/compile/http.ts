import type { Declarations } from '../expressions/declarations.ts';
import type { ScenarioFiles } from '../files.ts';
import type { Http } from '../generated/scenario-document.ts';
import { parseAddress, parseOverridden } from '../host-overrides.ts';
import type { DnsOptions, HostOverride, HttpDefaults, Template, TlsOptions } from '../plan.ts';
import { literalText } from '../template.ts';
import { parseSize } from '../units.ts';
import type { Compilation } from './compilation.ts';
import { checkFile } from './files.ts';

const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_BODY_BYTES = 10_000_000;
/** k6's. */
const DEFAULT_DNS_TTL_MS = 300_000;

/** How connections are made; what requests take from `http` is not here. */
export function compileHttp(
  http: Http | undefined,
  known: Declarations,
  files: ScenarioFiles | null,
  compilation: Compilation,
): HttpDefaults {
  return {
    connectTimeoutMs: compilation.positiveDuration(http?.connectTimeout, DEFAULT_CONNECT_TIMEOUT_MS, [
      'http',
      'connectTimeout',
    ]),
    reuseConnections: http?.reuseConnections === 'perIteration' ? 'iteration' : 'vu',
    cookies: http?.cookies ?? true,
    keepCookies: http?.keepCookies ?? false,
    maxBodyBytes: http?.maxBodySize === undefined ? DEFAULT_MAX_BODY_BYTES : (parseSize(http.maxBodySize) ?? 0),
    verifyTls: http?.tls?.verify ?? true,
    http2: http?.http2 ?? false,
    proxy: http?.proxy === undefined ? null : compileProxy(known, compilation),
    hosts: compileHosts(http?.hosts, compilation),
    dns: compileDns(http?.dns, compilation),
    tls: compileTls(http?.tls, files, compilation),
  };
}

function compileProxy(known: Declarations, compilation: Compilation): Template {
  const proxy = compilation.template(['http', 'proxy'], known);
  if (proxy.kind === 'literal' && !/^https?:\/\/[^/]/i.test(literalText(proxy.value))) {
    const message = '`proxy` must begin with http:// or https:// and a host.';
    compilation.report('wrong-value', message, compilation.range(['http', 'proxy']));
  }
  return proxy;
}

function compileHosts(hosts: Http['hosts'], compilation: Compilation): HostOverride[] {
  return Object.keys(hosts ?? {}).flatMap((written) => {
    const path = ['http', 'hosts', written];
    const host = parseOverridden(written);
    const address = parseAddress(compilation.fixedText(path, 'The address of a host'));
    if (!host) {
      const message = `\`${written}\` is not the name of a host. Write \`api.example.test\`, or \`*.example.test\` for all below.`;
      compilation.report('wrong-value', message, compilation.keyRange(path));
    }
    if (!address) {
      const message = 'This is not an address. Write one such as `127.0.0.1`, `127.0.0.1:8443` or `[::1]:8443`.';
      compilation.report('wrong-value', message, compilation.range(path));
    }
    return host && address ? [{ ...host, ...address }] : [];
  });
}

function compileDns(dns: Http['dns'], compilation: Compilation): DnsOptions {
  return {
    ttlMs: compilation.duration(dns?.ttl, DEFAULT_DNS_TTL_MS),
    select: dns?.select ?? 'random',
    policy: dns?.policy ?? 'preferIPv4',
  };
}

function compileTls(tls: Http['tls'], files: ScenarioFiles | null, compilation: Compilation): TlsOptions {
  const file = (key: 'ca' | 'cert' | 'key'): string | null => {
    if (tls?.[key] === undefined) return null;
    const path = ['http', 'tls', key];
    const name = compilation.fixedText(path, 'The name of a certificate file');
    if (!name.includes('${')) checkFile(name, path, files, compilation);
    return name;
  };
  const alone = tls?.cert !== undefined && tls.key === undefined ? 'cert' : 'key';
  if ((tls?.cert === undefined) !== (tls?.key === undefined)) {
    const message = `\`${alone}\` needs its other half: a client's certificate is \`cert\` and \`key\`.`;
    compilation.report('missing-key', message, compilation.keyRange(['http', 'tls', alone]));
  }
  return { ca: file('ca'), cert: file('cert'), key: file('key'), minVersion: tls?.minVersion ?? 'TLSv1.2' };
}
