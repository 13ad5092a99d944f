import { expect, test } from 'vitest';
import { maxDocs, maxTemplates, type WorksheetTemplate } from '#shared/features/worksheets.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';
import { mayRead, mayWrite } from './rights.ts';

const both = (text: string) => ({ zh: `中${text}`, en: text });
const field = (id: string) => ({ id, label: both('Purpose'), kind: 'text' as const, hint: null });
const template = (id: string, more: Partial<WorksheetTemplate> = {}): WorksheetTemplate => ({
  id,
  title: both('Our next EIT meeting'),
  instruction: null,
  sections: [{ title: both('Why and when'), fields: [field('purpose')] }],
  ...more,
});
const meeting = template('meeting-plan');

/** Two factories, prepared to work in a group each. */
function aClass(): RoomStory {
  const room = RoomStory.live();
  room.joins('observer', 'observer');
  for (const id of ['anna-of-elm', 'bo-of-elm']) room.joins(id, 'member', 'elm');
  for (const id of ['dan-of-fir', 'eva-of-fir']) room.joins(id, 'member', 'fir');
  room.happens({ feature: 'worksheets', type: 'templateAdded', template: meeting });
  prepares(room);
  return room;
}
const prepares = (room: RoomStory, by: 'enterprise' | 'last' = 'enterprise') =>
  room.asks('trainer', { feature: 'breakouts', type: 'prepare', by });
const opens = (room: RoomStory, worksheetId = 'meeting-plan') =>
  room.asks('trainer', { feature: 'breakouts', type: 'open', minutes: null, worksheetId, brief: '' });
const closes = (room: RoomStory) => room.asks('trainer', { feature: 'breakouts', type: 'close' });
const moves = (room: RoomStory, participantId: string, to: string | null) =>
  room.asks('trainer', {
    feature: 'breakouts',
    type: 'move',
    participantId,
    groupId: room.view('trainer').breakouts.round?.groups?.find((g) => g.name === to)?.id ?? null,
  });
const sets = (room: RoomStory, type: 'lock' | 'unlock', docId: string, who = 'trainer') =>
  room.asks(who, { feature: 'worksheets', type, docId });
const shows = (room: RoomStory, docId: string | null, who = 'trainer') =>
  room.asks(who, { feature: 'worksheets', type: 'showOnStage', docId });

const mine = (room: RoomStory, who: string) => room.view(who).worksheets.mine;
const docs = (room: RoomStory) => room.view('trainer').worksheets.staff?.docs ?? [];
const docOf = (room: RoomStory, name: string) => docs(room).findLast((d) => d.groupName === name)?.id ?? '';
const right = (check: typeof mayRead) => (room: RoomStory, docId: string) => {
  const may = (id: string) => {
    const role = room.state.people.participants[id]?.role ?? 'member';
    return check(room.state.worksheets, { id, role }, docId);
  };
  return Object.keys(room.state.people.participants).filter(may);
};
const readers = right(mayRead);
const writers = right(mayWrite);

test('[WORK1] when groups open with a Worksheet, each has a document of its own', () => {
  const room = aClass();
  expect(opens(room, 'no-such-plan'), 'all or nothing').toBe('notFound');
  expect(room.view('trainer').breakouts.round?.open).toBe(false);
  expect(opens(room)).toBe('ok');
  expect(docs(room).map(({ groupName, templateId, locked }) => ({ groupName, templateId, locked }))).toEqual([
    { groupName: 'elm', templateId: 'meeting-plan', locked: false },
    { groupName: 'fir', templateId: 'meeting-plan', locked: false },
  ]);
  const { id: templateId, title } = meeting;
  const own = { id: docOf(room, 'elm'), templateId, title, groupName: 'elm', locked: false };
  expect(mine(room, 'anna-of-elm')).toEqual([own]);
  expect(room.view('anna-of-elm').breakouts.round?.worksheetId).toBe('meeting-plan');
  expect(writers(room, own.id)).toEqual(['trainer', 'anna-of-elm', 'bo-of-elm']);
  expect(readers(room, own.id)).toEqual(['trainer', 'anna-of-elm', 'bo-of-elm']);
  expect(readers(room, 'no-such-document')).toEqual([]);

  room.joins('first-of-oak', 'member', 'oak');
  expect(mine(room, 'first-of-oak'), 'who came late').toMatchObject([{ groupName: 'oak' }]);
});

