import { expect, test } from 'vitest';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();
const minute = 60_000;

test('[ROOM18] Rooms that nobody uses leave memory, however many were asked for, and are as they were when asked for again', async () => {
  const process = at.bed.start();
  const ids = Array.from({ length: 30 }, (_, i) => `room-${i}`);
  const rooms = await Promise.all(ids.map((id) => process.room(id)));
  const [first] = rooms;
  if (!first) throw new Error('There are thirty.');
  const trainer = process.enter(first, 'p-trainer', 'trainer');
  expect(await trainer.ask({ feature: 'chat', type: 'send', text: 'See you soon' })).toEqual({ ok: true });
  first.leave(trainer.id);
  expect(process.rooms.size).toBe(30);

  at.bed.time += 9 * minute;
  await process.rooms.closeIdle();
  expect(process.rooms.size).toBe(30);
  at.bed.time += minute;
  await process.rooms.closeIdle();
  expect(process.rooms.size).toBe(0);
  expect(rooms.some(({ isOpen }) => isOpen)).toBe(false);

  const again = await process.room(first.id);
  expect(again).not.toBe(first);
  expect(again.state.chat).toEqual(first.state.chat);
  expect(at.bed.logged.filter(({ level }) => level >= 40)).toEqual([]);
});

test('[ROOM18] a Room with somebody in it stays, also for a while after they have gone', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const member = process.enter(room, 'p-member', 'member', 'e-pine');
  at.bed.time += 60 * minute;
  await process.rooms.closeIdle();
  room.leave(member.id);
  at.bed.time += 9 * minute;
  await process.rooms.closeIdle();
  expect(await process.room()).toBe(room);
  at.bed.time += 10 * minute;
  await process.rooms.closeIdle();
  expect(process.rooms.size).toBe(0);
});

test('[ROOM18] a class that was left on leaves memory too, once nothing is to happen at a set time, and goes on', async () => {
  const process = at.bed.start();
  const room = await process.room();
  process.enter(room, 'p-member', 'member', 'e-pine');
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  for (const command of [
    { feature: 'session', type: 'start' },
    { feature: 'breakouts', type: 'prepare', by: 'enterprise' },
    { feature: 'breakouts', type: 'open', minutes: 60, worksheetId: null, brief: '' },
  ] as const)
    expect(await trainer.ask(command)).toEqual({ ok: true });
  for (const { id } of at.bed.seats) room.leave(id);
  at.bed.time += 20 * minute;
  await process.rooms.closeIdle();
  expect(room.isOpen, 'the groups have an end').toBe(true);

  const back = process.enter(room, 'p-trainer', 'trainer');
  expect(await back.ask({ feature: 'breakouts', type: 'close' })).toEqual({ ok: true });
  room.leave(back.id);
  at.bed.time += 10 * minute;
  await process.rooms.closeIdle();
  expect(process.rooms.size).toBe(0);
  expect((await process.room()).state.session.phase).toBe('live');
});

test('[ROOM18] whoever asks for a Room while it closes gets it anew, once its last rows are down', async () => {
  const process = at.bed.start();
  const room = await process.room();
  at.bed.time += 10 * minute;
  const release = process.journal.hold();
  const closing = process.rooms.closeIdle();
  const again = process.room();
  release();
  await closing;
  expect(await again).not.toBe(room);
  expect((await again).isOpen).toBe(true);
  expect((await again).epoch).toBe(room.epoch + 1);
  expect(at.bed.logged.filter(({ level }) => level >= 40)).toEqual([]);
});
