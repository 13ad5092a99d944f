import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { BotClass, type BotClassStatus } from '../tests/bots/BotClass.ts';
import { readLink } from '../tests/bots/joinByPlace.ts';

/** `npm run bots`: a simulated class, against the server that its links name and no other. */

const usage = `A simulated class: it joins, listens, votes, chats, raises hands and moves through breakouts.

  npm run bots -- --link <enterprise link> [--link …] --count 100 [--seconds 600] [--no-media]
  npm run bots -- --links data/demo-links.json --count 100

  --link      an enterprise's link; several may be given, the bots spread over them
  --links     a demo-links.json: all its enterprises
  --count     how many, 1 to 1000 (20)
  --seconds   how long they stay (600)
  --no-media  without sound and picture, which costs a fraction

Ctrl-C lets them leave.`;

const Options = z.strictObject({
  link: z.array(z.string()).default([]),
  links: z.string().optional(),
  count: z.coerce.number().int().min(1).max(1000).default(20),
  seconds: z.coerce.number().int().min(1).max(86_400).default(600),
  'no-media': z.boolean().default(false),
});
const Links = z.object({ enterprises: z.array(z.object({ link: z.string() })) });

/** Newcomers at most, in one second. */
const arrivalsPerSecond = 20;

try {
  // Closed media connections would keep the process alive until their memory is collected.
  process.exit(await run(await readOptions()));
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}

async function readOptions() {
  const { values } = parseArgs({
    options: {
      link: { type: 'string', multiple: true },
      links: { type: 'string' },
      count: { type: 'string' },
      seconds: { type: 'string' },
      'no-media': { type: 'boolean' },
    },
  });
  const parsed = Options.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`--${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { link, links: file, count, seconds, 'no-media': noMedia } = parsed.data;
  const fromFile = file ? Links.parse(JSON.parse(await readFile(file, 'utf8'))).enterprises : [];
  const links = [...link, ...fromFile.map((enterprise) => enterprise.link)];
  if (links.length === 0) throw new Error('Say where to: --link or --links.');
  for (const each of links) readLink(each);
  return { links, count, seconds, media: !noMedia };
}

/** @returns the exit code: 1 when nobody came in. */
async function run(options: Awaited<ReturnType<typeof readOptions>>): Promise<number> {
  const { links, count, seconds, media } = options;
  const bots = new BotClass({ links, count, media, within: (count / arrivalsPerSecond) * 1000 });
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort());
  process.once('SIGTERM', () => stopped.abort());

  void bots.comeIn();
  let packets = 0;
  for (let second = 1; second <= seconds && !stopped.signal.aborted; second++) {
    await pause(1000, undefined, { signal: stopped.signal }).catch(() => {});
    const { status } = bots;
    console.log(line(second, status, status.packets - packets));
    packets = status.packets;
    if (status.ended === count) break;
  }
  const { joined } = bots.status;
  bots.leave();
  for (const [what, times] of bots.refusals) console.log(`  ${times} × ${what}`);
  console.log(`${joined} of ${count} were in the class, and have left.`);
  return joined > 0 ? 0 : 1;
}

function line(second: number, status: BotClassStatus, packets: number): string {
  const { asked, joined, connected, deeds, refusals } = status;
  return [
    `${second} s`.padStart(6),
    `joined ${joined}/${asked}`,
    `connected ${connected}`,
    `${packets} packets/s`,
    `votes ${deeds.vote}`,
    `messages ${deeds.message}`,
    `hands ${deeds.hand}`,
    `speeches ${deeds.speech}`,
    `refusals ${refusals}`,
  ].join('  ');
}
