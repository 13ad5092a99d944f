import { describe, expect, it } from 'vitest';
import type { RoundView } from '#shared/features/breakouts.ts';
import { type GroupMoment, groupNews } from './groupNews.ts';

const group = { id: 'one', name: 1, members: ['an', 'bo'] };
const prepared: RoundView = {
  open: false,
  endsAt: null,
  warned: false,
  groupCount: 2,
  brief: null,
  worksheetId: null,
  announcement: null,
  myGroup: group,
  helpCalled: false,
  groups: null,
};
const running: RoundView = { ...prepared, open: true, endsAt: 600_000 };

const inClass = (round: RoundView | null): GroupMoment => ({ round, space: 'plenary' });
const inGroup = (round: RoundView | null): GroupMoment => ({ round, space: 'group:one' });

describe('what a member hears of group work', () => {
  it('is the own group, once it is known, and anew when it is another', () => {
    expect(groupNews(inClass(null), inClass(prepared))).toEqual([{ kind: 'assigned', group }]);
    expect(groupNews(inClass(prepared), inClass({ ...prepared, groupCount: 3 }))).toEqual([]);
    const other = { ...group, id: 'two' };
    expect(groupNews(inClass(prepared), inClass({ ...prepared, myGroup: other }))).toEqual([
      { kind: 'assigned', group: other },
    ]);
  });

  it('is the own group also when it is made as the class begins', () => {
    const lobby: GroupMoment = { round: null, space: 'lobby' };
    expect(groupNews(lobby, inClass(prepared))).toEqual([{ kind: 'assigned', group }]);
    expect(groupNews(lobby, inClass(null))).toEqual([]);
  });

  it('is going there, with its time', () => {
    expect(groupNews(inClass(prepared), inGroup(running))).toEqual([
      { kind: 'entered', group, endsAt: 600_000 },
    ]);
    expect(groupNews(inClass(prepared), inClass({ ...running, myGroup: null }))).toEqual([]);
  });

  it('is the end coming near, once each time', () => {
    const near = { ...running, warned: true };
    expect(groupNews(inGroup(running), inGroup(near))).toEqual([{ kind: 'warned', endsAt: 600_000 }]);
    expect(groupNews(inGroup(near), inGroup({ ...near, helpCalled: true }))).toEqual([]);
    const outside = { ...running, myGroup: null };
    expect(groupNews(inClass(outside), inClass({ ...outside, warned: true }))).toEqual([]);
    const staff = { ...outside, groups: [] };
    expect(groupNews(inClass(staff), inClass({ ...staff, warned: true }))).toEqual([
      { kind: 'warned', endsAt: 600_000 },
    ]);
  });

  it('is what the trainer says while one is there, not what was said before', () => {
    const said = { ...running, announcement: { text: 'Write it down', at: 5 } };
    expect(groupNews(inGroup(running), inGroup(said))).toEqual([{ kind: 'said', text: 'Write it down' }]);
    expect(groupNews(inClass(prepared), inGroup(said)).map(({ kind }) => kind)).toEqual(['entered']);
  });

  it('is that the call for help was seen, but not where the round has ended', () => {
    const called = { ...running, helpCalled: true };
    expect(groupNews(inGroup(called), inGroup(running))).toEqual([{ kind: 'helpAnswered' }]);
    expect(groupNews(inGroup(called), inGroup(null))).toEqual([]);
  });

  it('is coming back, whichever comes first: the end of the round or the plenary', () => {
    expect(groupNews(inGroup(running), inGroup(null))).toEqual([]);
    expect(groupNews(inGroup(null), inClass(null))).toEqual([{ kind: 'returned', over: true }]);
    expect(groupNews(inGroup(running), inClass(null))).toEqual([{ kind: 'returned', over: true }]);
  });

  it('is coming back alone, when staff take one out', () => {
    const without = { ...running, myGroup: null };
    expect(groupNews(inGroup(running), inClass(without))).toEqual([{ kind: 'returned', over: false }]);
  });

  it('is the end of the round, also for who was left out', () => {
    expect(groupNews(inClass({ ...running, myGroup: null }), inClass(null))).toEqual([{ kind: 'over' }]);
    expect(groupNews(inClass(prepared), inClass(null))).toEqual([]);
  });
});
