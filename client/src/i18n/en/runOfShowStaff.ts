import type { Material } from '#shared/features/runOfShow.ts';

export default {
  title: 'Run of show',
  none: 'No plan yet',
  noneText: 'The plan of this class will stand here, part by part.',
  late_one: '{{count}} minute late',
  late_other: '{{count}} minutes late',
  early_one: '{{count}} minute early',
  early_other: '{{count}} minutes early',
  onTime: 'On time',
  elapsed: 'Time',
  of: '{{elapsed}} of {{planned}}',
  over_one: '{{count}} minute over',
  over_other: '{{count}} minutes over',
  slide: 'Slide {{page}}',
  slides: 'Slides {{from}} to {{to}}',
  material: {
    poll: 'Poll',
    caseStudy: 'Case study',
    worksheet: 'Worksheet',
  } satisfies Record<Exclude<Material['kind'], 'slides'>, string>,
  show: 'Show: {{what}}',
  isShown: 'On screen: {{what}}',
  noVideo: 'No video yet',
  addVideo: 'Add a video',
  allVideos: 'All videos',
} as const;
