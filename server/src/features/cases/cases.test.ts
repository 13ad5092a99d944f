import { expect, test } from 'vitest';
import { type CaseStudy, maxCaseBytes, maxCases } from '#shared/features/cases.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';
import { readableCase } from './cases.ts';

const both = (text: string) => ({ zh: `中${text}`, en: text });
const study = (id: string, more: Partial<CaseStudy> = {}): CaseStudy => ({
  id,
  title: both('One tool wall'),
  enterprise: both('A made-up factory'),
  sections: ['Before', 'Meetings', 'After'].map((heading) => ({
    heading: both(heading),
    text: both('Text'),
  })),
  figures: [{ label: both('Search'), before: 86, after: 24, unit: both('min'), good: 'down' }],
  photoPairs: [
    {
      before: '/api/blobs/wall-before.webp',
      after: '/api/blobs/wall-after.webp',
      captionBefore: both('Before'),
      captionAfter: both('After'),
    },
  ],
  questions: [both('And you?')],
  source: both('Made up'),
  consent: both('None needed'),
  ...more,
});
const wall = study('case-wall');

function aClass(): RoomStory {
  const room = RoomStory.live();
  room.joins('anna-of-elm', 'member', 'elm');
  room.joins('bo-of-fir', 'member', 'fir');
  room.joins('observer', 'observer');
  room.happens({ feature: 'cases', type: 'caseAdded', case: wall });
  return room;
}
const shows = (room: RoomStory, to: 'class' | 'groups', section = 0, caseId = 'case-wall') =>
  room.asks('trainer', { feature: 'cases', type: 'show', caseId, section, to });
const shown = (room: RoomStory, who: string) => room.view(who).cases.shown;
const reads = (room: RoomStory, who: string, caseId = 'case-wall') => {
  const { role, space } = room.view(who).people.me;
  return readableCase(room.state.cases, { role, space }, caseId);
};

test('[CASE1] a case shown to the class is seen by everyone, Observers too, at the same section', () => {
  const room = aClass();
  expect(shows(room, 'class')).toBe('ok');
  for (const id of ['anna-of-elm', 'bo-of-fir', 'observer', 'trainer']) {
    expect(shown(room, id)).toMatchObject({ caseId: 'case-wall', section: 0, to: 'class' });
    expect(reads(room, id)).toEqual(wall);
  }

  expect(shows(room, 'class', 2)).toBe('ok');
  expect(shown(room, 'observer')?.section).toBe(2);
  expect(shows(room, 'class', 2)).toBe('alreadyDone');
  expect(shows(room, 'class', 3), 'a section that it does not have').toBe('notFound');

  room.joins('late-of-elm', 'member', 'elm');
  expect(shown(room, 'late-of-elm')?.section).toBe(2);
  expect(room.asks('trainer', { feature: 'cases', type: 'hide' })).toBe('ok');
  expect(shown(room, 'anna-of-elm')).toBeNull();
  expect(room.asks('trainer', { feature: 'cases', type: 'hide' })).toBe('alreadyDone');
});

test('[CASE2] a case shown to groups is seen in Breakouts and by staff only', () => {
  const room = aClass();
  shows(room, 'class');
  room.moves({ 'anna-of-elm': 'group:elm-round-1' });
  shows(room, 'groups', 1);
  expect(shown(room, 'anna-of-elm')).toMatchObject({ section: 1, to: 'groups' });
  expect(shown(room, 'trainer')).toMatchObject({ section: 1 });
  expect(shown(room, 'bo-of-fir'), 'who is in the plenary').toBeNull();
  expect(shown(room, 'observer')).toBeNull();
  for (const id of ['anna-of-elm', 'trainer']) expect(reads(room, id)).toEqual(wall);
  for (const id of ['bo-of-fir', 'observer']) expect(reads(room, id)).toBeUndefined();

  shows(room, 'groups', 2);
  expect(shown(room, 'anna-of-elm')?.section).toBe(2);
  room.moves({ 'anna-of-elm': 'plenary', 'bo-of-fir': 'group:fir-round-1' });
  expect(shown(room, 'anna-of-elm')).toBeNull();
  expect(shown(room, 'bo-of-fir')?.section).toBe(2);

  room.asks('trainer', { feature: 'cases', type: 'hide' });
  expect(shown(room, 'bo-of-fir')).toBeNull();
});

test('[CASE3] only staff know of the cases that are not shown, and only the presenter shows them', () => {
  const room = aClass();
  room.joins('moderator', 'moderator');
  expect(room.view('moderator').cases.all).toEqual([{ id: 'case-wall', title: wall.title }]);
  for (const id of ['anna-of-elm', 'observer'])
    expect(room.view(id).cases).toEqual({ shown: null, all: null });
  expect(reads(room, 'moderator')).toEqual(wall);
  for (const id of ['anna-of-elm', 'observer']) expect(reads(room, id)).toBeUndefined();

  room.asks('trainer', { feature: 'session', type: 'present', participantId: 'trainer' });
  const show = { feature: 'cases', type: 'show', caseId: 'case-wall', section: 0, to: 'class' } as const;
  expect(room.asks('anna-of-elm', show)).toBe('notAllowed');
  expect(room.asks('moderator', show)).toBe('notAllowed');
  expect(room.asks('trainer', show)).toBe('ok');
});

test('[CASE4] a new edition of a case takes the place of the old one, also where it is shown', () => {
  const room = aClass();
  shows(room, 'class', 2);
  const before = shown(room, 'anna-of-elm')?.edition;
  const shorter = study('case-wall', { sections: wall.sections.slice(0, 1) });
  room.happens({ feature: 'cases', type: 'caseAdded', case: shorter });
  expect(shown(room, 'anna-of-elm')).toMatchObject({ caseId: 'case-wall', section: 0, to: 'class' });
  expect(shown(room, 'anna-of-elm')?.edition, 'so that it is had anew').not.toBe(before);
  expect(reads(room, 'anna-of-elm')).toEqual(shorter);
  expect(room.view('trainer').cases.all).toHaveLength(1);
});

test('[CASE5] a case is at most 12 kB, a Session has at most 20, and pictures are of this site', () => {
  const room = aClass();
  const adds = (more: Partial<CaseStudy>, id = 'case-odd') =>
    room.tries({ feature: 'cases', type: 'caseAdded', case: study(id, more) });
  const long = { heading: both('Long'), text: { zh: '长'.repeat(2000), en: 'x'.repeat(1000) } };
  expect(maxCaseBytes).toBe(12_288);
  expect(adds({ sections: [long, long] }), 'two bytes count for what they are in UTF-8').toBe('badRequest');
  expect(adds({ sections: [long] })).toBe('ok');
  expect(adds({ sections: [] })).toBe('badRequest');

  for (const address of ['https://elsewhere.example/x.png', '//elsewhere.example/x.png', '/../secret', 'x'])
    expect(adds({ photoPairs: wall.photoPairs.map((p) => ({ ...p, before: address })) }), address).toBe(
      'badRequest',
    );

  for (let n = 2; n < maxCases; n++) expect(adds({}, `case-${n}-more`)).toBe('ok');
  expect(adds({}, 'case-too-many')).toBe('tooMany');
  expect(adds({}, 'case-wall'), 'a new edition').toBe('ok');
});
