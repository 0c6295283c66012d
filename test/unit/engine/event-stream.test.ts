import assert from 'node:assert/strict';
import { EventStream, type StreamEvent } from '../../../src/engine/http/event-stream.ts';

const event = (data: string, more: Partial<StreamEvent> = {}): StreamEvent => ({
  type: 'message',
  id: '',
  ...more,
  data,
});

const STREAMS: readonly (readonly [title: string, text: string, events: StreamEvent[]])[] = [
  ['line feeds', 'data: a\n\ndata: b\n\n', [event('a'), event('b')]],
  ['carriage returns', 'data: a\r\rdata: b\r\r', [event('a'), event('b')]],
  ['them mixed', 'data: a\r\n\ndata: b\n\r\n', [event('a'), event('b')]],
  ['both together', 'data: a\r\n\r\ndata: b\r\n\r\n', [event('a'), event('b')]],
  ['several lines of data', 'data: a\ndata:  b\ndata\n\n', [event('a\n b\n')]],
  ['comments, which are no events', ': hello\n\n:\ndata: a\n\n', [event('a')]],
  ['types, which hold for one event', 'event: token\ndata: a\n\ndata: b\n\n', [event('a', { type: 'token' }), event('b')]],
  ['ids, which hold on', 'id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n', [event('a', { id: '1' }), event('b', { id: '1' }), event('c')]],
  ['an id with a null, which is none', 'id: 1\0\ndata: a\n\n', [event('a')]],
  ['colons in data and no blank behind one', 'data:a: b\n\n', [event('a: b')]],
  ['a byte order mark', '\uFEFFdata: a\n\n', [event('a')]],
  ['characters of many bytes', 'data: größe €😀\n\n', [event('größe €😀')]],
  ['unknown fields and events without data, which are left out', 'x: y\n\nevent: ping\n\ndata: a\n\n', [event('a')]],
  ['an empty event', 'data\n\n', [event('')]],
  ['an end in the middle, which is no event', 'data: a\n\ndata: b\n', [event('a')]],
]; // prettier-ignore

describe('EventStream', () => {
  for (const [title, text, events] of STREAMS) {
    it(`reads ${title}, wherever it is cut`, () => {
      const bytes = Buffer.from(text);
      for (let cut = 0; cut <= bytes.length; cut++) {
        const stream = new EventStream();
        const read = [...stream.push(bytes.subarray(0, cut)), ...stream.push(bytes.subarray(cut))];
        assert.deepEqual(read, events, `cut at byte ${cut}`);
      }
      const stream = new EventStream();
      assert.deepEqual(
        [...bytes].flatMap((byte) => stream.push(Uint8Array.of(byte))),
        events,
        'byte by byte',
      );
    });
  }

  it('reads a line that comes byte by byte in time, however long it is', () => {
    const stream = new EventStream();
    stream.push(Buffer.from('data: '));
    const byte = Buffer.from('x');
    for (let i = 0; i < 500_000; i++) stream.push(byte);
    assert.equal(stream.push(Buffer.from('\n\n'))[0]?.data.length, 500_000);
  });

  it('knows how long the stream wishes clients to wait', () => {
    const stream = new EventStream();
    stream.push(Buffer.from('retry: 1500\nretry: soon\n\n'));
    assert.equal(stream.retryMs, 1500);
  });
});
