import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { emptyRoom } from '../../server/src/room/features.ts';
import { RoomBroken } from '../../server/src/room/openRoom.ts';
import { hashOf } from '../../server/src/room/stateHash.ts';
import { headOf } from '../persistence/journalContract.ts';
import type { Process, RoomBed } from './RoomBed.ts';
import { useRoomBed } from './useRoomBed.ts';
import { WithoutSnapshots } from './WithoutSnapshots.ts';

const at = useRoomBed();
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;
const say = (text: string) => ({ feature: 'chat', type: 'send', text }) as const;

/** The State as the rows alone make it. Taking it moves the Room to the process that is asked. */
async function stateFromRows(bed: RoomBed): Promise<string> {
  const process = bed.start(new WithoutSnapshots(bed.postgres));
  const text = textOf(await process.room());
  await process.kill();
  return text;
}

/** All of a State but the Epoch, which each recovery raises. */
const textOf = ({ state }: { state: { session: object } }): string =>
  JSON.stringify({ ...state, session: { ...state.session, epoch: 0 } });

/** One of many things that can happen, told by a number. */
async function happen(process: Process, n: number): Promise<void> {
  const room = await process.room();
  switch (n % 7) {
    case 0:
      process.enter(room, `p-member-${n}`, 'member', `e-${n % 3}`);
      break;
    case 1: {
      const trainer = process.enter(room, 'p-trainer', 'trainer');
      void trainer.ask(say(`text ${n}`));
      room.leave(trainer.id);
      break;
    }
    case 2:
      room.system({ feature: 'people', type: 'heartbeat' });
      break;
    case 3: {
      const pages = [{ width: 1600, height: 900 }];
      room.system({ feature: 'slides', type: 'deckReady', deck: { id: `deck-${n}`, title: `${n}`, pages } });
      break;
    }
    case 4: {
      const member = process.enter(room, `p-hand-${n}`, 'member', 'e-0');
      void member.ask({ feature: 'hands', type: 'raise' });
      break;
    }
    case 5: {
      const trainer = process.enter(room, 'p-trainer', 'trainer');
      void trainer.ask({
        feature: 'polls',
        type: 'create',
        question: `Question ${n}?`,
        options: ['yes', 'no'],
        anonymous: false,
      });
      break;
    }
    case 6: {
      const member = process.enter(room, `p-help-${n}`, 'member', 'e-1');
      void member.ask({ feature: 'help', type: 'call', kind: 'sound', note: '' });
    }
  }
  await room.settled();
}

test('[ROOM6] a Room from a snapshot and the rows after it is the one that the rows alone make', async () => {
  let n = 0;
  // Snapshots are taken at clean stops; kills in between leave rows that only some features have part in.
  for (const [ends, kinds] of [
    ['stop', [0, 1, 2, 3, 4, 5, 6]],
    ['kill', [1, 3, 2]],
    ['stop', [0, 2]],
    ['kill', [5, 2]],
    ['stop', [2]],
    ['stop', [4, 6, 2]],
    ['kill', [1]],
    ['stop', []],
    ['stop', [3, 2]],
  ] as const) {
    const process = at.bed.start();
    for (const kind of kinds) await happen(process, 7 * ++n + kind);
    at.bed.time += minute;
    await process[ends]();

    const fromRows = await stateFromRows(at.bed);
    const recovered = at.bed.start();
    expect(textOf(await recovered.room())).toBe(fromRows);
    await recovered.kill();
  }
  expect(await at.bed.postgres.loadSnapshot('room-1')).not.toBeNull();
});

test('[ROOM6] a snapshot that could not be saved is made up for by the next one', async () => {
  const first = at.bed.start();
  await happen(first, 1);
  const room = await first.room();
  const save = vi.spyOn(first.journal, 'saveSnapshot').mockRejectedValueOnce(new Error('no space'));
  for (let n = 0; n < 1001; n++) room.system({ feature: 'people', type: 'heartbeat' });
  await room.settled();
  expect(save).toHaveBeenCalledOnce();
  room.system({ feature: 'people', type: 'heartbeat' });
  await first.stop();
  expect(await at.bed.postgres.loadSnapshot('room-1')).toMatchObject({
    seq: await headOf(at.bed.postgres),
  });

  const fromRows = await stateFromRows(at.bed);
  expect(textOf(await at.bed.start().room())).toBe(fromRows);
});

