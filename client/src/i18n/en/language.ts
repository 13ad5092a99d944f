export default {
  choose: 'Language',
} as const;
