import type { HelpKind } from '#shared/features/help.ts';

export default {
  title: 'I need help',
  short: 'Help',
  private: 'Only the trainers see it.',
  kind: {
    sound: 'I can’t hear',
    picture: 'I can’t see the slides or the video',
    group: 'Our group needs a trainer',
    other: 'Something else',
  } satisfies Record<HelpKind, string>,
  note: 'What is the matter?',
  send: 'Call the trainers',
  called: 'The trainers know',
  coming: '{{name}} is looking after you',
  cancel: 'It’s fine now',
} as const;
