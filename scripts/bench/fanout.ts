import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Joined, LinkInfo } from '#shared/http/join.ts';
import { LoadProcess } from '../../tests/helpers/LoadProcess.ts';
import { joinByLink, post, SocketPerson } from '../../tests/helpers/SocketPerson.ts';
import { type Product, startProduct } from './product.ts';
import { type Figures, median, quantile, round } from './report.ts';

const sizes = [120, 1_000] as const;
/** Product and floor take turns this often. */
const rounds = 5;

/** Asks of the load process, and what it answers: the time of each delivery in milliseconds. */
export type LoadRequest =
  | {
      ask: 'open';
      url: string;
      floorUrl: string;
      trainer: Joined;
      members: Joined[];
      sockets: number;
      deckId: string;
    }
  | { ask: 'turn'; on: 'product' | 'floor'; turns: number };
export type LoadAnswer = { deliveries?: number[] };

/**
 * A trainer's page turn until it is received, on 120 and on 1,000 sockets, beside one durable insert
 * followed by a bare `ws` broadcast of the same bytes, to the same minimal receivers.
 */
export async function fanout(say: (text: string) => void): Promise<Figures> {
  const product = await startProduct();
  const floor = await startFloor(product.databaseUrl);
  const loads: LoadProcess<LoadRequest, LoadAnswer>[] = [];
  try {
    const figures: Figures = {};
    const { trainer, members, deckId } = await prepare(product, say);
    for (const sockets of sizes) {
      const load = new LoadProcess<LoadRequest, LoadAnswer>(new URL('fanoutLoad.ts', import.meta.url));
      loads.push(load);
      await load.ask({
        ask: 'open',
        url: product.url,
        floorUrl: floor.url,
        trainer,
        members,
        sockets,
        deckId,
      });
      const samples = { product: [] as number[][], floor: [] as number[][] };
      for (let i = 0; i < rounds; i++)
        for (const on of ['product', 'floor'] as const) {
          const { deliveries = [] } = await load.ask({ ask: 'turn', on, turns: 20 });
          if (deliveries.length !== 20 * sockets)
            throw new Error(`${on}: ${deliveries.length} of ${20 * sockets} came.`);
          samples[on].push(deliveries);
        }
      await load.end();
      const p95 = (on: 'product' | 'floor') => samples[on].map((round) => quantile(round, 0.95));
      const ratios = p95('product').map((value, i) => value / (p95('floor')[i] ?? value));
      figures[`n${sockets}.p50.ms`] = round(median(samples.product.map((all) => median(all))), 2);
      figures[`n${sockets}.p95.ms`] = round(median(p95('product')), 2);
      figures[`n${sockets}.floor.p95.ms`] = round(median(p95('floor')), 2);
      figures[`n${sockets}.ratio.ws`] = round(median(ratios), 2);
      say(`${sockets} sockets: done`);
    }
    return figures;
  } finally {
    for (const load of loads) await load.end();
    await floor.stop();
    await product.stop();
  }
}

async function prepare(product: Product, say: (text: string) => void) {
  const token = (link: string) => link.slice(link.lastIndexOf('/') + 1);
  const seat = await joinByLink(product.url, token(product.links.trainers[0]?.link ?? ''));
  const trainer = await SocketPerson.enter(product.url, seat);
  await trainer.must({ feature: 'session', type: 'start' });
  say('waiting for the deck');
  for (let tries = 0; tries < 9 && !trainer.view?.slides.decks?.length; tries++)
    await trainer.until(() => (trainer.view?.slides.decks?.length ?? 0) > 0, 'the deck').catch(() => {});
  const deckId = trainer.view?.slides.decks?.[0]?.id ?? '';
  await trainer.must({ feature: 'session', type: 'present', participantId: trainer.id });
  await trainer.must({ feature: 'slides', type: 'showPage', deckId, page: 0 });
  trainer.close();

  const members: Joined[] = [];
  for (const { link } of product.links.enterprises) {
    const info = await post<LinkInfo>(product.url, '/api/links/open', { token: token(link) });
    for (const { id } of info.roster)
      members.push(await joinByLink(product.url, token(link), { by: 'roster', rosterId: id }));
  }
  return { trainer: seat, members, deckId };
}

/** A server that does only what can't be left out. */
async function startFloor(databaseUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const child = fork(join(import.meta.dirname, 'fanoutFloor.ts'), [databaseUrl]);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(message as number));
    child.once('exit', (code) => reject(new Error(`The floor ended with ${code}.`)));
  });
  return {
    url: `ws://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}
