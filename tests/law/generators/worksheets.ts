import type { WorksheetTemplate } from '#shared/features/worksheets.ts';
import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';
import type { FeatureGenerators } from './types.ts';

/** With few templates, later rounds go on with the documents of earlier ones. */
const mostTemplates = 2;

export const worksheets: FeatureGenerators<'worksheets'> = {
  commands: {
    lock: document,
    unlock: document,
    showOnStage: (draw, { state }) => ({
      docId: draw.chance(70) ? (draw.one(state.worksheets.docs)?.id ?? null) : null,
    }),
  },
  system: {
    templateAdded(draw, { state }) {
      const { templates } = state.worksheets;
      const known = templates.length >= mostTemplates || draw.chance(30) ? draw.one(templates) : undefined;
      return { template: template(draw, known?.id ?? draw.id('worksheet')) };
    },
    assigned: 'byItself',
    memberMoved: 'byItself',
    gone: 'byItself',
  },
};

function document(draw: Draw, { state }: FakeClass): { docId: string } | null {
  const doc = draw.one(state.worksheets.docs);
  return doc ? { docId: doc.id } : null;
}

function template(draw: Draw, id: string): WorksheetTemplate {
  const both = () => ({ zh: draw.text(), en: draw.text() });
  const field = (n: number) => ({
    id: `field${n}`,
    label: both(),
    kind: draw.bool() ? ('line' as const) : ('text' as const),
    hint: draw.bool() ? both() : null,
  });
  return {
    id,
    title: both(),
    instruction: draw.bool() ? both() : null,
    sections: [{ title: both(), fields: Array.from({ length: draw.int(1, 3) }, (_, n) => field(n)) }],
  };
}
