import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { Bot } from '../../tests/bots/Bot.ts';
import { simulatedName } from '../../tests/bots/joinByPlace.ts';
import { LoadProcess } from '../../tests/helpers/LoadProcess.ts';
import { demoDeckOf } from './demoDeckOf.ts';
import { isSaturated, type LoadFacts } from './LoadMeter.ts';
import { childrenOf, processorTime } from './processorTime.ts';
import { type Product, prepareProduct } from './product.ts';
import { type Figures, median, quantile, round } from './report.ts';

const memberCount = 120;
/** How long the class takes to come in, in milliseconds. */
const ways = { spread: 10_000, burst: 0 } as const;
type Way = keyof typeof ways;
/** Both ways take turns this often. */
const rounds = 3;
const loadProcesses = 2;
/** What a member counts for who did not come in at all, in milliseconds: as long as anything is waited for. */
const neverCame = 10_000;
/** The server refuses a Seat's Commands beyond 15 a second, in milliseconds. */
const betweenCommands = 75;
/** The page that everyone has to find. */
const shownPage = 3;

export type Member = { link: string; place: number; after: number };
/** `shown`: the page of the first snapshot. `bytes`: that snapshot's, as JSON, deflated. Times in ms. */
export type MemberResult =
  | { failure: string }
  | {
      failure: null;
      id: string;
      snapshot: number;
      media: number;
      camera: number;
      shown: { deckId: string; page: number } | null;
      bytes: number;
    };
export type JoinRequest =
  | { ask: 'teach'; link: string }
  | { ask: 'join'; members: Member[]; beginsAt: number; teacherId: string }
  | { ask: 'listen' };
export type JoinResult = { teacherId: string; members: MemberResult[]; load: LoadFacts | null };

type Round = { members: MemberResult[]; loads: LoadFacts[]; node: number; workers: number };

/**
 * 120 members of ten Enterprises come in by their links, within 10 s and all at once: from the link until
 * the first snapshot is there, and until the first packet of the trainer's voice or camera is. The class
 * is under way: a page and a case are shown, a poll is open, the chat is full.
 */
export async function join(say: (text: string) => void): Promise<Figures> {
  let deckId = '';
  const prepared = await prepareProduct(async (product) => {
    say('preparing the class: the deck is being drawn');
    deckId = await prepareClass(product);
  });
  try {
    const all: Record<Way, Round[]> = { spread: [], burst: [] };
    for (let i = 0; i < rounds; i++)
      for (const way of ['spread', 'burst'] as const) {
        const done = await oneRound(await prepared.run(), way);
        checkWork(done, deckId);
        all[way].push(done);
        say(`${way}, round ${i + 1} of ${rounds}: done`);
      }
    for (const { failure } of [...all.spread, ...all.burst].flatMap(({ members }) => members)) {
      if (!failure) continue;
      say(`a member did not come in, ${failure}`);
      process.exitCode = 1;
    }
    const sizes = [...all.spread, ...all.burst].flatMap(({ members }) =>
      members.map((m) => came(m)?.bytes ?? 0),
    );
    return {
      ...figuresOf('spread', all.spread),
      ...figuresOf('burst', all.burst),
      'snapshot.member.kb': round(Math.max(...sizes) / 1000, 2),
      'machine.load': round(loadavg()[0] ?? 0, 1),
    };
  } finally {
    await prepared.clear();
  }
}

/** @returns the shown deck's id. */
async function prepareClass(product: Product): Promise<string> {
  const trainer = await Bot.join(product.links.trainers[0]?.link ?? '', { media: false });
  try {
    await trainer.must({ feature: 'session', type: 'start' });
    await trainer.must({ feature: 'session', type: 'present', participantId: trainer.id });
    const deckId = await demoDeckOf(trainer);
    const caseId = trainer.view.cases.all?.[0]?.id ?? '';
    await trainer.must({ feature: 'cases', type: 'show', caseId, section: 0, to: 'class' });
    await trainer.must({ feature: 'slides', type: 'showPage', deckId, page: shownPage });
    const pollId = trainer.view.polls.planned?.[0]?.id ?? '';
    await trainer.must({ feature: 'polls', type: 'open', pollId });
    for (let i = 0; i < 50; i++) {
      const text = `${i + 1}. ${simulatedName(i)}：我们厂每周一早上开例会，半个小时，由组长主持，秘书记录。`;
      await trainer.must({ feature: 'chat', type: 'send', text });
      await pause(betweenCommands);
    }
    return deckId;
  } finally {
    trainer.leave();
  }
}

