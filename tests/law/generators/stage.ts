import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';
import type { FeatureGenerators } from './types.ts';

export const stage: FeatureGenerators<'stage'> = {
  commands: {
    setMicrophone: (draw) => ({ on: draw.chance(70) }),
    setCamera: (draw) => ({ on: draw.chance(70) }),
    shareScreen: (draw) => ({ on: draw.chance(70) }),
    invite(draw, room) {
      const participantId = memberInPlenary(draw, room);
      return participantId ? { participantId } : null;
    },
    answerInvite: (draw) => ({ accept: draw.chance(80) }),
    takeDown(draw, { state }) {
      const participantId = draw.one([...state.stage.invited, ...state.stage.asked]);
      return participantId ? { participantId } : null;
    },
    stepDown: () => ({}),
    mute(draw, { state }) {
      const open = Object.entries(state.stage.players).filter(([, p]) => p.microphone);
      const participantId = draw.one(open)?.[0];
      return participantId ? { participantId } : null;
    },
    muteAll: () => ({}),
  },
  system: {
    peopleChanged: 'byItself',
    calledUp(draw, room) {
      const participantId = memberInPlenary(draw, room);
      return participantId ? { participantId } : null;
    },
  },
};

function memberInPlenary(draw: Draw, room: FakeClass): string | undefined {
  const members = Object.entries(room.state.people.participants).filter(
    ([, p]) => p.role === 'member' && !p.removed && p.space === 'plenary',
  );
  return draw.one(members)?.[0];
}
