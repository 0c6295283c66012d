/** The only place of the scenario layer that needs Node; only who runs scenarios imports it. */
import { createHash, createHmac } from 'node:crypto';
import type { Digests } from './environment.ts';

export const digests: Digests = {
  base64: (text) => Buffer.from(text, 'utf8').toString('base64'),
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text, 'utf8').digest('hex'),
};
