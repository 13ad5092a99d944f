import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { LoadProcess } from '../../tests/helpers/LoadProcess.ts';
import { prepareWithDeck } from './demoDeckOf.ts';
import { fetchJanus, startJanus } from './janus.ts';
import { isSaturated, type LoadFacts } from './LoadMeter.ts';
import { childrenOf, processorTime } from './processorTime.ts';
import type { PreparedProduct } from './product.ts';
import { type Figures, median, quantile, round } from './report.ts';

/** How many watch, and how often each number is measured: three times where a figure with an aim is made of it. */
const steps: Record<number, number> = { 50: 3, 100: 1, 120: 3, 150: 1, 200: 3 };
/** How long they take to come in, and how long they are measured then, in milliseconds. */
const comeInWithin = 10_000;
const measuredFor = 8_000;
/** One voice and one camera. */
const packetsPerSecond = 90;
/** A step in which a viewer gets less than this share of it measures the load, not the server. */
const enough = 0.97;
const viewerProcesses = 2;

export type Viewer = { after: number } & ({ at: 'product'; link: string; place: number } | { at: 'janus' });
export type MediaAsk =
  | { ask: 'teach'; links: string[] }
  | { ask: 'feed' }
  | { ask: 'watch'; viewers: Viewer[]; beginsAt: number; teacherId: string }
  | { ask: 'measure'; for: number };
export type MediaAnswer = {
  teacherId?: string;
  /** How long each took to its first packet of a camera, in milliseconds, or why it never came. */
  firsts?: (number | string)[];
  packets?: number;
  lost?: number;
  load?: LoadFacts;
};

type Step = {
  viewers: number;
  firsts: (number | string)[];
  lost: number;
  /** Of one core, in percent. */
  worker: number;
  node: number;
  /** In megabytes. */
  memory: number;
  saturated: boolean;
};

/** Who sends, and what it costs whom. */
type Server = { workers: () => Promise<number[]>; node: number | null };

/**
 * Three trainers with three layers each, and a screen; every viewer receives one voice and one camera, 90
 * packets a second, from the product and, in turn, from Janus, which is sent the same packets. `only`: how many
 * viewers, such as `50`; none: all steps.
 */
export async function media(say: (text: string) => void, only: readonly string[]): Promise<Figures> {
  const unknown = only.find((viewers) => !(viewers in steps));
  if (unknown)
    throw new Error(`There is no step of ${unknown}. There are: ${Object.keys(steps).join(', ')}.`);
  // What can't be had is said now, and not after the first of many minutes.
  await fetchJanus();
  const prepared = await prepareWithDeck(say);
  const ours: Step[] = [];
  const theirs: Step[] = [];
  try {
    for (const [viewers, times] of Object.entries(steps)) {
      if (only.length > 0 && !only.includes(viewers)) continue;
      for (let i = 0; i < times; i++) {
        for (const [list, measure] of [
          [ours, withProduct],
          [theirs, withJanus],
        ] as const) {
          const step = await measure(prepared, Number(viewers));
          list.push(step);
          const { worker, node, lost, saturated } = step;
          const cost = `${round(worker)} % of a core${node ? ` and ${round(node)} %` : ''}`;
          const name = list === ours ? 'ours' : 'Janus';
          say(`${viewers} viewers, ${name}: ${cost}, lost ${lost}${saturated ? ', saturated' : ''}`);
        }
      }
    }
  } finally {
    await prepared.clear();
  }
  for (const failure of ours.flatMap(({ firsts }) => firsts).filter((f) => typeof f === 'string')) {
    say(`a viewer saw nothing: ${failure}`);
    process.exitCode = 1;
  }
  return figuresOf(ours, theirs);
}

async function withProduct(prepared: PreparedProduct, count: number): Promise<Step> {
  const product = await prepared.run();
  const teachers = load();
  try {
    const links = product.links.trainers.map(({ link }) => link);
    const { teacherId = '' } = await teachers.ask({ ask: 'teach', links });
    const { enterprises } = product.links;
    const viewers = Array.from({ length: count }, (_, i): Viewer => {
      const link = enterprises[i % enterprises.length]?.link ?? '';
      return { at: 'product', link, place: Math.floor(i / enterprises.length), after: afterOf(i, count) };
    });
    const server = { workers: () => childrenOf(product.pid), node: product.pid };
    return await watch(viewers, teacherId, server);
  } finally {
    await teachers.end();
    await product.stop();
  }
}

async function withJanus(_: PreparedProduct, count: number): Promise<Step> {
  const janus = await startJanus();
  const feeder = load();
  try {
    await feeder.ask({ ask: 'feed' });
    const viewers = Array.from(
      { length: count },
      (_, i): Viewer => ({ at: 'janus', after: afterOf(i, count) }),
    );
    return await watch(viewers, '', { workers: async () => [janus.pid], node: null });
  } finally {
    await feeder.end();
    await janus.stop();
  }
}