test('[WORK2] the right to write goes with the group, not the Space: it outlasts the round and an outage', () => {
  const room = aClass();
  opens(room);
  const [elm, fir] = [docOf(room, 'elm'), docOf(room, 'fir')];
  expect(moves(room, 'anna-of-elm', 'fir')).toBe('ok');
  expect(writers(room, elm)).toEqual(['trainer', 'bo-of-elm']);
  expect(mine(room, 'anna-of-elm').map((doc) => doc.id)).toEqual([fir]);
  room.joins('late-of-elm', 'member', 'elm');
  expect(writers(room, elm)).toContain('late-of-elm');
  moves(room, 'eva-of-fir', null);
  expect(writers(room, fir), 'who is left out keeps what they had').toContain('eva-of-fir');
  moves(room, 'eva-of-fir', 'elm');
  expect(writers(room, fir)).not.toContain('eva-of-fir');

  room.leaves('anna-of-elm');
  closes(room);
  room.joins('anna-of-elm', 'member', 'elm');
  expect(room.view('anna-of-elm').people.me.space).toBe('plenary');
  expect(writers(room, fir)).toContain('anna-of-elm');
});

test('[WORK3] a locked document is read by its group and written by nobody, until it is unlocked', () => {
  const room = aClass();
  opens(room);
  const elm = docOf(room, 'elm');
  expect(sets(room, 'lock', elm, 'anna-of-elm')).toBe('notAllowed');
  expect(sets(room, 'lock', elm)).toBe('ok');
  expect(sets(room, 'lock', elm)).toBe('alreadyDone');
  expect(mine(room, 'anna-of-elm')).toMatchObject([{ locked: true }]);
  expect(writers(room, elm)).toEqual([]);
  expect(readers(room, elm)).toEqual(['trainer', 'anna-of-elm', 'bo-of-elm']);
  moves(room, 'dan-of-fir', 'elm');
  expect(readers(room, elm)).toContain('dan-of-fir');

  expect(sets(room, 'unlock', elm)).toBe('ok');
  expect(sets(room, 'unlock', elm)).toBe('alreadyDone');
  expect(writers(room, elm)).toContain('dan-of-fir');
  expect(sets(room, 'unlock', 'no-such-document')).toBe('notFound');
});

test('[WORK4] the class reads the document on the stage, and nobody but its group and staff write in it', () => {
  const room = aClass();
  opens(room);
  const fir = docOf(room, 'fir');
  expect(shows(room, fir, 'dan-of-fir')).toBe('notAllowed');
  expect(shows(room, fir)).toBe('ok');
  expect(shows(room, fir)).toBe('alreadyDone');
  expect(room.view('anna-of-elm').worksheets.stage).toEqual({
    docId: fir,
    groupName: 'fir',
  });
  expect(readers(room, fir)).toEqual(['trainer', 'anna-of-elm', 'bo-of-elm', 'dan-of-fir', 'eva-of-fir']);
  expect(writers(room, fir)).toEqual(['trainer', 'dan-of-fir', 'eva-of-fir']);
  expect(shows(room, 'no-such-document')).toBe('notFound');
  expect(shows(room, null)).toBe('ok');
  expect(room.view('anna-of-elm').worksheets.stage).toBeNull();
  expect(readers(room, fir)).not.toContain('anna-of-elm');
});

test('[WORK5] an Observer reads no document, on the stage or not', () => {
  const room = aClass();
  opens(room);
  shows(room, docOf(room, 'elm'));
  expect(room.view('observer').worksheets).toEqual({ mine: [], stage: null, staff: null });
  expect(readers(room, docOf(room, 'elm'))).not.toContain('observer');
});

