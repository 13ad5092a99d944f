import { expect, test, vi } from 'vitest';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();

test('[ROOM13] who is removed is told so on every Seat, asks nothing any more, and can’t come back', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  const tabs = [1, 2].map(() => process.enter(room, 'p-member', 'member', 'e-pine'));
  const other = process.enter(room, 'p-other', 'member', 'e-pine');
  await room.settled();

  const release = process.journal.hold();
  const removed = trainer.ask({ feature: 'people', type: 'remove', participantId: 'p-member' });
  // Sent while the removal is on its way to the disk.
  const last = tabs[0]?.ask({ feature: 'chat', type: 'send', text: 'one last thing' });
  room.signal(tabs[0]?.id ?? '', { type: 'pointer', deckId: 'deck-1', page: 0, at: null });
  release();
  expect(await removed).toEqual({ ok: true });
  expect(await last).toEqual({ ok: false, refusal: 'notAllowed' });
  await room.settled();
  expect(tabs.map(({ ending }) => ending)).toEqual(['removed', 'removed']);
  expect([other.ending, trainer.ending]).toEqual([null, null]);
  await vi.waitFor(() => expect(other.view?.people.counts.members).toBe(1), 20_000);
  expect(() => process.enter(room, 'p-member', 'member', 'e-pine')).toThrow('notAllowed');

  await process.kill();
  const next = at.bed.start();
  const recovered = await next.room();
  expect(() => next.enter(recovered, 'p-member', 'member', 'e-pine')).toThrow('notAllowed');
});

test('[ROOM14] two Seats of one Participant count once, hear the same, and end one by one', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  const [laptop, phone] = [1, 2].map(() => process.enter(room, 'p-member', 'member', 'e-pine'));
  if (!laptop || !phone) throw new Error('There are two.');
  await room.settled();
  const members = () => room.state.people.participants;
  expect(trainer.view?.people.everyone?.['p-member']).toMatchObject({ seats: 2 });

  await trainer.ask({ feature: 'session', type: 'start' });
  expect(phone.view).toEqual(laptop.view);
  expect(phone.view?.people.me.space).toBe('plenary');

  room.leave(laptop.id);
  await room.settled();
  expect(phone.ending).toBeNull();
  expect(members()['p-member']).toMatchObject({ seats: [phone.id], presentSince: expect.any(Number) });
  expect(await phone.ask({ feature: 'hands', type: 'raise' })).toEqual({ ok: true });
  room.leave(phone.id);
  await room.settled();
  expect(members()['p-member']).toMatchObject({ seats: [], presentSince: null });
});

test('[ROOM16] one Participant has at most 20 Seats: the oldest gives way, and is told so', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const tabs = Array.from({ length: 22 }, () => process.enter(room, 'p-member', 'member', 'e-pine'));
  await room.settled();
  expect(tabs.map(({ ending }) => ending)).toEqual(['gaveWay', 'gaveWay', ...Array(20).fill(null)]);
  expect(room.state.people.participants['p-member']?.seats).toEqual(tabs.slice(2).map(({ id }) => id));
});
