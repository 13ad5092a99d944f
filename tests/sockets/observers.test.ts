import { afterAll, beforeAll, expect, test } from 'vitest';
import { SocketPerson } from '../helpers/SocketPerson.ts';
import { School } from './School.ts';
import { Story } from './Story.ts';

let school: School;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());

test('[SOCK5] an Observer is told no names, no texts of members and no ids but of those on the stage', async () => {
  const schoolClass = await school.newClass();
  const observer = new SocketPerson(school.url, await schoolClass.seat('observer', 'Name-of-observer'));
  const everything: unknown[] = [];
  observer.socket.onAny((...heard) => everything.push(heard));
  await observer.until(() => observer.view !== null, 'a snapshot');

  const story = await Story.begin(schoolClass, 'moderator');
  const { trainer, actor: moderator } = story;
  const room = await schoolClass.room();
  room.rename(trainer.id, 'Name-of-trainer');
  const ann = await schoolClass.enter('member', 'Name-of-Ann');
  const bob = await schoolClass.enter('member', 'Name-of-Bob', 'enterprise-oak');
  await trainer.must({ feature: 'session', type: 'openLobby' });
  await ann.must({ feature: 'chat', type: 'send', text: 'Text-of-Ann' });
  await ann.must({ feature: 'help', type: 'call', kind: 'sound', note: 'Note-of-Ann' });
  await trainer.must({ feature: 'help', type: 'answer', participantId: ann.id });
  await ann.must({ feature: 'sharedRoom', type: 'sit', sounding: true });
  await story.goLive();
  await trainer.must({ feature: 'session', type: 'present', participantId: moderator.id });
  for (const member of [ann, bob]) await member.must({ feature: 'hands', type: 'raise' });
  await moderator.must({ feature: 'hands', type: 'call', participantId: bob.id });
  const pollId = room.state.polls.planned[0]?.id ?? '';
  await trainer.must({ feature: 'polls', type: 'open', pollId });
  for (const member of [ann, bob]) await member.must({ feature: 'polls', type: 'vote', pollId, option: 1 });
  await trainer.must({ feature: 'polls', type: 'close', pollId });
  await trainer.must({ feature: 'polls', type: 'setResults', pollId, shown: false });
  await trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  const worksheetId = room.state.worksheets.templates[0]?.id ?? '';
  await trainer.must({
    feature: 'breakouts',
    type: 'open',
    minutes: 5,
    worksheetId,
    brief: 'Brief-of-trainer',
  });
  await trainer.must({ feature: 'breakouts', type: 'message', text: 'Message-of-trainer' });
  await ann.must({ feature: 'breakouts', type: 'callHelp' });
  await trainer.must({
    feature: 'worksheets',
    type: 'showOnStage',
    docId: room.state.worksheets.docs[0]?.id ?? '',
  });
  await moderator.must({ feature: 'people', type: 'remove', participantId: ann.id });
  room.rename(bob.id, 'Name-of-Robert');
  await trainer.must({ feature: 'session', type: 'close' });
  for (const person of [observer, bob])
    await person.until(() => person.view?.session.phase === 'closed', 'the end of the class');

  const heard = JSON.stringify(everything);
  for (const secret of ['Name-of', 'Text-of', 'Note-of', 'Brief-of', 'Message-of', ann.id])
    expect(heard).not.toContain(secret);
  // Bob was called up, and so everyone saw him; the counts are the Observer's too.
  expect(heard).toContain(bob.id);
  expect(observer.view).toMatchObject({
    chat: null,
    polls: { opened: [{ answered: 2 }] },
    hands: { queue: null },
  });
  expect(bob.heard).toContain('Name-of-Robert');
  observer.close();
  schoolClass.close();
});
