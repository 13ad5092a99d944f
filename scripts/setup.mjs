// Sets the machine up: `node scripts/setup.mjs [--for code|run|test]`. It runs on Node 20 without any package.
import { parseArgs } from 'node:util';
import { reportFailure } from './setup/reportFailure.mjs';
import { purposes, setUp } from './setup/setUp.mjs';

try {
  const { values } = parseArgs({ options: { for: { type: 'string', default: 'run' } } });
  const purpose = purposes.find((known) => known === values.for);
  if (!purpose) throw new Error(`--for takes ${purposes.join(', ')}; not "${values.for}"`);
  await setUp(purpose);
} catch (error) {
  process.exitCode = reportFailure(error);
}
