export default {
  nothingShown: 'Nothing is shown yet',
  bar: 'What you can do',
  below: 'People and what is asked of you',
  more: 'More',
  chat: 'Chat',
  worksheet: 'Worksheet',
} as const;
