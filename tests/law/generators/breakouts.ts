import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';
import type { FeatureGenerators } from './types.ts';

export const breakouts: FeatureGenerators<'breakouts'> = {
  commands: {
    prepare(draw, { state }) {
      if (state.breakouts.round && draw.chance(80)) return null;
      if (draw.chance(40)) return { by: 'enterprise' };
      if (state.breakouts.last && draw.bool()) return { by: 'last' };
      return { by: 'mixed', groupCount: draw.int(2, 3) };
    },
    move(draw, room) {
      // Most depends on it while the groups are at work with a Worksheet.
      const { round } = room.state.breakouts;
      if (!(round?.open && round.worksheetId) && draw.chance(70)) return null;
      const participantId = draw.one(members(room));
      return participantId ? { participantId, groupId: draw.bool() ? groupId(draw, room) : null } : null;
    },
    open: (draw, { state }) => ({
      minutes: draw.bool() ? draw.int(1, 5) : null,
      worksheetId: draw.chance(80) ? (draw.one(state.worksheets.templates)?.id ?? null) : null,
      brief: draw.bool() ? draw.text() : '',
    }),
    extend: (draw) => ({ minutes: draw.int(-2, 3) }),
    message: (draw) => ({ text: draw.text() }),
    hop: (draw, room) => ({ groupId: draw.chance(70) ? groupId(draw, room) : null }),
    // Groups that are at work for a while have something to lose.
    close: (draw, { state }) => (draw.chance(state.breakouts.round?.open ? 20 : 5) ? {} : null),
    callHelp: () => ({}),
    answerHelp(draw, { state }) {
      const waiting = state.breakouts.round?.groups.filter((g) => g.helpSince !== null) ?? [];
      const group = draw.one(waiting);
      return group ? { groupId: group.id } : null;
    },
  },
  system: {
    deadlineReached: 'byItself',
    arrived: 'byItself',
    gone: 'byItself',
    phaseChanged: 'byItself',
  },
};

const groupId = (draw: Draw, { state }: FakeClass): string | null =>
  draw.one(state.breakouts.round?.groups ?? [])?.id ?? null;

const members = ({ state }: FakeClass): string[] =>
  Object.entries(state.people.participants)
    .filter(([, p]) => p.role === 'member' && !p.removed)
    .map(([id]) => id);
