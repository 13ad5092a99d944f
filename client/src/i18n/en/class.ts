export default {
  nothingShown: 'Nothing is shown yet',
  bar: 'What you can do',
  more: 'More',
  chat: 'Chat',
} as const;
