import type { CaseStudy } from '#shared/features/cases.ts';
import type { Draw } from '../Draw.ts';
import type { FeatureGenerators } from './types.ts';

export const cases: FeatureGenerators<'cases'> = {
  commands: {
    show(draw, { state }) {
      const shown = state.cases.cases.find((c) => c.id === state.cases.shown?.caseId);
      const study = shown && draw.bool() ? shown : draw.one(state.cases.cases);
      if (!study) return null;
      return {
        caseId: study.id,
        section: draw.int(0, study.sections.length),
        to: draw.bool() ? 'class' : 'groups',
      };
    },
    hide: () => ({}),
  },
  system: {
    caseAdded(draw, { state }) {
      const known = draw.one(state.cases.cases);
      return { case: caseStudy(draw, known && draw.chance(50) ? known.id : draw.id('case')) };
    },
  },
};

function caseStudy(draw: Draw, id: string): CaseStudy {
  const both = () => ({ zh: draw.text(), en: draw.text() });
  const some = <T>(least: number, make: () => T): T[] =>
    Array.from({ length: draw.int(least, least + 2) }, make);
  return {
    id,
    title: both(),
    enterprise: both(),
    sections: some(1, () => ({ heading: both(), text: both() })),
    figures: some(0, () => ({
      label: both(),
      before: draw.int(0, 99),
      after: draw.int(0, 99),
      unit: both(),
      good: draw.bool() ? 'up' : 'down',
    })),
    photoPairs: some(0, () => ({
      before: '/api/blobs/before.webp',
      after: '/api/blobs/after.webp',
      captionBefore: both(),
      captionAfter: both(),
    })),
    questions: some(0, both),
    source: both(),
    consent: both(),
  };
}