test('[WORK6] in the next round a group goes on in its document, or begins anew where that is locked', () => {
  const room = aClass();
  opens(room);
  const [elm, fir] = [docOf(room, 'elm'), docOf(room, 'fir')];
  closes(room);
  sets(room, 'lock', fir);
  prepares(room);
  opens(room);
  expect(docOf(room, 'elm'), 'the same Enterprise').toBe(elm);
  expect(docOf(room, 'fir')).not.toBe(fir);
  expect(mine(room, 'dan-of-fir').map(({ id, locked }) => ({ id, locked }))).toEqual([
    { id: fir, locked: true },
    { id: docOf(room, 'fir'), locked: false },
  ]);
  closes(room);

  room.asks('trainer', { feature: 'breakouts', type: 'prepare', by: 'mixed', groupCount: 2 });
  opens(room);
  expect(docs(room), 'groups that never were before').toHaveLength(5);
  closes(room);
  prepares(room, 'last');
  opens(room);
  expect(docs(room)).toHaveLength(5);
});

test('[WORK7] who is removed can neither read nor write any more', () => {
  const room = aClass();
  opens(room);
  room.asks('trainer', { feature: 'people', type: 'remove', participantId: 'anna-of-elm' });
  const elm = docOf(room, 'elm');
  expect(readers(room, elm)).toEqual(['trainer', 'bo-of-elm']);
  expect(writers(room, elm)).toEqual(['trainer', 'bo-of-elm']);
});

test('[WORK8] a Worksheet has at most 60 fields with names of their own and 16 kB, and changes until it is used', () => {
  const room = aClass();
  const adds = (more: Partial<WorksheetTemplate>, id = 'odd-plan') =>
    room.tries({ feature: 'worksheets', type: 'templateAdded', template: template(id, more) });
  const fields = (count: number) => [
    { title: both('All'), fields: Array.from({ length: count }, (_, n) => field(`field${n}`)) },
  ];
  expect(adds({ sections: fields(61) })).toBe('badRequest');
  expect(adds({ sections: [...fields(31), ...fields(30)] }), 'two fields of one name').toBe('badRequest');
  expect(adds({ sections: [] })).toBe('badRequest');
  expect(adds({ sections: [{ title: both('Odd'), fields: [field('__proto__')] }] })).toBe('badRequest');
  const long = { zh: '长'.repeat(120), en: '' };
  const heavy = fields(60).map((s) => ({ ...s, fields: s.fields.map((f) => ({ ...f, label: long })) }));
  expect(adds({ sections: heavy }), 'over 16 kB').toBe('badRequest');
  expect(adds({ sections: fields(60) })).toBe('ok');

  expect(adds({ sections: fields(2) }, 'meeting-plan'), 'before it is used').toBe('ok');
  expect(opens(room)).toBe('ok');
  expect(adds({ sections: fields(3) }, 'meeting-plan')).toBe('notNow');
  for (let n = 2; n < maxTemplates; n++) expect(adds({}, `plan-number-${n}`)).toBe('ok');
  expect(adds({}, 'plan-too-many')).toBe('tooMany');
});

test('[WORK9] a Session has at most 300 documents', () => {
  const room = RoomStory.live();
  for (let n = 0; n < 20; n++) room.joins(`member-${n}`, 'member', 'elm');
  room.happens({ feature: 'worksheets', type: 'templateAdded', template: meeting });
  const works = () => {
    room.asks('trainer', { feature: 'breakouts', type: 'prepare', by: 'mixed', groupCount: 20 });
    return opens(room);
  };
  for (let n = 0; n < maxDocs / 20; n++) {
    expect(works()).toBe('ok');
    closes(room);
  }
  expect(works()).toBe('tooMany');
});

test('[WORK9] who comes late gets in though their group gets no document any more', () => {
  const room = RoomStory.live();
  for (let n = 0; n < 20; n++) room.joins(`member-${n}`, 'member', 'elm');
  room.happens({ feature: 'worksheets', type: 'templateAdded', template: meeting });
  for (let n = 0; n < maxDocs / 20; n++) {
    const groupCount = n === 0 ? 19 : 20;
    room.asks('trainer', { feature: 'breakouts', type: 'prepare', by: 'mixed', groupCount });
    expect(opens(room)).toBe('ok');
    closes(room);
  }
  room.asks('trainer', { feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  expect(opens(room)).toBe('ok');
  expect(room.state.worksheets.docs).toHaveLength(maxDocs);

  room.joins('late', 'member', 'oak');
  expect(room.state.people.participants.late?.space).toMatch(/^group:/);
  expect(room.state.worksheets.docs).toHaveLength(maxDocs);
});
