export default {
  now: 'Now:',
  isNow: 'Now: {{title}}',
} as const;
