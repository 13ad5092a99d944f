import type { SystemCommand } from '#shared/contract.ts';
import type { CaseStudy } from '#shared/features/cases.ts';
import type { PlannedPoll } from '#shared/features/polls.ts';
import type { Material, Segment } from '#shared/features/runOfShow.ts';
import type { WorksheetTemplate } from '#shared/features/worksheets.ts';
import { demoProgramme } from './programme.ts';
import type { DemoMaterial, DemoPicture, DemoPoll } from './types.ts';

const { session, caseStudy, enterprises, polls, runOfShow, worksheet } = demoProgramme;

/** Pictures of the demo under the names by which the class asks for them. */
export const demoPictures: readonly { name: string; file: string }[] = [
  caseStudy.photos.before,
  caseStudy.photos.after,
].map(({ file }) => ({ name: pictureName(file), file }));

/**
 * What the demo's Room begins with, as the Commands that put it there. The plan comes last: a start that finds it knows
 * that all the rest is there, too.
 */
export function demoMaterial(): SystemCommand[] {
  return [
    { feature: 'cases', type: 'caseAdded', case: demoCase() },
    { feature: 'worksheets', type: 'templateAdded', template: demoTemplate() },
    ...polls.map((poll): SystemCommand => ({ feature: 'polls', type: 'pollPlanned', poll: pollOf(poll) })),
    { feature: 'runOfShow', type: 'planned', segments: runOfShow.map(segmentOf) },
  ];
}

const pollOf = ({ results, right, ...poll }: DemoPoll): PlannedPoll => ({
  ...poll,
  resultsShown: results === 'live',
  quiz: right,
});

const demoTemplate = (): WorksheetTemplate => ({
  ...worksheet,
  sections: worksheet.sections.map(({ title, fields }) => ({
    title,
    fields: fields.map(({ name, size, ...field }) => ({
      ...field,
      id: name,
      kind: size === 'line' ? 'line' : 'text',
    })),
  })),
});

function segmentOf(segment: (typeof runOfShow)[number]): Segment {
  const { ownerId, materials, ...rest } = segment;
  return { ...rest, owner: { participantId: ownerId }, materials: materials.map(materialOf) };
}

/** Pages are counted from 1 by people and from 0 by the Room. */
function materialOf(material: DemoMaterial): Material {
  switch (material.kind) {
    case 'slides':
      return { ...material, from: material.from - 1, to: material.to - 1 };
    case 'caseStudy':
      return { kind: 'caseStudy', caseId: material.caseStudyId };
    default:
      return material;
  }
}

function demoCase(): CaseStudy {
  const enterprise = enterprises.find(({ id }) => id === caseStudy.enterpriseId);
  if (!enterprise) throw new Error('The case study of the demo has no enterprise.');
  const { before, after } = caseStudy.photos;
  return {
    id: caseStudy.id,
    title: caseStudy.title,
    enterprise: enterprise.name,
    sections: caseStudy.sections,
    figures: caseStudy.figures.map(({ name, ...figure }) => ({ label: name, ...figure })),
    photoPairs: [
      {
        before: picturePath(before),
        after: picturePath(after),
        captionBefore: before.caption,
        captionAfter: after.caption,
      },
    ],
    questions: caseStudy.questions,
    source: caseStudy.source,
    consent: caseStudy.consent,
  };
}

const picturePath = ({ file }: DemoPicture): string =>
  `/api/sessions/${session.id}/pictures/${pictureName(file)}`;

function pictureName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
