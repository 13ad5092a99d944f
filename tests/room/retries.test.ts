import { expect, test } from 'vitest';
import type { FakeSeat } from './RoomBed.ts';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();
const hello = { feature: 'chat', type: 'send', text: 'hello' } as const;
const said = (seat: FakeSeat): number => seat.view?.chat?.messages.length ?? -1;

test('[ROOM3] a Command sent again gets its first reply and is done once, while the first is under way too', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();

  const release = process.journal.hold();
  const both = [trainer.ask(hello, 'same-command-id'), trainer.ask(hello, 'same-command-id')];
  const refused = trainer.ask({ feature: 'session', type: 'close' }, 'refused-command');
  release();
  expect(await Promise.all(both)).toEqual([{ ok: true }, { ok: true }]);
  expect(await refused).toEqual({ ok: false, refusal: 'notNow' });
  expect(await trainer.ask(hello, 'same-command-id')).toEqual({ ok: true });
  expect(said(trainer)).toBe(1);

  // What would be accepted by now keeps the answer that it was given.
  await trainer.ask({ feature: 'session', type: 'start' });
  expect(await trainer.ask({ feature: 'session', type: 'close' }, 'refused-command')).toEqual({
    ok: false,
    refusal: 'notNow',
  });
});

test.each(['kill', 'stop'] as const)(
  '[ROOM3] a Command sent again after a recovery (%s) is done once',
  async (end) => {
    const first = at.bed.start();
    const before = await first.room();
    const trainer = first.enter(before, 'p-trainer', 'trainer');
    expect(await trainer.ask(hello, 'same-command-id')).toEqual({ ok: true });
    await first[end]();

    const second = at.bed.start();
    const after = await second.room();
    const again = second.enter(after, 'p-trainer', 'trainer');
    expect(await again.ask(hello, 'same-command-id')).toEqual({ ok: true });
    expect(said(again)).toBe(1);
  },
);

test('[ROOM3] an id that a row of the system could have is free for a client', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();
  for (let seq = 1; seq < 9; seq++) await trainer.ask(hello, `system-${seq}`);
  expect(said(trainer)).toBe(8);
});

test('[ROOM3] a Room that has ended gives no reply that could turn out wrong', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();
  await room.close();
  void trainer.ask(hello, 'after-the-end');
  await room.settled();
  expect(at.bed.left.filter((l) => l.what === 'reply')).toEqual([]);
});