async function oneRound(product: Product, way: Way): Promise<Round> {
  const load = () => new LoadProcess<JoinRequest, JoinResult>(new URL('joinLoad.ts', import.meta.url));
  const teacher = load();
  const loads = Array.from({ length: loadProcesses }, load);
  try {
    const link = product.links.trainers[0]?.link ?? '';
    const { teacherId } = await teacher.ask({ ask: 'teach', link });
    const { enterprises } = product.links;
    const members = Array.from(
      { length: memberCount },
      (_, i): Member => ({
        link: enterprises[i % enterprises.length]?.link ?? '',
        place: Math.floor(i / enterprises.length),
        after: (i * ways[way]) / (memberCount - 1),
      }),
    );
    const before = await serverTime(product.pid);
    const beginsAt = Date.now() + 1_000;
    const results = await Promise.all(
      loads.map((process, k) =>
        process.ask({
          ask: 'join',
          members: members.filter((_, i) => i % loads.length === k),
          beginsAt,
          teacherId,
        }),
      ),
    );
    const after = await serverTime(product.pid);
    await Promise.all(loads.map((process) => process.ask({ ask: 'listen' })));
    return {
      members: results.flatMap((result) => result.members),
      loads: results.flatMap((result) => result.load ?? []),
      node: after.node - before.node,
      workers: after.workers - before.workers,
    };
  } finally {
    await Promise.all(loads.map((process) => process.end()));
    await product.stop();
    await teacher.end();
  }
}

/** Processor time of the server's own process and of its media workers, in milliseconds. */
async function serverTime(pid: number): Promise<{ node: number; workers: number }> {
  const workers = await Promise.all((await childrenOf(pid)).map(processorTime));
  return { node: await processorTime(pid), workers: workers.reduce((all, one) => all + one, 0) };
}

const came = (member: MemberResult) => (member.failure === null ? member : null);

/** @throws when somebody is missing twice, or was shown something else. */
function checkWork({ members }: Round, deckId: string): void {
  const present = members.flatMap((member) => came(member) ?? []);
  if (members.length !== memberCount || new Set(present.map(({ id }) => id)).size !== present.length)
    throw new Error(`There were ${members.length} results of ${memberCount} members.`);
  for (const { shown, snapshot, media, camera } of present) {
    if (shown?.deckId !== deckId || shown.page !== shownPage)
      throw new Error(`A member was shown ${JSON.stringify(shown)} instead of page ${shownPage}.`);
    if (!(snapshot > 0 && media > 0 && camera > 0)) throw new Error('A member received nothing.');
  }
}

/** The median over rounds in which the load was no bottleneck; over all, when it was in each. */
function figuresOf(way: Way, all: readonly Round[]): Figures {
  const sound = all.filter(({ loads }) => !loads.some(isSaturated));
  const used = sound.length > 0 ? sound : all;
  const over = (of: (round: Round) => number) => median(used.map(of));
  const share = (what: 'snapshot' | 'media' | 'camera', q: number) =>
    round(
      over(({ members }) =>
        quantile(
          members.map((member) => came(member)?.[what] ?? neverCame),
          q,
        ),
      ),
    );
  return {
    [`${way}.snapshot.p50.ms`]: share('snapshot', 0.5),
    [`${way}.snapshot.p95.ms`]: share('snapshot', 0.95),
    [`${way}.media.p50.ms`]: share('media', 0.5),
    [`${way}.media.p95.ms`]: share('media', 0.95),
    [`${way}.camera.p95.ms`]: share('camera', 0.95),
    [`${way}.failures`]: all.flatMap(({ members }) => members).filter((m) => m.failure !== null).length,
    [`${way}.node.ms`]: over(({ node }) => node),
    [`${way}.workers.ms`]: over(({ workers }) => workers),
    [`${way}.load.delay.p99.ms`]: round(over(({ loads }) => Math.max(...loads.map((l) => l.delay)))),
    [`${way}.load.core.percent`]: round(over(({ loads }) => Math.max(...loads.map((l) => l.cores * 100)))),
    [`${way}.saturated`]: all.length - sound.length,
  };
}
