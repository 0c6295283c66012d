import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { WireRequest } from '../../src/engine/http/exchange.ts';
import { renderOnce } from '../../src/engine/http/raw/request-text.ts';
import {
  courseOf,
  GET,
  LANES,
  Listener,
  NEXT_GET,
  openLane,
  ScriptedServer,
  turns,
  withoutReason,
  type Script,
} from '../support/http1-lanes.ts';

const RESET = 'reset 1220';
const CLOSED = 'reset 1000';
const PROTOCOL = 'protocol 1000';
const INVALID = `${PROTOCOL} The request to http://it failed: Response does not match the HTTP/1.1 protocol`;

/** name, the server's bytes, what it does then, and what comes of it: status, body, outcome; whether the next request has the same connection. */
const ANSWERS: readonly [
  name: string,
  bytes: string,
  then: Script['then'],
  status: number,
  body: string,
  outcome: string,
  reused: boolean | null,
][] = [
  ['content-length', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok', 'keep', 200, 'ok', 'answered', true],
  ['an empty body', 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', 'keep', 200, '', 'answered', true],
  ['no reason', 'HTTP/1.1 200 \r\ncontent-length: 2\r\n\r\nok', 'keep', 200, 'ok', 'answered', true],
  ['no blank before no reason', 'HTTP/1.1 200\r\ncontent-length: 2\r\n\r\nok', 'keep', 200, 'ok', 'answered', true],
  [
    'a reason of one’s own',
    'HTTP/1.1 503 Come back later\r\ncontent-length: 2\r\n\r\nno',
    'keep',
    503,
    'no',
    'answered',
    true,
  ],
  ['a reason in Latin-1', 'HTTP/1.1 200 \xfcber\r\ncontent-length: 2\r\n\r\nok', 'keep', 200, 'ok', 'answered', true],
  [
    'names in capitals',
    'HTTP/1.1 200 OK\r\nCONTENT-LENGTH: 2\r\nX-A: 1\r\nx-a: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'values without blanks, with many, with none',
    'HTTP/1.1 200 OK\r\na:1\r\nb: \t 2 \t\r\nc:\r\ncontent-length:2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'cookies',
    'HTTP/1.1 200 OK\r\nset-cookie: a=1\r\nset-cookie: b=2\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'names that objects have',
    'HTTP/1.1 200 OK\r\nconstructor: a\r\n__proto__: b\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'Latin-1 in a value',
    'HTTP/1.1 200 OK\r\nx-a: caf\xe9\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'keep-alive, said',
    'HTTP/1.1 200 OK\r\nConnection: Keep-Alive\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'keep-alive for some time',
    'HTTP/1.1 200 OK\r\nkeep-alive: timeout=5, max=100\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'keep-alive for too short a time',
    'HTTP/1.1 200 OK\r\nkeep-alive: timeout=2\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    false,
  ],
  [
    'keep-alive in an unusual order',
    'HTTP/1.1 200 OK\r\nkeep-alive: max=9, timeout=1\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    false,
  ],
  ['close', 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok', 'end', 200, 'ok', 'answered', false],
  [
    'close, which the server forgets',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    false,
  ],
  [
    'close before the end of the body',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 9\r\n\r\nok',
    'end',
    200,
    'ok',
    `${PROTOCOL} The body from http://it is not as long as its content-length says.`,
    false,
  ],
  [
    'close and a reset before the end of the body',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 9\r\n\r\nok',
    'reset',
    200,
    'ok',
    `${PROTOCOL} The body from http://it is not as long as its content-length says.`,
    false,
  ],
  [
    'close and chunks',
    'HTTP/1.1 200 OK\r\nconnection: close\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
    'end',
    200,
    'ok',
    'answered',
    false,
  ],
  [
    'several words in connection',
    'HTTP/1.1 200 OK\r\nconnection: upgrade, keep-alive\r\nupgrade: h2c\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'proxy-connection',
    'HTTP/1.1 200 OK\r\nproxy-connection: close\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    false,
  ],
  ['a body that the connection’s end ends', 'HTTP/1.1 200 OK\r\n\r\nok', 'end', 200, 'ok', 'answered', false],
  ['HTTP/1.0', 'HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok', 'end', 200, 'ok', 'answered', false],
  [
    'chunks',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\nA\r\n0123456789\r\n0\r\n\r\n',
    'keep',
    200,
    'ok0123456789',
    'answered',
    true,
  ],
  ['no chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n0\r\n\r\n', 'keep', 200, '', 'answered', true],
  [
    'chunks with an extension',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;a=b\r\nok\r\n0\r\n\r\n',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'an extension of a later chunk',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n1;a=b\r\n!\r\n0\r\n\r\n',
    'keep',
    200,
    'ok!',
    'answered',
    true,
  ],
  [
    'trailers',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\ntrailer: x-t\r\n\r\n2\r\nok\r\n0\r\nx-t: 1\r\n\r\n',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'leading zeros of a chunk’s size',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0000000002\r\nok\r\n000000000\r\n\r\n',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'a bad chunk size',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nok\r\n0\r\n\r\n',
    'keep',
    200,
    '',
    `${INVALID} (Invalid character in chunk size)`,
    false,
  ],
  [
    'a bad size of a later chunk',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n-1\r\n',
    'keep',
    200,
    'ok',
    `${INVALID} (Invalid character in chunk size)`,
    false,
  ],
  [
    'a chunk that is longer than its size',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\noks\r\n0\r\n\r\n',
    'keep',
    200,
    'ok',
    `${INVALID} (Expected LF after chunk data)`,
    false,
  ],
  [
    'a size that no number holds',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nfffffffffffffffff\r\nok',
    'keep',
    200,
    '',
    `${INVALID} (Chunk size overflow)`,
    false,
  ],
  [
    'chunks that break off',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nok',
    'end',
    200,
    'ok',
    `${CLOSED} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    'a reset amid chunks',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nok',
    'reset',
    200,
    'ok',
    `${RESET} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    'both framings',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
    'keep',
    0,
    '',
    `${PROTOCOL} The body from http://it is not as long as its content-length says.`,
    false,
  ],
  [
    'an encoding besides chunked',
    'HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'two lengths',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nok',
    'keep',
    0,
    '',
    `${PROTOCOL} The body from http://it is not as long as its content-length says.`,
    false,
  ],
  [
    'a length that is no number',
    'HTTP/1.1 200 OK\r\ncontent-length: 2a\r\n\r\nok',
    'keep',
    0,
    '',
    `${PROTOCOL} The body from http://it is not as long as its content-length says.`,
    false,
  ],
  [
    'a negative length',
    'HTTP/1.1 200 OK\r\ncontent-length: -2\r\n\r\nok',
    'keep',
    0,
    '',
    `${INVALID} (Invalid character in Content-Length)`,
    false,
  ],
  [
    'less than the length',
    'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok',
    'end',
    200,
    'ok',
    `${CLOSED} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    'a reset amid the body',
    'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nok',
    'reset',
    200,
    'ok',
    `${RESET} http://it closed the connection before the answer was complete.`,
    false,
  ],
  ['more than the length', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokok', 'keep', 200, 'ok', 'answered', false],
  [
    'blank lines behind it',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok\r\n\n',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'another answer that nobody asked for',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n',
    'keep',
    200,
    'ok',
    'answered',
    false,
  ],
  ['204', 'HTTP/1.1 204 No Content\r\nx-a: 1\r\n\r\n', 'keep', 204, '', 'answered', true],
  ['304', 'HTTP/1.1 304 Not Modified\r\netag: "a"\r\n\r\n', 'keep', 304, '', 'answered', true],
  [
    '304 with the length of what it has not',
    'HTTP/1.1 304 Not Modified\r\ncontent-length: 99\r\n\r\n',
    'keep',
    304,
    '',
    'answered',
    false,
  ],
  ['204 with a body', 'HTTP/1.1 204 No Content\r\ncontent-length: 2\r\n\r\nok', 'keep', 204, '', 'answered', false],
  [
    'early hints',
    'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    '100 unasked',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'several interim answers before it, one of which only HTTP’s future knows',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 \r\nx-a: 1\r\n\r\nHTTP/1.1 199 X\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'an interim answer that has a length, which is none',
    'HTTP/1.1 100 Continue\r\ncontent-length: 5\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'an interim answer that says it has chunks',
    'HTTP/1.1 103 Early Hints\r\ntransfer-encoding: chunked\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'an interim answer that speaks of the connection',
    'HTTP/1.1 103 Early Hints\r\nconnection: close\r\nkeep-alive: timeout=1\r\nset-cookie: a=1\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    '100 unasked and line breaks before it',
    '\r\nHTTP/1.1 100 Continue\r\n\r\n\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    '100 unasked before what only undici reads',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nok',
    'end',
    200,
    'ok',
    'answered',
    false,
  ],
  [
    '100 unasked before what is no HTTP',
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 2x0 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    0,
    '',
    `${INVALID} (Invalid status code)`,
    false,
  ],
  [
    '100 unasked before the end',
    'HTTP/1.1 100 Continue\r\n\r\n',
    'end',
    0,
    '',
    `${CLOSED} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    'the end amid 100 unasked',
    'HTTP/1.1 100 Conti',
    'end',
    0,
    '',
    `${CLOSED} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    '100 unasked before a reset',
    'HTTP/1.1 100 Continue\r\n\r\n',
    'reset',
    0,
    '',
    `${RESET} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    '100 unasked, and nothing more',
    'HTTP/1.1 100 Continue\r\n\r\n',
    'keep',
    0,
    '',
    `${CLOSED} http://it closed the connection before the answer was complete.`,
    null,
  ],
  [
    'interim answers of 20 kB before it',
    `${`HTTP/1.1 103 Early Hints\r\nlink: ${'a'.repeat(1000)}\r\n\r\n`.repeat(20)}HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok`,
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'interim answers without an end',
    `HTTP/1.1 103 Early Hints\r\nlink: ${'a'.repeat(1000)}\r\n\r\n`.repeat(1100),
    'keep',
    0,
    '',
    `${PROTOCOL} The headers of the answer from http://it are too large.`,
    false,
  ],
  [
    '100 of HTTP/1.0',
    'HTTP/1.0 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    0,
    '',
    `${PROTOCOL} http://it answered 100 Continue, which was not asked for.`,
    false,
  ],
  [
    'two lengths of an interim answer',
    'HTTP/1.1 103 Early Hints\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    0,
    '',
    `${PROTOCOL} The body from http://it is not as long as its content-length says.`,
    false,
  ],
  [
    '101 unasked',
    'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    'keep',
    0,
    '',
    `${PROTOCOL} http://it answered 101 Switching Protocols, which was not asked for.`,
    false,
  ],
  [
    'a folded header',
    'HTTP/1.1 200 OK\r\nx-a: 1\r\n 2\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    0,
    '',
    `${INVALID} (Unexpected whitespace after header value)`,
    false,
  ],
  [
    'a blank before the colon',
    'HTTP/1.1 200 OK\r\nx-a : 1\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    0,
    '',
    `${INVALID} (Invalid header token)`,
    false,
  ],
  [
    'lines that end in LF alone',
    'HTTP/1.1 200 OK\ncontent-length: 2\n\nok',
    'keep',
    0,
    '',
    `${INVALID} (Missing expected CR after response line)`,
    false,
  ],
  [
    'a control character in a value',
    'HTTP/1.1 200 OK\r\nx-a: 1\x012\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    0,
    '',
    `${INVALID} (Invalid header value char)`,
    false,
  ],
  [
    'headers of 9 kB',
    `HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(9000)}\r\ncontent-length: 2\r\n\r\nok`,
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'headers of 20 kB',
    `HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(20_000)}\r\ncontent-length: 2\r\n\r\nok`,
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'headers of more than 1 MiB',
    `HTTP/1.1 200 OK\r\nx-a: ${'a'.repeat(1_048_577)}\r\ncontent-length: 2\r\n\r\nok`,
    'keep',
    0,
    '',
    `${PROTOCOL} The headers of the answer from http://it are too large.`,
    false,
  ],
  ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n', 'keep', 0, '', `${INVALID} (Expected HTTP/, RTSP/ or ICE/)`, false],
  [
    'a status of two digits',
    'HTTP/1.1 20 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    0,
    '',
    `${INVALID} (Invalid status code)`,
    false,
  ],
  ['a status of 999', 'HTTP/1.1 999 Whatever\r\ncontent-length: 2\r\n\r\nok', 'keep', 999, 'ok', 'answered', true],
  [
    'blank lines before the answer',
    '\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'keep',
    200,
    'ok',
    'answered',
    true,
  ],
  [
    'nothing but the end',
    '',
    'end',
    0,
    '',
    `${CLOSED} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    'nothing but a reset',
    '',
    'reset',
    0,
    '',
    `${RESET} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    'the end amid the head',
    'HTTP/1.1 200 OK\r\ncontent-le',
    'end',
    0,
    '',
    `${CLOSED} http://it closed the connection before the answer was complete.`,
    false,
  ],
  [
    'the end right behind the answer',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'end',
    200,
    'ok',
    'answered',
    false,
  ],
  [
    'a reset right behind the answer',
    'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    'reset',
    200,
    'ok',
    'answered',
    false,
  ],
];

const REQUESTS: readonly [name: string, request: WireRequest][] = [
  ['GET', GET],
  ['GET without headers of its own', { ...GET, headers: [] }],
  ['GET with what the same step has each time', { ...GET, headers: renderOnce(['x-a', '1', 'X-B', 'caf\xe9']) }],
  ['OPTIONS', { ...GET, method: 'OPTIONS' }],
  ['DELETE', { ...GET, method: 'DELETE' }],
  ['DELETE with a body', { ...GET, method: 'DELETE', body: '{}' }],
  ['GET with a body', { ...GET, body: 'text' }],
  ['GET with an empty body', { ...GET, body: '' }],
  ['a method of its own', { ...GET, method: 'PURGE' }],
  ['POST', { ...GET, method: 'POST', headers: ['content-type', 'application/json'], body: '{"a":1}' }],
  ['POST of nothing', { ...GET, method: 'POST' }],
  ['POST of an empty text', { ...GET, method: 'POST', body: '' }],
  ['POST of text beyond ASCII', { ...GET, method: 'POST', body: 'größer 🙂' }],
  ['PUT of bytes', { ...GET, method: 'PUT', body: Buffer.from([0, 1, 254, 255]) }],
  ['PATCH of no bytes', { ...GET, method: 'PATCH', body: Buffer.alloc(0) }],
  ['a host of its own', { ...GET, headers: ['host', 'elsewhere'] }],
  ['connection: close', { ...GET, headers: ['connection', 'close'] }],
  ['a right length of its own', { ...GET, method: 'POST', headers: ['content-length', '2'], body: 'ok' }],
  ['a wrong length of its own', { ...GET, method: 'POST', headers: ['content-length', '3'], body: 'ok' }],
  ['an encoding of its own', { ...GET, method: 'POST', headers: ['transfer-encoding', 'chunked'], body: 'ok' }],
  ['expect: 100-continue', { ...GET, method: 'POST', headers: ['expect', '100-continue'], body: 'ok' }],
  ['a line break in a value', { ...GET, headers: ['x-a', '1\r\nx-b: 2'] }],
  ['a line feed in a value', { ...GET, headers: ['x-a', '1\nx-b: 2'] }],
  ['a line break in a name', { ...GET, headers: ['x-a: 1\r\nx-b', '2'] }],
  ['a zero byte in a value', { ...GET, headers: ['x-a', 'a\0b'] }],
  ['a character beyond Latin-1 in a value', { ...GET, headers: ['x-a', '\u010d\u010a'] }],
  ['an empty name', { ...GET, headers: ['', '2'] }],
  ['a blank in the path', { ...GET, path: '/a b' }],
  ['a line break in the path', { ...GET, path: '/a\r\nx-b: 2' }],
  ['a character beyond Latin-1 in the path', { ...GET, path: '/\u010a' }],
  ['a blank in the method', { ...GET, method: 'GE T' }],
];

describe('both kinds of HTTP/1.1 connections', function () {
  this.timeout(30_000);
  const server = new ScriptedServer();
  let origin = '';
  before(async () => {
    origin = await server.start();
  });
  after(() => server.close());
  const play = (bytes: string, then: Script['then'], second?: 'reset'): void => {
    server.script = { pieces: [Buffer.from(bytes, 'latin1')], then, ...(second && { second }) };
  };

  for (const [name, bytes, then, status, body, outcome, reused] of ANSWERS) {
    it(`give the same of an answer with ${name}`, async () => {
      play(bytes, then);
      const [undici, raw] = [await courseOf('undici', origin, server), await courseOf('raw', origin, server)];
      assert.deepEqual(raw, undici);
      assert.deepEqual(
        [raw.first.status, raw.first.body, raw.first.outcome, raw.next?.reused ?? null],
        [status, body, outcome, reused],
      );
    });

    it(`give the same of an answer with ${name} that comes byte by byte`, async () => {
      if (bytes.length > 1000) return;
      server.script = { pieces: [...Buffer.from(bytes, 'latin1')].map((byte) => Buffer.from([byte])), then };
      const [undici, raw] = [await courseOf('undici', origin, server), await courseOf('raw', origin, server)];
      assert.deepEqual(withoutReason(raw), withoutReason(undici));
    });
  }

  for (const [name, request] of REQUESTS) {
    it(`send the same for ${name}`, async () => {
      play('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok', 'keep');
      const undici = [await courseOf('undici', origin, server, request), server.received];
      const raw = [await courseOf('raw', origin, server, request), server.received];
      assert.deepEqual(raw, undici);
    });
  }

  // undici ends the connection with it; Go's client, and so k6, does not.
  for (const [what, answer, reused] of [
    ['with the length of what it has not', 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n', true],
    ['that says it has chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n', true],
    ['without a word about a body', 'HTTP/1.1 200 OK\r\n\r\n', true],
    ['behind an interim one', 'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n', true],
    ['that closes', 'HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 99\r\n\r\n', false],
    ['with a body all the same', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok', false],
  ] as const) {
    it(`read an answer to HEAD ${what}, and the raw one is ${reused ? 'kept' : 'left'}`, async () => {
      play(answer, 'keep');
      const request = { ...GET, method: 'HEAD' };
      const { first, next } = await courseOf('raw', origin, server, request);
      assert.deepEqual([first.status, first.body, first.outcome, next?.reused], [200, '', 'answered', reused]);
      assert.deepEqual((await courseOf('undici', origin, server, request)).first, first);
    });
  }

  for (const lane of LANES) {
    describe(`(${lane})`, () => {
      it('do not ask again where the server closes on the second request', async () => {
        play('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok', 'keep', 'reset');
        const { next } = await courseOf(lane, origin, server);
        assert.match(next?.outcome ?? '', /^reset 1220/);
        assert.equal(next?.reused, true);
      });

      it('are told of each request once, of its start before its end', async () => {
        play('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n1;x\r\n!\r\n0\r\n\r\n', 'keep');
        const listener = new Listener();
        const connection = openLane(lane, origin);
        connection.dispatch(GET, listener);
        await listener.done;
        connection.destroy(new Error('done'));
        await turns();
        assert.deepEqual([listener.starts, listener.ends, listener.body], [1, 1, 'ok!']);
      });

      for (const [name, bytes] of [
        ['a plain body', 'HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nok'],
        ['chunks', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n2\r\nok\r\n0\r\n\r\n'],
        ['what only undici reads', 'HTTP/1.1 200 OK\r\n\r\nok'],
      ] as const) {
        it(`are closed by whoever breaks off amid ${name}, and connect again`, async () => {
          play(bytes, 'keep');
          const listener = new Listener();
          const connection = openLane(lane, origin);
          listener.onData = () => listener.breaker?.abort(new Error('enough'));
          connection.dispatch(GET, listener);
          await listener.done;
          await until(() => server.open === 0);
          assert.match(listener.outcome, /enough/);
          assert.equal(listener.body, 'ok');
          play('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nnext', 'keep');
          const next = new Listener();
          connection.dispatch(GET, next);
          await next.done;
          connection.destroy(new Error('done'));
          assert.equal(next.body, 'next');
        });
      }

      it('remember nothing of the requests that undici has made', async () => {
        const warnings: string[] = [];
        const hear = (warning: Error): number => warnings.push(warning.message);
        process.on('warning', hear);
        play('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2;x\r\nok\r\n0\r\n\r\n', 'keep');
        const connection = openLane(lane, origin);
        server.received = [];
        for (const request of [GET, ...Array<WireRequest>(20).fill(NEXT_GET)]) {
          const listener = new Listener();
          connection.dispatch(request, listener);
          await listener.done;
          await turns();
        }
        connection.destroy(new Error('done'));
        process.off('warning', hear);
        assert.deepEqual([server.received.length, warnings], [1, []]);
      });

      it('send nothing behind a request that its server has answered, but not read', async () => {
        const sockets: Socket[] = [];
        const deaf = createServer({ pauseOnConnect: true }, (socket) => {
          sockets.push(socket.on('error', () => undefined));
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok');
        });
        await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
        const connection = openLane(lane, `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`);
        for (let asked = 0; asked < 2; asked++) {
          const listener = new Listener();
          connection.dispatch({ ...GET, method: 'POST', body: 'x'.repeat(20_000_000) }, listener);
          await listener.done;
          assert.equal(listener.verdict.outcome, 'answered');
        }
        assert.equal(sockets.length, 2);
        connection.destroy(new Error('done'));
        for (const socket of sockets) socket.destroy();
        deaf.close();
      });

      it('leave nothing open when they are destroyed: while connecting, waiting, and idle', async () => {
        play('', 'keep');
        const connecting = openLane(lane, origin);
        connecting.dispatch(GET, new Listener());
        connecting.destroy(new Error('done'));
        const waiting = openLane(lane, origin);
        server.received = [];
        waiting.dispatch(GET, new Listener());
        await until(() => server.received.some((text) => text !== ''));
        waiting.destroy(new Error('done'));
        await until(() => server.open === 0);
        assert.equal(waiting.destroyed, true);
      });
    });
  }
});

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turns();
}
