import { startLocalPostgres } from '../../server/src/persistence/localPostgres.ts';

/**
 * A server process that tests can kill: starts the product's PostgreSQL on the data folder and the system
 * folder of its arguments, prints one line of JSON, and stops cleanly when its standard input ends.
 */
const [dataDir, systemFolder] = process.argv.slice(2);
if (!dataDir || !systemFolder) throw new Error('Name a data folder and a system folder.');
const postgres = await startLocalPostgres({ dataDir, systemFolder, log: () => undefined });
console.log(JSON.stringify({ url: postgres.url, home: postgres.home }));
process.stdin.resume();
process.stdin.on('end', () => postgres.stop());
