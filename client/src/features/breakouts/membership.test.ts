import { describe, expect, it } from 'vitest';
import type { RoundView, StaffGroup } from '#shared/features/breakouts.ts';
import type { PersonView } from '#shared/features/people.ts';
import { callsForHelp, groupIn, groupless, mixedCounts, suggestedCount } from './membership.ts';

const group = (id: string, members: string[] = [], helpSince: number | null = null): StaffGroup => ({
  id,
  name: id,
  members,
  helpSince,
});
const round = (more: Partial<RoundView>): RoundView => ({
  open: true,
  endsAt: null,
  warned: false,
  groupCount: 2,
  brief: null,
  worksheetId: null,
  announcement: null,
  myGroup: null,
  helpCalled: false,
  groups: null,
  ...more,
});
const member: PersonView = {
  role: 'member',
  enterpriseId: 'north',
  space: 'plenary',
  seats: 1,
  firstSeenAt: 0,
  heads: null,
};

describe('the group that I am in', () => {
  it('is known to its members and to staff by the Space', () => {
    expect(groupIn(round({ myGroup: group('one') }), 'group:one')?.id).toBe('one');
    expect(groupIn(round({ groups: [group('one'), group('two')] }), 'group:two')?.id).toBe('two');
  });

  it('is none in the plenary, and none once the round is over', () => {
    expect(groupIn(round({ myGroup: group('one') }), 'plenary')).toBeNull();
    expect(groupIn(null, 'group:one')).toBeNull();
  });
});

it('finds the members whom no group has, and no staff', () => {
  const everyone = { an: member, bo: member, lin: { ...member, role: 'trainer' as const } };
  expect(groupless(everyone, [group('one', ['an'])])).toEqual(['bo']);
});

it('puts the group that waits longest for help first', () => {
  const groups = [group('one', [], 30), group('two'), group('three', [], 10)];
  expect(callsForHelp(groups).map(({ id }) => id)).toEqual(['three', 'one']);
});

it('suggests groups of about eight, as many as there may be', () => {
  expect(suggestedCount(110)).toBe(14);
  expect(suggestedCount(3)).toBe(2);
  expect(suggestedCount(1_000)).toBe(20);
  expect(mixedCounts).toContain(suggestedCount(1_000));
  expect(mixedCounts[0]).toBe(2);
});
