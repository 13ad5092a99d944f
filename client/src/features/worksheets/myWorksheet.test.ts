import { expect, it } from 'vitest';
import { groupSpace } from '#shared/basics.ts';
import type { RoundView } from '#shared/features/breakouts.ts';
import type { MyWorksheet } from '#shared/features/worksheets.ts';
import { myWorksheet, worksheetIn } from './myWorksheet.ts';

const both = { zh: '表', en: 'Form' };
const mine = (id: string, template: string, groupName: string | number): MyWorksheet => ({
  id,
  templateId: template,
  title: both,
  groupName,
  locked: false,
});
const round: RoundView = {
  open: true,
  endsAt: null,
  warned: false,
  groupCount: 2,
  brief: null,
  worksheetId: 'plan',
  announcement: null,
  myGroup: { id: 'g1', name: 'elm', members: ['an'] },
  helpCalled: false,
  groups: null,
};
const docs = [mine('first', 'plan', 'elm'), mine('second', 'plan', 'elm'), mine('mixed', 'plan', 3)];

it('is that of the present round, the newest where the group began anew', () => {
  expect(myWorksheet(docs, round)?.id).toBe('second');
  expect(myWorksheet(docs, { ...round, myGroup: { id: 'g3', name: 3, members: [] } })?.id).toBe('mixed');
});

it('is the last one while there is no round, or one without a Worksheet', () => {
  expect(myWorksheet(docs, null)?.id).toBe('mixed');
  expect(myWorksheet(docs, { ...round, open: false })?.id).toBe('mixed');
  expect(myWorksheet(docs, { ...round, worksheetId: null })?.id).toBe('mixed');
  expect(myWorksheet([], round)).toBeNull();
});

it('is for staff that of the group they are in, and none in the class or without a round', () => {
  const group = { id: 'g1', name: 'elm', members: [], helpSince: null };
  const staffRound: RoundView = {
    ...round,
    myGroup: null,
    groups: [group, { ...group, id: 'g2', name: 'oak' }],
  };
  const staffDocs = docs.map((doc) => ({ ...doc, groupId: 'g1' }));
  const inGroup = groupSpace('g1');
  expect(worksheetIn(inGroup, staffDocs, staffRound)?.id).toBe('second');
  expect(worksheetIn(groupSpace('g2'), staffDocs, staffRound)).toBeNull();
  expect(worksheetIn(inGroup, staffDocs, { ...staffRound, worksheetId: null })).toBeNull();
  expect(worksheetIn('plenary', staffDocs, staffRound)).toBeNull();
  expect(worksheetIn(inGroup, staffDocs, null)).toBeNull();
});
