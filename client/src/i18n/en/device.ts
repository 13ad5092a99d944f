export default {
  use: 'Join on another device, too',
  how: 'On the other device open the same link, tap your name and enter this code. It works once, until {{time}}.',
  failed: 'There is no code at the moment. Try again.',
} as const;
