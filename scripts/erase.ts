import { parseArgs } from 'node:util';
import { readConfig } from '../server/src/config.ts';
import { erasePerson } from '../server/src/erasePerson.ts';
import { openLog } from '../server/src/log.ts';

/** `npm run erase`: takes a person's data out of a class, also after it is over. See docs/operations.md. */

const usage = `Erases a member's or an Observer's data, with the server's own settings. Stop the server first.

  npm run erase -- --session <id> --person <name or id>

It can't be undone. What goes and what stays is in docs/operations.md.`;

try {
  const { values } = parseArgs({ options: { session: { type: 'string' }, person: { type: 'string' } } });
  if (!values.session || !values.person) throw new Error('Say whom: --session and --person.');
  const config = readConfig(process.env);
  const log = openLog('warn');
  const { id, name } = await erasePerson(config, values.session, values.person, log);
  console.log(`The data of ${name} (${id}) are erased.`);
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}
