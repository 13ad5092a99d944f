import { expect, test, vi } from 'vitest';
import type { FakeSeat, Process } from './RoomBed.ts';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();

const voters = Array.from({ length: 12 }, (_, n) => `p-member-${n}`);

/** A class with an anonymous poll that is open. */
async function anonymousPoll(process: Process) {
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  const members = voters.map((id) => process.enter(room, id, 'member', 'e-pine'));
  await trainer.ask({ feature: 'session', type: 'start' });
  await trainer.ask({
    feature: 'polls',
    type: 'create',
    question: 'Do you feel heard?',
    options: ['Yes', 'No'],
    anonymous: true,
  });
  const pollId = room.state.polls.planned[0]?.id ?? '';
  await trainer.ask({ feature: 'polls', type: 'open', pollId });
  return { room, trainer, members, pollId };
}

const vote = (seat: FakeSeat | undefined, pollId: string, option: number) =>
  seat?.ask({ feature: 'polls', type: 'vote', pollId, option });

/** All that the database holds, as text. */
async function everythingStored(): Promise<string> {
  const { database } = at.bed;
  const rows = await database
    .selectFrom('journal')
    .selectAll()
    .where('command_id', 'not like', 'system:%')
    .execute();
  const states = await database
    .selectFrom('room_snapshots')
    .selectAll()
    .where('feature', '=', 'polls')
    .execute();
  return JSON.stringify([rows, states]);
}

test('[ROOM11] an anonymous answer is journaled under an alias, whose key goes when the item closes', async () => {
  const process = at.bed.start();
  const { room, trainer, members, pollId } = await anonymousPoll(process);
  expect(await at.bed.aliasKeys.load('room-1')).toHaveLength(1);
  for (const [n, member] of members.entries())
    expect(await vote(member, pollId, n % 2)).toEqual({ ok: true });
  await room.settled();

  const stored = await everythingStored();
  for (const id of voters) expect(stored).not.toContain(`"${id}"`);
  const aliases = new Set<string>();
  for await (const { command, actor } of at.bed.postgres.read('room-1', 0))
    if ((command as { type: string }).type === 'vote') aliases.add((actor as { id: string }).id);
  expect(aliases.size).toBe(voters.length);

  // While it is open, a second vote takes the place of the first, though nobody's name is on it.
  expect(await vote(members[0], pollId, 1)).toEqual({ ok: true });
  expect(await vote(members[0], pollId, 1)).toEqual({ ok: false, refusal: 'alreadyDone' });
  await trainer.ask({ feature: 'polls', type: 'close', pollId });
  await vi.waitFor(async () => expect(await at.bed.aliasKeys.load('room-1')).toEqual([]), 20_000);
  expect(room.state.polls.opened[0]).toMatchObject({ answered: 12, counts: [5, 7] });
  expect(await vote(members[0], pollId, 0)).toEqual({ ok: false, refusal: 'alreadyClosed' });
});

test.each(['kill', 'stop'] as const)(
  '[ROOM11] an open anonymous item keeps its key over a recovery (%s): nobody votes twice',
  async (end) => {
    const first = at.bed.start();
    const { members, pollId } = await anonymousPoll(first);
    for (const member of members) await vote(member, pollId, 0);
    await first[end]();

    const second = at.bed.start();
    const room = await second.room();
    const back = second.enter(room, 'p-member-0', 'member', 'e-pine');
    await room.settled();
    expect(back.view?.polls.opened[0]).toMatchObject({ myVote: 0, answered: 12 });
    expect(await vote(back, pollId, 1)).toEqual({ ok: true });
    expect(room.state.polls.opened[0]).toMatchObject({ answered: 12, counts: [11, 1] });
    const stored = await everythingStored();
    for (const id of voters) expect(stored).not.toContain(`"${id}"`);
  },
);

test('[ROOM11] a key that outlived its item goes at the next start', async () => {
  const first = at.bed.start();
  const { trainer, pollId } = await anonymousPoll(first);
  vi.spyOn(at.bed.aliasKeys, 'destroy').mockRejectedValueOnce(new Error('no connection'));
  await trainer.ask({ feature: 'polls', type: 'close', pollId });
  await first.kill();
  expect(await at.bed.aliasKeys.load('room-1')).toHaveLength(1);

  await at.bed.start().room();
  expect(await at.bed.aliasKeys.load('room-1')).toEqual([]);
});
