// `npm test`: sets the machine up, builds the client where it changed, and runs every test. What follows `--`
// goes to vitest: `npm test -- --project unit polls`. A browser on a busy machine may miss a moment: a file that fails is
// run once more, by itself, and what passed only then is named at the end.
import { buildClient } from './launch/clientBuild.mjs';
import { runToEnd } from './launch/runToEnd.mjs';
import { projectFolder } from './setup/places.mjs';
import { reportFailure } from './setup/reportFailure.mjs';
import { setUp } from './setup/setUp.mjs';

try {
  const env = await setUp('test');
  await buildClient(env);
  const args = ['scripts/runTests.ts', ...process.argv.slice(2)];
  process.exitCode = await runToEnd('node', args, { env, cwd: projectFolder });
} catch (error) {
  process.exitCode = reportFailure(error);
}
