import * as zlib from 'node:zlib';
import { ErrorCode, oversizedBody, type Failure } from './errors.ts';

/** Servers have one, seldom two. A header has room for hundreds of thousands, each of which takes time. */
const MOST_LAYERS = 5;

/** Why a body could not be unpacked. */
type Unpackable = 'too-large' | 'corrupt' | 'zstd-unknown';

/**
 * Undoes what a `content-encoding` says; of what it does not name, or names unknown, the bytes stay as they are. `whole` is false for the
 * beginning of a body: then it gives what that holds. A few kilobytes can unpack to gigabytes: `most` bytes is the limit for each layer.
 */
export function unpack(bytes: Buffer, encoding: string | undefined, most: number, whole: boolean): Buffer | Unpackable {
  if (encoding === undefined) return bytes;
  let unpacked = bytes;
  const layers = encoding.toLowerCase().split(',', MOST_LAYERS + 1);
  if (layers.length > MOST_LAYERS) return 'corrupt';
  // The last one was applied last (RFC 9110, 8.4).
  for (const layer of layers.reverse()) {
    const inner = unpackLayer(unpacked, layer.trim(), most, whole);
    if (typeof inner === 'string') return inner;
    unpacked = inner;
  }
  return unpacked;
}

/** The failure of a whole body that could not be unpacked. */
export function unpackFailure(why: Unpackable, encoding: string, maxBodyBytes: number): Failure {
  if (why === 'too-large') return oversizedBody(maxBodyBytes);
  const message =
    why === 'corrupt'
      ? `The body says that it is ${encoding}, but could not be unpacked.`
      : `The body is ${encoding}, which Node.js ${process.versions.node} can't unpack; 22.15 and newer ones can.`;
  return { kind: 'protocol', code: ErrorCode.decompression, message, answered: true };
}

function unpackLayer(bytes: Buffer, encoding: string, maxOutputLength: number, whole: boolean): Buffer | Unpackable {
  const { BROTLI_OPERATION_FLUSH, Z_SYNC_FLUSH } = zlib.constants;
  const options = (flush: number): { maxOutputLength: number; finishFlush?: number } =>
    whole ? { maxOutputLength } : { maxOutputLength, finishFlush: flush };
  try {
    switch (encoding) {
      case 'gzip':
      case 'x-gzip':
        return zlib.gunzipSync(bytes, options(Z_SYNC_FLUSH));
      case 'deflate':
        return zlib.inflateSync(bytes, options(Z_SYNC_FLUSH));
      case 'br':
        return zlib.brotliDecompressSync(bytes, options(BROTLI_OPERATION_FLUSH));
      case 'zstd':
        if (!('zstdDecompressSync' in zlib)) return 'zstd-unknown';
        return zlib.zstdDecompressSync(bytes, options(zlib.constants.ZSTD_e_flush));
      default:
        return bytes;
    }
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? 'too-large' : 'corrupt';
  }
}
