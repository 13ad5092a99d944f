export default {
  nothingShown: 'Nothing is shown yet',
  screenOf: '{{name}} shows a screen',
  bar: 'What you can do',
  below: 'People and what is asked of you',
  more: 'More',
  chat: 'Chat',
  worksheet: 'Worksheet',
  install: 'Keep SCORE Classroom on this device',
} as const;
