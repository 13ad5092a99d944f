import { expect, test } from 'vitest';
import { RoomStory } from '../../../tests/helpers/RoomStory.ts';
import { demoMaterial } from './demoMaterial.ts';

test('a Room takes all that the demo prepares, as it is', () => {
  const room = new RoomStory();
  room.joins('trainer', 'trainer');
  for (const command of demoMaterial()) room.happens(command);
  const { worksheets, polls, runOfShow, cases } = room.view('trainer');
  expect(worksheets.staff?.templates).toHaveLength(1);
  expect(polls.planned).toHaveLength(4);
  expect(cases.all).toHaveLength(1);
  // Every material of a Segment is there, by the name that the Segment has for it.
  const known = [...(worksheets.staff?.templates ?? []), ...(polls.planned ?? []), ...(cases.all ?? [])].map(
    ({ id }) => id,
  );
  const named = Object.values(runOfShow.details ?? {}).flatMap(({ materials }) =>
    materials.flatMap((m) => {
      if (m.kind === 'poll') return m.pollId;
      if (m.kind === 'worksheet') return m.worksheetId;
      return m.kind === 'caseStudy' ? m.caseId : [];
    }),
  );
  expect(known).toEqual(expect.arrayContaining(named));
});

test('the plan comes last, so that a start which was cut short before it puts all of it in again', () => {
  const [last, ...before] = demoMaterial().reverse();
  expect(last?.type).toBe('planned');
  expect(before.map(({ type }) => type)).not.toContain('planned');
  const room = new RoomStory();
  for (const command of before.reverse()) room.happens(command);
  for (const command of demoMaterial()) room.happens(command);
});