test('[ROOM6] a snapshot that other rules made is not built upon: the rows say what is true by these', async () => {
  const first = at.bed.start();
  for (const n of [0, 1, 2, 5]) await happen(first, n);
  const before = textOf(await first.room());
  await first.stop();
  await sql`UPDATE room_snapshots SET rules = 0, state = '"what other rules kept"'`.execute(at.bed.database);

  const second = at.bed.start();
  expect(textOf(await second.room())).toContain('Question 5?');
  await happen(second, 2);
  await second.stop();
  const third = textOf(await at.bed.start().room());
  expect(third).toBe(await stateFromRows(at.bed));
  expect(JSON.parse(third).polls).toEqual(JSON.parse(before).polls);
});

test('[ROOM6] time never goes back over a recovery, even when the clock does', async () => {
  const first = at.bed.start();
  await happen(first, 1);
  await first.stop();
  at.bed.time -= 10 * minute;
  await happen(at.bed.start(), 1);
  const times: number[] = [];
  for await (const row of at.bed.postgres.read('room-1', 0)) times.push(row.at);
  expect(times.length).toBeGreaterThan(8);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

const damages = [
  [
    'a row that is refused',
    sql`UPDATE journal SET command = '{"feature":"session","type":"close"}' WHERE command->>'type' = 'send'`,
    'refused now (notNow)',
  ],
  [
    'a State that differs',
    sql`UPDATE journal SET command = '{"feature":"chat","type":"send","text":"forged"}' WHERE command->>'type' = 'send'`,
    'the State differs',
  ],
  ['a row that is missing', sql`DELETE FROM journal WHERE command->>'type' = 'send'`, 'the row before it is'],
  [
    'a row that no feature can take',
    sql`UPDATE journal SET command = '{"feature":"chat","type":"remove"}', ids = '[]' WHERE command->>'type' = 'send'`,
    'stops at row',
  ],
] as const;

test.each(damages)(
  '[ROOM7] %s stops that Room loudly, and the others go on',
  async (_what, damage, complaint) => {
    const first = at.bed.start();
    await happen(first, 1);
    await happen(first, 2);
    await first.kill();
    await damage.execute(at.bed.database);
    at.bed.logged.length = 0;

    const second = at.bed.start();
    const opening = second.room();
    await expect(opening).rejects.toThrow(RoomBroken);
    await expect(opening).rejects.toThrow(complaint);
    expect(at.bed.logged.at(-1)).toMatchObject({
      level: 50,
      err: { message: expect.stringContaining(complaint) },
    });
    // It is not read over and over, though everyone knocks again and again.
    await expect(second.room()).rejects.toThrow(RoomBroken);
    expect(at.bed.logged.filter(({ level }) => level === 50)).toHaveLength(1);

    const other = await second.room('room-2');
    const trainer = second.enter(other, 'p-trainer', 'trainer');
    expect(await trainer.ask(say('all is well here'))).toEqual({ ok: true });
  },
);

test('[ROOM7] a feature that is as it began leaves the hash as it was, so that one more changes no old one', () => {
  const ofNothing = createHash('sha256').digest('base64url');
  expect(hashOf(emptyRoom)).toBe(ofNothing);
  const later = { ...emptyRoom, hands: { queue: ['p-member'] } };
  expect(hashOf(later)).not.toBe(ofNothing);
  expect(hashOf(JSON.parse(JSON.stringify(later)))).toBe(hashOf(later));
});

test('[ROOM8] after a crash attendance ends at the last heartbeat, a minute of class lost at most', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const first = at.bed.start();
  const room = await first.room();
  first.enter(room, 'p-member', 'member', 'e-pine');
  await room.settled();
  const start = at.bed.time;
  for (let beats = 0; beats < 20; beats++) {
    at.bed.time += minute / 2;
    vi.advanceTimersByTime(minute / 2);
  }
  await room.settled();
  at.bed.time += 20_000;
  await first.kill();

  at.bed.time += 60 * minute;
  const state = (await at.bed.start().room()).state.people;
  expect(state.lastBeat).toBe(start + 10 * minute);
  expect(state.participants['p-member']).toMatchObject({
    attendedMs: 10 * minute,
    presentSince: null,
    seats: [],
  });
});

test('[ROOM8] a clean stop costs nobody any attendance', async () => {
  const first = at.bed.start();
  const room = await first.room();
  first.enter(room, 'p-member', 'member', 'e-pine');
  await room.settled();
  at.bed.time += 7 * minute;
  await first.stop();
  at.bed.time += minute;
  const { participants } = (await at.bed.start().room()).state.people;
  expect(participants['p-member']).toMatchObject({ attendedMs: 7 * minute, seats: [] });
});
