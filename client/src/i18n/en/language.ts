export default {
  choose: 'Language',
  unreachable: 'That language could not be loaded. Check your connection and choose it again.',
} as const;
