import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '#shared/contract.ts';
import { createDatabase, type TestDatabase } from '../helpers/database.ts';
import { close, open, prepare } from '../helpers/groupCommands.ts';
import { LoadProcess } from '../helpers/LoadProcess.ts';
import { longestTask } from '../room/longestTurn.ts';
import type { PeopleAnswer, PeopleRequest } from './thousandPeople.ts';
import type { ServerAnswer, ServerRequest } from './thousandServer.ts';

const members = 1_000;
const enterprises = 60;
/** On a busy machine some turns take longer than they need; one that is too long always does. */
const classes = 3;
const tries = 10;

let server: LoadProcess<ServerRequest, ServerAnswer>;
let people: LoadProcess<PeopleRequest, PeopleAnswer>;
let database: TestDatabase;
let dataDir = '';
let url = '';
let polls: readonly string[] = [];

beforeAll(async () => {
  database = await createDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'score-thousand-'));
  server = new LoadProcess(new URL('thousandServer.ts', import.meta.url));
  people = new LoadProcess(new URL('thousandPeople.ts', import.meta.url));
  ({ url = '' } = await server.ask({ ask: 'start', databaseUrl: database.url, dataDir }));
});
afterAll(async () => {
  await people.end();
  await server.ask({ ask: 'stop' });
  await server.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** The longest turn of the server's loop while something is done, in milliseconds of processor time. */
async function turnOf(work: () => Promise<unknown>): Promise<number> {
  await server.ask({ ask: 'measure' });
  await work();
  return (await server.ask({ ask: 'result' })).longest ?? Infinity;
}

/** The longest turn of the first attempt that keeps the promise, or the shortest longest of all. */
async function longestTurn(attempt: () => Promise<unknown>, most = tries): Promise<number> {
  let shortest = Infinity;
  for (let n = 0; n < most && shortest >= longestTask; n++)
    shortest = Math.min(shortest, await turnOf(attempt));
  return shortest;
}

const teach = (command: Command, hears: string) => people.ask({ ask: 'teach', command, hears });
const doAll = (command: Command) => people.ask({ ask: 'doAll', command });

/** Each test goes on with the class of the one before. */
test('[ROOM12] 1,000 sockets come in, and their class begins, without a task over 10 ms', async () => {
  let coming = Infinity;
  let starting = Infinity;
  for (let n = 0; n < classes && Math.max(coming, starting) >= longestTask; n++) {
    await people.ask({ ask: 'leave' });
    const sessionId = `session-of-a-thousand-${n}`;
    const { seats = [] } = await server.ask({ ask: 'prepare', sessionId, members, enterprises });
    expect(seats).toHaveLength(members + 1);
    const comeIn = async () => {
      ({ polls = [] } = await people.ask({ ask: 'comeIn', url, seats }));
    };
    coming = Math.min(coming, await turnOf(comeIn));
    starting = Math.min(
      starting,
      await turnOf(() => teach({ feature: 'session', type: 'start' }, 'snapshot')),
    );
  }
  expect(coming, 'coming in').toBeLessThan(longestTask);
  expect(starting, 'starting').toBeLessThan(longestTask);
}, 90_000);

test('[ROOM12] 1,000 connections break and come back without a task over 10 ms', async () => {
  expect(await longestTurn(() => people.ask({ ask: 'comeBack' }), classes)).toBeLessThan(longestTask);
}, 90_000);

test('[ROOM12] a page is turned and a poll opened on 1,000 sockets, and all vote, without a task over 10 ms', async () => {
  const deckId = 'deck-of-sixty';
  await teach({ feature: 'slides', type: 'showPage', deckId, page: 0 }, 'slides.deckShown');
  let page = 0;
  const turnPage = () =>
    teach({ feature: 'slides', type: 'showPage', deckId, page: ++page }, 'slides.pageShown');
  expect(await longestTurn(turnPage), 'a page').toBeLessThan(longestTask);

  const toOpen = [...polls];
  let pollId = '';
  const openNext = () => {
    pollId = toOpen.shift() ?? '';
    return teach({ feature: 'polls', type: 'open', pollId }, 'polls.opened');
  };
  expect(await longestTurn(openNext, polls.length), 'a poll').toBeLessThan(longestTask);
  let option = 0;
  const vote = () => {
    option = 1 - option;
    return doAll({ feature: 'polls', type: 'vote', pollId, option });
  };
  expect(await longestTurn(vote), 'votes').toBeLessThan(longestTask);
}, 60_000);

test('[ROOM12] groups of 1,000 sockets are prepared, open and close without a task over 10 ms', async () => {
  const round = async () => {
    await teach(prepare, 'breakouts.prepared');
    await teach(open, 'snapshot');
    await teach(close, 'snapshot');
  };
  expect(await longestTurn(round)).toBeLessThan(longestTask);
}, 60_000);
