import { type Material, type Segment, segmentKinds } from '#shared/features/runOfShow.ts';
import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';
import type { FeatureGenerators } from './types.ts';

export const runOfShow: FeatureGenerators<'runOfShow'> = {
  commands: {
    setSegment(draw, { state }) {
      const segment = draw.one(state.runOfShow.segments);
      return segment ? { segmentId: segment.id } : null;
    },
  },
  system: {
    planned(draw, room) {
      const kept = draw.some(room.state.runOfShow.segments).slice(0, 3);
      const added = Array.from({ length: draw.int(0, 3) }, () => segment(draw, room));
      return { segments: [...kept, ...added] };
    },
    started: 'byItself',
  },
};

function segment(draw: Draw, room: FakeClass): Segment {
  const leader = draw.one(room.present('staff'));
  const words = draw.bool() ? { label: draw.text() } : null;
  return {
    id: draw.id('segment'),
    kind: draw.one(segmentKinds) ?? 'other',
    minutes: draw.int(1, 30),
    title: { zh: draw.text(), en: draw.text() },
    owner: leader && draw.bool() ? { participantId: leader } : words,
    materials: draw.some(materials(draw)),
  };
}

const materials = (draw: Draw): Material[] => [
  { kind: 'slides', deckId: draw.id('deck'), from: draw.int(0, 3), to: draw.int(3, 9) },
  { kind: 'poll', pollId: draw.id('poll') },
  { kind: 'caseStudy', caseId: draw.id('case') },
  { kind: 'worksheet', worksheetId: draw.id('worksheet') },
];
