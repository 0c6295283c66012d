// autocannon as a library, as requests with code (captures) can't be given on its command line.
// Arguments: its path, its options as JSON, and a module whose default export is `requests`, where there is one.
import { createRequire } from 'node:module';

const [path = '', options = '{}', script] = process.argv.slice(2);
const autocannon = createRequire(import.meta.url)(path);
const requests = script === undefined ? {} : { requests: (await import(script)).default };
const result = await autocannon({ ...JSON.parse(options), ...requests });
process.stdout.write(JSON.stringify(result));
