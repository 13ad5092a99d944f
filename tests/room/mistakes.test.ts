import { expect, test, vi } from 'vitest';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();

/** Features with two mistakes: a text that makes `handle` throw, and a person of whom no View can be made. */
vi.mock('../../server/src/room/features.ts', async (original) => {
  const real = await original<typeof import('../../server/src/room/features.ts')>();
  return {
    ...real,
    handle: (...[state, command, ctx]: Parameters<typeof real.handle>) => {
      if (command.type === 'send' && command.text === 'poison') throw new Error('a mistake in a feature');
      return real.handle(state, command, ctx);
    },
    viewFor: (...[state, viewer]: Parameters<typeof real.viewFor>) => {
      if (viewer.id === 'p-unseen') throw new Error('a mistake in a View');
      return real.viewFor(state, viewer);
    },
  } satisfies typeof real;
});

test('[ROOM15] a feature that throws costs one Command its place, and nobody else anything', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();
  const before = room.state;
  expect(await trainer.ask({ feature: 'chat', type: 'send', text: 'poison' })).toEqual({
    ok: false,
    refusal: 'notNow',
  });
  expect(room.state).toBe(before);
  expect(at.bed.logged.at(-1)).toMatchObject({
    level: 50,
    msg: 'chat.send threw',
    err: { message: 'a mistake in a feature' },
  });
  expect(await trainer.ask({ feature: 'chat', type: 'send', text: 'bread' })).toEqual({ ok: true });
});

test('[ROOM15] a View that can’t be made ends one connection, and nobody else’s', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  const unseen = process.enter(room, 'p-unseen', 'member', 'e-pine');
  await room.settled();
  expect(unseen.ending).toBe('dropped');
  expect(await trainer.ask({ feature: 'session', type: 'start' })).toEqual({ ok: true });
  expect(trainer.ending).toBeNull();
});

test('[ROOM15] a watcher that throws is heard of in the log only', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();
  const seen: string[] = [];
  room.watch(({ session }) => {
    if (session.phase === 'lobby') throw new Error('a mistake in a watcher');
  });
  room.watch(({ session }) => seen.push(session.phase));
  expect(await trainer.ask({ feature: 'session', type: 'openLobby' })).toEqual({ ok: true });
  expect(seen).toEqual(['scheduled', 'lobby']);
  expect(at.bed.logged.at(-1)).toMatchObject({ level: 50, msg: 'a watcher threw' });
});
