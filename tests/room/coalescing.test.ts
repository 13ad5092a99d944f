import { expect, test, vi } from 'vitest';
import type { RoomEvent } from '#shared/contract.ts';
import type { Left } from './RoomBed.ts';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();

const eventsIn = (l: Left): readonly RoomEvent[] => (l.what === 'events' ? l.batch.events : []);
/** How many messages hold an Event of this type. */
const messagesWith = (type: string): number =>
  at.bed.left.filter((l) => eventsIn(l).some((event) => event.type === type)).length;

test('[ROOM9] however many come at once, everyone’s count leaves at most five times a second', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const observer = process.enter(room, 'p-observer', 'observer');
  await room.settled();
  at.bed.left.length = 0;

  const start = performance.now();
  for (let wave = 0; wave < 6; wave++) {
    for (let n = 0; n < 20; n++) process.enter(room, `p-member-${wave}-${n}`, 'member', `e-${n % 4}`);
    await room.settled();
  }
  await vi.waitFor(() => expect(observer.view?.people.counts.members).toBe(120), 20_000);
  const seconds = (performance.now() - start) / 1000;
  // The first leaves at once. A timer is true to a millisecond or so.
  expect(messagesWith('counted')).toBeLessThanOrEqual(1 + Math.ceil(seconds * 5));
  expect(messagesWith('counted')).toBeGreaterThan(0);
});

test('[ROOM9] a count that is due leaves before an ordered Event of its feature to the same people', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  const members = Array.from({ length: 30 }, (_, n) =>
    process.enter(room, `p-member-${n}`, 'member', 'e-pine'),
  );
  await trainer.ask({ feature: 'session', type: 'start' });
  await trainer.ask({
    feature: 'polls',
    type: 'create',
    question: 'Does your EIT meet weekly?',
    options: ['Yes', 'No'],
    anonymous: false,
  });
  const [poll] = room.state.polls.planned;
  const pollId = poll?.id ?? '';
  await trainer.ask({ feature: 'polls', type: 'open', pollId });
  await trainer.ask({ feature: 'polls', type: 'setResults', pollId, shown: true });

  for (let round = 0; round < 5; round++) {
    at.bed.left.length = 0;
    const option = round % 2;
    const start = performance.now();
    await Promise.all([
      ...members.map((member) => member.ask({ feature: 'polls', type: 'vote', pollId, option })),
      trainer.ask({ feature: 'polls', type: 'setResults', pollId, shown: round % 2 === 1 }),
    ]);
    const types = at.bed.left.flatMap((l) => eventsIn(l).map(({ type }) => type));
    const [tally, hidden] = [types.lastIndexOf('tallied'), types.indexOf('resultsSet')];
    expect(tally).toBeGreaterThanOrEqual(0);
    expect(tally).toBeLessThan(hidden);
    // More only where a write took so long that others were due meanwhile.
    const seconds = (performance.now() - start) / 1000;
    expect(messagesWith('tallied')).toBeLessThanOrEqual(2 + Math.floor(seconds * 5));
  }
  expect(members[0]?.view?.polls.opened[0]).toMatchObject({ answered: 30, counts: null });
});
