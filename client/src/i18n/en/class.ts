export default {
  nothingShown: 'Nothing is shown yet',
  bar: 'What you can do',
  more: 'More',
  chat: 'Chat',
  worksheet: 'Worksheet',
} as const;
