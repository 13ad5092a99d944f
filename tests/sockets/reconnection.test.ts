import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { School } from './School.ts';
import { Story } from './Story.ts';

let school: School;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());

test('[SOCK7] after a restart of the server everyone is back in the same place with the same View', async () => {
  const schoolClass = await school.newClass();
  const story = await Story.begin(schoolClass, 'member');
  const { actor: member, trainer } = story;
  const observer = await schoolClass.enter('observer');
  await story.openGroups();
  await trainer.must({ feature: 'slides', type: 'showPage', deckId: 'deck-of-three', page: 2 });
  const pollId = (await story.state()).polls.planned[0]?.id ?? '';
  await trainer.must({ feature: 'polls', type: 'open', pollId });
  await member.must({ feature: 'polls', type: 'vote', pollId, option: 1 });
  await member.must({ feature: 'chat', type: 'send', text: 'Where were we?' });
  await member.must({ feature: 'hands', type: 'raise' });
  const people = [member, trainer, observer];
  for (const person of people)
    await person.until(() => person.view?.polls.opened[0]?.answered === 1, 'the tally');
  await observer.until(() => observer.view?.hands.count === 1, 'the count of hands');
  const { space } = member.view?.people.me ?? {};
  const before = people.map(({ view }) => view);

  const back = people.map(({ socket }) => new Promise((resolve) => socket.once('snapshot', resolve)));
  await school.restart();
  await Promise.all(back);
  await vi.waitFor(() => expect(people.map(({ view }) => view)).toEqual(before), 20_000);
  expect(space).toMatch(/^group:/);
  expect(member.view?.people.me.space).toBe(space);
  expect(people.map(({ ended }) => ended)).toEqual([null, null, null]);
  schoolClass.close();
});

test('[SOCK7] a Command whose connection broke is sent again and done once', async () => {
  const schoolClass = await school.newClass();
  const member = await schoolClass.enter('member');
  for (let n = 0; n < 5; n++) {
    const envelope = {
      id: `command-of-try-${n}`,
      command: { feature: 'chat', type: 'send', text: `try ${n}` },
    } as const;
    member.socket.emit('command', envelope, () => {});
    const back = new Promise((resolve) => member.socket.once('snapshot', resolve));
    // Whether the Command had reached the server before, nobody here knows.
    member.socket.io.engine.close();
    await back;
    expect(await member.do(envelope.command, envelope.id)).toEqual({ ok: true });
  }
  expect(member.view?.chat?.messages.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4].map((n) => `try ${n}`));
  schoolClass.close();
});

test('[SOCK9] two tabs of one person count once, and closing one leaves the other', async () => {
  const schoolClass = await school.newClass();
  const trainer = await schoolClass.enter('trainer');
  const seat = await schoolClass.seat('member');
  const [first, second] = [await schoolClass.come(seat), await schoolClass.come(seat)];
  await trainer.until(() => trainer.view?.people.everyone?.[seat.participantId]?.seats === 2, 'two Seats');
  await trainer.until(() => trainer.view?.people.counts.members === 1, 'one member');
  first.close();
  await trainer.until(() => trainer.view?.people.everyone?.[seat.participantId]?.seats === 1, 'one Seat');
  expect(await second.do({ feature: 'hands', type: 'raise' })).toEqual({ ok: true });
  expect(trainer.view?.people.counts.members).toBe(1);
  schoolClass.close();
});
