// `npm run check`: the whole habit in one command. Format, lint with the import rules, types, dead code, texts in
// every language, rules without a test, unit tests.
import { availableParallelism } from 'node:os';
import { parts } from './check/parts.mjs';
import { reportFailure } from './setup/reportFailure.mjs';
import { setUp } from './setup/setUp.mjs';
import { seconds } from './setup/steps.mjs';

try {
  const env = await setUp('code');
  const start = Date.now();
  const waiting = [...parts];
  /** @type {string[]} */
  const failed = [];
  const takeParts = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const partStart = Date.now();
      const { ok, output } = await part.run(env);
      console.log(`${ok ? '✓' : '✗'} ${part.name} (${seconds(Date.now() - partStart)})`);
      if (!ok) failed.push(part.name);
      if (!ok && output) console.log(`\n${output}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, takeParts));
  const result = failed.length === 0 ? 'all is well' : `failed: ${failed.join(' · ')}`;
  console.log(`\nChecked in ${seconds(Date.now() - start)}: ${result}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} catch (error) {
  process.exitCode = reportFailure(error);
}
