import type { ShownCase } from '#shared/features/cases.ts';

export default {
  title: 'Case studies',
  none: 'No case study yet',
  noneText: 'Case studies of this class will stand here.',
  presenterShows: '{{name}} presents and shows the cases.',
  showTo: { class: 'Show to the class', groups: 'Show to the groups' } satisfies Record<
    ShownCase['to'],
    string
  >,
  shownTo: { class: 'The class sees it', groups: 'The groups see it' } satisfies Record<
    ShownCase['to'],
    string
  >,
  hide: 'Take away',
  previous: 'Previous section',
  next: 'Next section',
  section: 'Section {{section}} of {{sections}}',
} as const;
