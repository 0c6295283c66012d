import assert from 'node:assert/strict';
import { InterimAnswers } from '../../../src/engine/http/raw/interim-answers.ts';

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok';

/** What is left of some pieces for an answer that is expected. */
function left(...pieces: readonly string[]): string {
  const interim = new InterimAnswers();
  interim.begin();
  return pieces.map((piece) => interim.leaveOut(Buffer.from(piece)).toString()).join('|');
}

describe('InterimAnswers', () => {
  const rows: [what: string, pieces: string[], left: string][] = [
    ['the only one', ['HTTP/1.1 100 Continue\r\n\r\n', OK], `|${OK}`],
    ['in pieces', ['HTTP/1.', '1 103 Early', ' Hints\r\nlink: a\r\n', `\r\n${OK}`], `|||${OK}`],
    ['several', [`HTTP/1.1 100 \r\n\r\nHTTP/1.1 102 \r\n\r\n${OK}`], OK],
    ['none', [OK, 'HTTP/1.1 100 Continue\r\n\r\n'], `${OK}|HTTP/1.1 100 Continue\r\n\r\n`],
    ['what only begins as one', ['HTTP/1.', '1 200 OK'], '|HTTP/1.1 200 OK'],
    ['101, which is another thing', ['HTTP/1.1 101 X\r\n\r\n'], 'HTTP/1.1 101 X\r\n\r\n'],
    ['one with an unusual head, which is for whoever reads on', ['HTTP/1.1 100 X\n\n'], 'HTTP/1.1 100 X\n\n'],
  ];
  for (const [what, pieces, expected] of rows) {
    it(`are left out: ${what}`, () => assert.equal(left(...pieces), expected));
  }

  it('hold nothing of line breaks without an end', () => {
    const interim = new InterimAnswers();
    interim.begin();
    for (let i = 0; i < 100; i++) assert.equal(interim.leaveOut(Buffer.from('\r\n\r\n')).length, 0);
    assert.equal(interim.rest().length, 0);
    assert.equal(interim.leaveOut(Buffer.from(OK)).toString(), OK);
  });

  it('give back what they held where the connection ends', () => {
    const interim = new InterimAnswers();
    interim.begin();
    interim.leaveOut(Buffer.from('HTTP/1.1 1'));
    assert.equal(interim.rest().toString(), 'HTTP/1.1 1');
  });
});
