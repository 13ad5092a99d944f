export default {
  choose: '语言',
} as const;
