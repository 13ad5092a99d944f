export default {
  nothingShown: 'Nothing is shown yet',
} as const;