const load = () => new LoadProcess<MediaAsk, MediaAnswer>(new URL('mediaLoad.ts', import.meta.url));
const afterOf = (i: number, count: number) => (i * comeInWithin) / Math.max(1, count - 1);

async function watch(viewers: Viewer[], teacherId: string, server: Server): Promise<Step> {
  const loads = Array.from({ length: viewerProcesses }, load);
  const all = (ask: (k: number) => MediaAsk) => Promise.all(loads.map((process, k) => process.ask(ask(k))));
  try {
    const beginsAt = Date.now() + 1_000;
    const came = await all((k) => ({
      ask: 'watch',
      viewers: viewers.filter((_, i) => i % viewerProcesses === k),
      beginsAt,
      teacherId,
    }));
    const pids = await server.workers();
    const cost = async () => ({
      at: performance.now(),
      workers: await total(pids),
      node: server.node === null ? 0 : await processorTime(server.node),
    });
    const before = await cost();
    const measured = await all(() => ({ ask: 'measure', for: measuredFor }));
    const after = await cost();
    const wall = after.at - before.at;
    const packets = measured.reduce((sum, one) => sum + (one.packets ?? 0), 0);
    const expected = (viewers.length * packetsPerSecond * measuredFor) / 1000;
    return {
      viewers: viewers.length,
      firsts: came.flatMap(({ firsts = [] }) => firsts),
      lost: measured.reduce((sum, one) => sum + (one.lost ?? 0), 0),
      worker: ((after.workers - before.workers) / wall) * 100,
      node: ((after.node - before.node) / wall) * 100,
      memory: await memoryOf([...pids, ...(server.node === null ? [] : [server.node])]),
      saturated: packets < expected * enough || measured.some((one) => !one.load || isSaturated(one.load)),
    };
  } finally {
    await Promise.all(loads.map((process) => process.end()));
  }
}

async function total(pids: readonly number[]): Promise<number> {
  return (await Promise.all(pids.map(processorTime))).reduce((all, one) => all + one, 0);
}

/** What these processes hold in memory, in megabytes. Linux only. */
async function memoryOf(pids: readonly number[]): Promise<number> {
  const status = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/status`, 'utf8')));
  return status.reduce((all, text) => all + Number(/^VmRSS:\s+(\d+)/m.exec(text)?.[1] ?? 0) / 1024, 0);
}

function figuresOf(ours: readonly Step[], theirs: readonly Step[]): Figures {
  const at = (list: readonly Step[], viewers: number) => list.filter((step) => step.viewers === viewers);
  /** The median over the steps that measured the server; undefined, and no figure, where none did. */
  const over = (list: readonly Step[], viewers: number, of: (step: Step) => number): number | undefined => {
    const values = at(list, viewers)
      .filter(({ saturated }) => !saturated)
      .map(of);
    return values.length > 0 ? median(values) : undefined;
  };
  const figures: Record<string, number | undefined> = {};
  for (const viewers of new Set(ours.map((step) => step.viewers))) {
    const name = `viewers${viewers}`;
    const first = (share: number) =>
      over(ours, viewers, ({ firsts }) =>
        quantile(
          firsts.map((f) => (typeof f === 'number' ? f : comeInWithin)),
          share,
        ),
      );
    figures[`${name}.first.p50.ms`] = first(0.5);
    figures[`${name}.first.p95.ms`] = first(0.95);
    figures[`${name}.failures`] = at(ours, viewers)
      .flatMap(({ firsts }) => firsts)
      .filter((f) => typeof f === 'string').length;
    figures[`${name}.lost.server`] = over(ours, viewers, ({ lost }) => lost);
    figures[`${name}.worker.percent`] = over(ours, viewers, ({ worker }) => worker);
    figures[`${name}.node.percent`] = over(ours, viewers, ({ node }) => node);
    figures[`${name}.memory.mb`] = over(ours, viewers, ({ memory }) => memory);
    figures[`${name}.janus.percent`] = over(theirs, viewers, ({ worker }) => worker);
    figures[`${name}.saturated`] = [...at(ours, viewers), ...at(theirs, viewers)].filter(
      ({ saturated }) => saturated,
    ).length;
  }
  const each = (name: string, viewers: number) => divide(figures[`viewers${viewers}.${name}`], viewers);
  const per100 = (name: string) => {
    const one = each(name, 120);
    return one === undefined ? undefined : one * 100;
  };
  figures['worker.per100.percent'] = per100('worker.percent');
  figures['node.per100.percent'] = per100('node.percent');
  figures['janus.per100.percent'] = per100('janus.percent');
  figures['growth.200to50'] = divide(each('worker.percent', 200), each('worker.percent', 50));
  figures['worker.ratio.janus'] = divide(figures['worker.per100.percent'], figures['janus.per100.percent']);
  figures['machine.load'] = loadavg()[0];
  return Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, round(value, 2)]],
    ),
  );
}

const divide = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || !b ? undefined : a / b;
