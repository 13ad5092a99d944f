import { loadavg } from 'node:os';
import { LoadProcess } from '../../tests/helpers/LoadProcess.ts';
import { prepareWithDeck } from './demoDeckOf.ts';
import { isSaturated, type LoadFacts } from './LoadMeter.ts';
import { childrenOf, processorTime } from './processorTime.ts';
import type { PreparedProduct } from './product.ts';
import { type Figures, median, quantile, round } from './report.ts';

const groupCount = 10;
const groupSize = 12;
const rounds = 3;
/** How long the groups talk, in milliseconds. */
const measuredFor = 8_000;
const memberProcesses = 2;
/** Three voices of 50 packets a second and three or four cameras of 15; less, and it is the load that lags. */
const leastPackets = (3 * 50 + 3 * 15) * (measuredFor / 1000) * 0.9;
/** What a member counts for who heard nothing, in milliseconds. */
const neverHeard = 10_000;

export type GroupsAsk =
  | { ask: 'teach'; link: string }
  | { ask: 'join'; members: { link: string; place: number }[] }
  | { ask: 'open' }
  | { ask: 'speak'; places: number[] }
  | { ask: 'measure'; for: number }
  | { ask: 'return'; teacherId: string }
  | { ask: 'close' };
export type GroupsAnswer = {
  teacherId?: string;
  load?: LoadFacts;
  /** The least that anybody received. */
  packets?: number;
  problems?: string[];
  /** When each heard the trainer again, by `Date.now()`, or why not. */
  heardAt?: (number | string)[];
};

type Round = {
  worker: number;
  node: number;
  silences: number[];
  failures: number;
  saturated: boolean;
};

/**
 * Ten groups of twelve in which every microphone is open and four have a camera: what that costs, and
 * how long it takes after the groups are closed until everyone hears the trainer.
 */
export async function groups(say: (text: string) => void): Promise<Figures> {
  const prepared = await prepareWithDeck(say);
  const all: Round[] = [];
  try {
    for (let i = 0; i < rounds; i++) {
      const round = await oneRound(prepared, say);
      all.push(round);
      say(`round ${i + 1} of ${rounds}: done${round.saturated ? ', saturated' : ''}`);
    }
  } finally {
    await prepared.clear();
  }
  const failures = all.reduce((sum, round) => sum + round.failures, 0);
  if (failures > 0) process.exitCode = 1;
  const sound = all.filter(({ saturated }) => !saturated);
  const over = (of: (round: Round) => number) => round(median((sound.length > 0 ? sound : all).map(of)));
  return {
    'groups.cpu.percent': over(({ worker, node }) => worker + node),
    'groups.worker.percent': over(({ worker }) => worker),
    'groups.node.percent': over(({ node }) => node),
    'groups.return.sound.p50.ms': over(({ silences }) => quantile(silences, 0.5)),
    'groups.return.sound.p95.ms': over(({ silences }) => quantile(silences, 0.95)),
    failures,
    saturated: all.length - sound.length,
    'machine.load': round(loadavg()[0] ?? 0),
  };
}

async function oneRound(prepared: PreparedProduct, say: (text: string) => void): Promise<Round> {
  const product = await prepared.run();
  const load = () => new LoadProcess<GroupsAsk, GroupsAnswer>(new URL('groupsLoad.ts', import.meta.url));
  const teacher = load();
  const loads = Array.from({ length: memberProcesses }, load);
  const all = (ask: (k: number) => GroupsAsk) => Promise.all(loads.map((process, k) => process.ask(ask(k))));
  try {
    const link = product.links.trainers[0]?.link ?? '';
    const { teacherId = '' } = await teacher.ask({ ask: 'teach', link });
    const members = product.links.enterprises
      .slice(0, groupCount)
      .flatMap((enterprise) =>
        Array.from({ length: groupSize }, (_, place) => ({ link: enterprise.link, place })),
      );
    const ofLoad = (k: number) => members.filter((_, i) => i % memberProcesses === k);
    await all((k) => ({ ask: 'join', members: ofLoad(k) }));
    await teacher.ask({ ask: 'open' });
    await all((k) => ({ ask: 'speak', places: ofLoad(k).map(({ place }) => place) }));

    const workers = await childrenOf(product.pid);
    const cost = async () => ({
      at: performance.now(),
      worker: (await Promise.all(workers.map(processorTime))).reduce((sum, one) => sum + one, 0),
      node: await processorTime(product.pid),
    });
    const before = await cost();
    const measured = await all(() => ({ ask: 'measure', for: measuredFor }));
    const after = await cost();
    const share = (of: 'worker' | 'node') => ((after[of] - before[of]) / (after.at - before.at)) * 100;

    const back = all(() => ({ ask: 'return', teacherId }));
    const closedAt = Date.now();
    await teacher.ask({ ask: 'close' });
    const heardAt = (await back).flatMap((answer) => answer.heardAt ?? []);
    const problems = [
      ...measured.flatMap((answer) => answer.problems ?? []),
      ...heardAt.filter((heard) => typeof heard === 'string'),
    ];
    for (const problem of problems.slice(0, 5)) say(problem);
    return {
      worker: share('worker'),
      node: share('node'),
      silences: heardAt.map((heard) => (typeof heard === 'number' ? heard - closedAt : neverHeard)),
      failures: problems.length + members.length - heardAt.length,
      saturated: measured.some(
        ({ load: facts, packets = 0 }) => !facts || isSaturated(facts) || packets < leastPackets,
      ),
    };
  } finally {
    await Promise.all(loads.map((process) => process.end()));
    await teacher.end();
    await product.stop();
  }
}
