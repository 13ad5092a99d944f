import { helpKinds } from '#shared/features/help.ts';
import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';
import type { FeatureGenerators } from './types.ts';

export const help: FeatureGenerators<'help'> = {
  commands: {
    call: (draw) => ({ kind: draw.one(helpKinds) ?? 'other', note: draw.chance(70) ? draw.text() : '' }),
    cancel: () => ({}),
    answer: caller,
    done: caller,
  },
  system: { gone: 'byItself' },
};

function caller(draw: Draw, { state }: FakeClass): { participantId: string } | null {
  const call = draw.one(state.help.calls);
  return call ? { participantId: call.participantId } : null;
}
