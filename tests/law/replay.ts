import type { RoomState } from '../../server/src/room/features.ts';
import { RoomCore } from '../../server/src/room/RoomCore.ts';
import type { Row } from './FakeClass.ts';

/** The State of an empty Room after a Journal's rows. @throws when one is refused, or has more ids than it needs. */
export function replay(rows: readonly Row[]): RoomState {
  const core = new RoomCore(() => null);
  for (const { command, actor, at, ids } of rows) {
    const left = [...ids];
    const newId = () => left.shift() ?? 'an id too many';
    const applied = core.apply(command, { actor, at, newId });
    const what = `${command.feature}.${command.type}`;
    if ('refusal' in applied) throw new Error(`${what} is refused on replay: ${applied.refusal}`);
    if (left.length > 0) throw new Error(`${what} needs fewer ids on replay`);
  }
  return core.state;
}

/** How the State that a Journal's rows end in, after a way over the disk, differs from the one given; or null. */
export function replayDiffers(rows: readonly Row[], state: RoomState): string | null {
  try {
    const [was, is] = [state, replay(overTheDisk(rows))].map((one) => JSON.stringify(one));
    return was === is ? null : `a replay ends as ${is}, the class ended as ${was}`;
  } catch (problem) {
    return String(problem);
  }
}

const overTheDisk = (rows: readonly Row[]): readonly Row[] => JSON.parse(JSON.stringify(rows));
