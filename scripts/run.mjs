// Runs one of the project's TypeScript scripts on a machine that is set up for it:
// `node scripts/run.mjs code|run|test scripts/bots.ts …`.
import { runToEnd } from './launch/runToEnd.mjs';
import { reportFailure } from './setup/reportFailure.mjs';
import { purposes, setUp } from './setup/setUp.mjs';

try {
  const [wanted, ...args] = process.argv.slice(2);
  const purpose = purposes.find((known) => known === wanted);
  if (!purpose || args.length === 0) throw new Error(`node scripts/run.mjs ${purposes.join('|')} <script> …`);
  process.exitCode = await runToEnd('node', args, { env: await setUp(purpose) });
} catch (error) {
  process.exitCode = reportFailure(error);
}
