import type { RoomState } from '../../server/src/room/features.ts';
import { RoomCore } from '../../server/src/room/RoomCore.ts';
import type { Row } from './FakeClass.ts';

/** Applies a Journal's rows to an empty Room. @returns how its State differs from the one given, or null. */
export function replayDiffers(rows: readonly Row[], state: RoomState): string | null {
  const core = new RoomCore(() => null);
  for (const { command, actor, at, ids } of overTheDisk(rows)) {
    const left = [...ids];
    const newId = () => left.shift() ?? 'an id too many';
    const applied = core.apply(command, { actor, at, newId });
    if ('refusal' in applied)
      return `${command.feature}.${command.type} is refused on replay: ${applied.refusal}`;
    if (left.length > 0) return `${command.feature}.${command.type} needs fewer ids on replay`;
  }
  const [was, is] = [JSON.stringify(state), JSON.stringify(core.state)];
  return was === is ? null : `a replay ends as ${is}, the class ended as ${was}`;
}

const overTheDisk = (rows: readonly Row[]): readonly Row[] => JSON.parse(JSON.stringify(rows));
