import { beforeEach, expect, test } from 'vitest';
import type { Command, SystemCommand } from '#shared/contract.ts';
import { FakeAliases } from '../../../../tests/law/FakeAliases.ts';
import { type Actor, systemActor } from '../../kernel/participant.ts';
import { openAnonymousItems } from '../../room/features.ts';
import { type Output, RoomCore } from '../../room/RoomCore.ts';

/** What leaves the Room, Event by Event, which a View doesn't show. */
const aliases = new FakeAliases();
let core: RoomCore;
const at = Date.UTC(2020, 2, 18, 2);
let ids = 0;
const newId = () => `id-of-thing-${++ids}`;

function happens(command: SystemCommand | Command): void {
  expect(core.apply(command, { actor: systemActor, at, newId })).not.toHaveProperty('refusal');
  aliases.follow(openAnonymousItems(core.state));
}
function votes(sender: string, option: number, as = sender): Output[] {
  const actor: Actor = { id: as, role: 'member', space: 'plenary', enterpriseId: null };
  const command = { feature: 'polls', type: 'vote', pollId: 'poll-weekly', option } as const;
  const applied = core.command(command, { actor, at, newId, sender });
  if ('refusal' in applied) throw new Error(applied.refusal);
  return applied.outputs;
}
const eventsTo = (outputs: readonly Output[], channel: string) =>
  outputs.flatMap((o) => (o.kind === 'events' && o.channels.includes(channel) ? o.events : []));
const text = { zh: '每周?', en: 'Weekly?' };
const member = (n: number) => `member-${n}`;

function opened(anonymous: boolean, members: number): void {
  core = new RoomCore(aliases.of);
  for (let n = 0; n < members; n++)
    happens({
      feature: 'people',
      type: 'seatOpened',
      seatId: `seat-${n}`,
      participantId: member(n),
      role: 'member',
      enterpriseId: 'elm',
    });
  const poll = {
    id: 'poll-weekly',
    question: text,
    options: [text, text],
    anonymous,
    resultsShown: true,
    quiz: null,
  };
  happens({ feature: 'polls', type: 'pollPlanned', poll });
  happens({ feature: 'polls', type: 'open', pollId: 'poll-weekly' });
  core.flush();
}

beforeEach(() => aliases.follow([]));

test('[POLL3] what is told of an anonymous vote names nobody, and only its voter hears which it was', () => {
  opened(true, 2);
  const outputs = [...votes(member(0), 1, aliases.of('poll-weekly', member(0)) ?? ''), ...core.flush()];
  expect(JSON.stringify(eventsTo(outputs, 'staff'))).not.toMatch(/member-|alias-/);
  expect(eventsTo(outputs, 'class')).toEqual([
    { feature: 'polls', type: 'tallied', pollId: 'poll-weekly', answered: 1, people: null, counts: [0, 1] },
  ]);
  expect(eventsTo(outputs, `only:${member(0)}`)).toEqual([
    { feature: 'polls', type: 'myVoteChanged', pollId: 'poll-weekly', option: 1 },
  ]);
  expect(() => votes(member(1), 0), 'without an alias, under the own name').toThrow('notNow');
});

test('[POLL12] votes are told with the next tally: one to the class, however many voted', () => {
  opened(false, 1000);
  const atOnce = Array.from({ length: 1000 }, (_, n) => votes(member(n), n % 2));
  expect(atOnce.flat()).toEqual([]);
  const outputs = core.flush();
  expect(eventsTo(outputs, 'class')).toEqual([
    {
      feature: 'polls',
      type: 'tallied',
      pollId: 'poll-weekly',
      answered: 1000,
      people: 1000,
      counts: [500, 500],
    },
  ]);
  expect(eventsTo(outputs, 'staff')).toHaveLength(1001);
  expect(eventsTo(outputs, `only:${member(7)}`)).toHaveLength(1);
});
