import type { Command, RoomView } from '#shared/contract.ts';
import type { Material } from '#shared/features/runOfShow.ts';

/**
 * What puts a material before the class as it is now: nothing when the class has it already, null for
 * what has a panel of its own. A case lies over the slides, so slides take it away.
 */
export function commandsToShow(
  material: Material,
  slide: RoomView['slides']['shown'],
  study: RoomView['cases']['shown'],
): readonly Command[] | null {
  const caseCovers = study?.to === 'class';
  switch (material.kind) {
    case 'slides': {
      const { deckId, from, to } = material;
      const isThere = slide?.deck.id === deckId && slide.page >= from && slide.page <= to;
      return [
        ...(caseCovers ? [{ feature: 'cases', type: 'hide' } as const] : []),
        ...(isThere ? [] : [{ feature: 'slides', type: 'showPage', deckId, page: from } as const]),
      ];
    }
    case 'caseStudy': {
      const { caseId } = material;
      if (caseCovers && study.caseId === caseId) return [];
      return [{ feature: 'cases', type: 'show', caseId, section: 0, to: 'class' }];
    }
    default:
      return null;
  }
}
