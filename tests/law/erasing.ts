import { featureNames, type RoomState, withoutText } from '../../server/src/room/features.ts';
import type { AcceptedStep, FakeClass, Row } from './FakeClass.ts';

/** Where somebody whose data were just erased is still named in the State, as a sentence; null when nowhere. */
export function erasedIsNamed(room: FakeClass, { row }: AcceptedStep): string | null {
  const { command } = row;
  if (command.feature !== 'people' || command.type !== 'erase') return null;
  const { participants, ...people } = room.state.people;
  const { [command.participantId]: _attendance, ...others } = participants;
  const rest = { ...room.state, people: { ...people, participants: others } };
  const where = featureNames.find((f) => JSON.stringify(rest[f]).includes(command.participantId));
  return where ? `the State of ${where} names ${command.participantId}, who was erased` : null;
}

/** What the Journal holds once the words of those who were erased are taken out of it. */
export function withoutErased(rows: readonly Row[], { people }: RoomState): readonly Row[] {
  return rows.map((row) => {
    const { actor, command } = row;
    if (actor.role === 'system' || !people.participants[actor.id]?.erased) return row;
    return { ...row, command: withoutText(command as Parameters<typeof withoutText>[0]) };
  });
}
