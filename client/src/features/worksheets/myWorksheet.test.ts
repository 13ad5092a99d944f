import { expect, it } from 'vitest';
import type { RoundView } from '#shared/features/breakouts.ts';
import type { MyWorksheet } from '#shared/features/worksheets.ts';
import { myWorksheet } from './myWorksheet.ts';

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
