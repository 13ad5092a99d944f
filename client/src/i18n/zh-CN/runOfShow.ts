export default {
  now: '现在：',
  isNow: '现在：{{title}}',
} as const;
