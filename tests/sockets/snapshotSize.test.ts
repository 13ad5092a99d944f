import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { largestSnapshot, peopleListed, performersListed } from '#shared/snapshotBytes.ts';
import type { Names, Snapshot } from '#shared/socket.ts';
import { demoMaterial } from '../../server/src/demo/demoMaterial.ts';
import { demoProgramme } from '../../server/src/demo/programme.ts';
import type { Room } from '../../server/src/room/Room.ts';
import { SocketPerson } from '../helpers/SocketPerson.ts';
import { alphabets, ClassAtItsLimits } from './classAtItsLimits.ts';
import { Extra, newId } from './Extra.ts';
import { enterprises, School } from './School.ts';

let school: School;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());

/** Words of the demo's case in an order of their own, so that they pack no better than what people write. */
const words = demoProgramme.caseStudy.sections
  .flatMap(({ text }) => [...text.zh.split(/(?<=[,。;、])/), ...text.en.split(/(?<= )/)])
  .filter((word) => word.length > 1);
function text(length: number): string {
  let made = '';
  while (made.length < length) made += words[randomBytes(2).readUInt16BE() % words.length];
  return made.slice(0, length).trim();
}

/** A class in which a lot has happened, in groups by now. */
async function fullClass(room: Room, members: number): Promise<void> {
  const trainer = new Extra(room, 'trainer', null, `${text(3)} ${newId().slice(0, 6)}`);
  const crowd = Array.from(
    { length: members },
    (_, n) =>
      new Extra(
        room,
        'member',
        n % 10 === 0 ? enterprises[0] : `enterprise-${n % 10}`,
        `${text(3)} ${newId().slice(0, 6)}`,
      ),
  );
  for (const command of demoMaterial()) room.system(command);
  const pages = Array.from({ length: 60 }, () => ({ width: 1600, height: 900 }));
  room.system({
    feature: 'slides',
    type: 'deckReady',
    deck: { id: 'deck-of-sixty', title: text(40), pages },
  });
  await trainer.do({ feature: 'session', type: 'start' });
  await trainer.do({ feature: 'session', type: 'present', participantId: trainer.id });
  await trainer.do({ feature: 'slides', type: 'showPage', deckId: 'deck-of-sixty', page: 30 });
  for (let n = 0; n < 10; n++) {
    const options = [1, 2, 3, 4].map(() => text(20));
    const made = { feature: 'polls', type: 'create', question: text(60), options, anonymous: false } as const;
    await trainer.do(made);
    const pollId = room.state.polls.planned.at(-1)?.id ?? '';
    await trainer.do({ feature: 'polls', type: 'open', pollId });
    await trainer.do({ feature: 'polls', type: 'setResults', pollId, shown: true });
    await Promise.all(
      crowd.map((one, m) => one.do({ feature: 'polls', type: 'vote', pollId, option: m % 4 })),
    );
  }
  for (const up of crowd.slice(0, 12)) {
    await up.do({ feature: 'hands', type: 'raise' });
    await trainer.do({ feature: 'hands', type: 'call', participantId: up.id });
    await up.do({ feature: 'stage', type: 'setMicrophone', on: true });
  }
  await Promise.all(crowd.slice(12, 112).map((one) => one.do({ feature: 'hands', type: 'raise' })));
  const caseId = room.state.cases.cases[0]?.id ?? '';
  await trainer.do({ feature: 'cases', type: 'show', caseId, section: 0, to: 'class' });
  await trainer.do({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  const worksheetId = room.state.worksheets.templates[0]?.id ?? '';
  await trainer.do({ feature: 'breakouts', type: 'open', minutes: 20, worksheetId, brief: text(200) });
  await trainer.do({ feature: 'breakouts', type: 'message', text: text(100) });
  const group = crowd.filter((_, n) => n % 10 === 0);
  for (let n = 0; n < 60; n++)
    await group[n % group.length]?.do({ feature: 'chat', type: 'send', text: text(30) });
}

/** The first snapshot of this connection, and the names that came right after it. */
async function firstOf(person: SocketPerson): Promise<{ snapshot: Snapshot; moreNames: Names }> {
  const moreNames: Names = {};
  person.socket.on('events', ({ names }) => Object.assign(moreNames, names));
  const snapshot = await new Promise<Snapshot>((resolve) => person.socket.once('snapshot', resolve));
  // What leaves before the answer to the next question has come by then.
  await person.socket.emitWithAck('clock');
  return { snapshot, moreNames };
}
const packed = (snapshot: Snapshot): number => deflateRawSync(JSON.stringify(snapshot)).length;

test.each([120, 1_000])(
  '[SOCK6] among %i people a member’s snapshot is at most 32 kB compressed',
  async (members) => {
    const schoolClass = await school.newClass();
    const room = await schoolClass.room();
    await fullClass(room, members);
    const seat = await schoolClass.seat('member', 'Late');
    const person = new SocketPerson(school.url, seat);
    const { snapshot, moreNames } = await firstOf(person);
    expect(snapshot.view.people.counts.members).toBe(members + 1);
    expect(snapshot.view.people.me.space).toMatch(/^group:/);
    expect(snapshot.view.chat?.messages).toHaveLength(50);
    expect(snapshot.view.polls.opened).toHaveLength(10);
    expect(snapshot.view.cases.shown).not.toBeNull();
    expect(snapshot.view.worksheets.mine).toHaveLength(1);
    expect(Object.keys({ ...snapshot.names, ...moreNames }).length).toBeGreaterThan(100);
    expect(packed(snapshot)).toBeLessThanOrEqual(largestSnapshot / 2);
    person.close();
    schoolClass.close();
  },
);

test.each(Object.keys(alphabets))(
  '[SOCK6] it is so where everything is filled to its limit with random text: %s',
  async (alphabet) => {
    const text = alphabets[alphabet];
    if (!text) throw new Error(`There is no alphabet ${alphabet}.`);
    const schoolClass = await school.newClass();
    const room = await schoolClass.room();
    const seat = await schoolClass.seat('member', text(60));
    const person = await schoolClass.come(seat);
    await person.must({ feature: 'help', type: 'call', kind: 'other', note: text(200) });
    await new ClassAtItsLimits(room, text).fill();
    person.close();

    const back = new SocketPerson(school.url, seat);
    const { snapshot, moreNames } = await firstOf(back);
    const { view, names } = snapshot;
    expect(view.people.me.space).toMatch(/^group:/);
    expect(view.worksheets.mine).toHaveLength(20);
    expect(view.hands.queue).toHaveLength(200);
    expect(view.people.here).toHaveLength(peopleListed);
    expect(view.stage.stage).toHaveLength(performersListed);
    expect(view.stage.here).toHaveLength(performersListed);
    const everyone = new Set([...(view.hands.queue ?? []), ...(view.people.here ?? [])]);
    for (const id of everyone) expect(names[id] ?? moreNames[id], 'each has a name').toBeTypeOf('string');
    expect(packed(snapshot)).toBeLessThanOrEqual(largestSnapshot);
    back.close();
    schoolClass.close();
  },
  120_000,
);
