// `npm start`: sets the machine up, builds the client where it changed, and runs the product.
import { buildClient } from './launch/clientBuild.mjs';
import { runToEnd } from './launch/runToEnd.mjs';
import { projectFolder } from './setup/places.mjs';
import { reportFailure } from './setup/reportFailure.mjs';
import { setUp } from './setup/setUp.mjs';

try {
  const env = await setUp('run');
  await buildClient(env);
  const args = ['server/src/main.ts', ...process.argv.slice(2)];
  process.exitCode = await runToEnd('node', args, { env, cwd: projectFolder });
} catch (error) {
  process.exitCode = reportFailure(error);
}
