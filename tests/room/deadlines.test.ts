import { afterEach, expect, test, vi } from 'vitest';
import type { Process } from './RoomBed.ts';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();
afterEach(() => {
  vi.useRealTimers();
});

const minute = 60_000;

/** A class whose groups work for ten minutes. */
async function groupsAtWork(process: Process) {
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  const member = process.enter(room, 'p-member', 'member', 'e-pine');
  for (const command of [
    { feature: 'session', type: 'start' },
    { feature: 'breakouts', type: 'prepare', by: 'enterprise' },
    { feature: 'breakouts', type: 'open', minutes: 10, worksheetId: null, brief: '' },
  ] as const)
    expect(await trainer.ask(command)).toEqual({ ok: true });
  return { room, member };
}

test('[ROOM10] a deadline is kept to the moment, and everyone learns of it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { room, member } = await groupsAtWork(at.bed.start());
  const pass = async (time: number) => {
    at.bed.time += time;
    vi.advanceTimersByTime(time);
    await room.settled();
  };
  expect(member.view?.breakouts.round).toMatchObject({ open: true, endsAt: at.bed.time + 10 * minute });

  await pass(8 * minute - 1);
  expect(member.view?.breakouts.round?.warned).toBe(false);
  await pass(1);
  expect(member.view?.breakouts.round?.warned).toBe(true);
  await pass(2 * minute - 1);
  expect(member.view?.people.me.space).toMatch(/^group:/);
  await pass(1);
  expect(member.view?.breakouts.round).toBeNull();
  expect(member.view?.people.me.space).toBe('plenary');
});

test('[ROOM10] a deadline that passed while nothing ran is kept by the next start', async () => {
  const first = at.bed.start();
  await groupsAtWork(first);
  await first.kill();

  at.bed.time += 12 * minute;
  const second = at.bed.start();
  const room = await second.room();
  await vi.waitFor(() => expect(room.state.breakouts.round).toBeNull(), 20_000);
  const member = second.enter(room, 'p-member', 'member', 'e-pine');
  await room.settled();
  expect(member.view?.people.me.space).toBe('plenary');
});

test('[ROOM10] a deadline that is still to come after a start is kept by it', async () => {
  const first = at.bed.start();
  const { room: before } = await groupsAtWork(first);
  const { endsAt } = before.state.breakouts.round ?? {};
  await first.kill();

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  at.bed.time += 9 * minute;
  const room = await at.bed.start().room();
  vi.advanceTimersByTime(0);
  await room.settled();
  expect(room.state.breakouts.round).toMatchObject({ endsAt, warned: true });
  at.bed.time += minute;
  vi.advanceTimersByTime(minute);
  await room.settled();
  expect(room.state.breakouts.round).toBeNull();
});
