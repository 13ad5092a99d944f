import { parseArgs } from 'node:util';
import { bundle } from './bench/bundle.ts';
import { fanout } from './bench/fanout.ts';
import { groups } from './bench/groups.ts';
import { join } from './bench/join.ts';
import { media } from './bench/media.ts';
import { network } from './bench/network.ts';
import { stopAll } from './bench/product.ts';
import { type Bench, printTable } from './bench/report.ts';

/** Each measures one thing beside its floor or peer, and fails rather than print a figure for work not done. */
const benches: Record<string, Bench> = { join, fanout, bundle, media, groups, network };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const [name, ...only] = positionals;
const bench = name === undefined ? undefined : benches[name];
if (!name || !bench) {
  console.error(`Say which: npm run bench -- <${Object.keys(benches).join(' | ')}> [--json]`);
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
const figures = await bench((text) => console.error(text), only);
printTable(name, figures);
if (values.json) console.log(JSON.stringify({ bench: name, ...figures }));
