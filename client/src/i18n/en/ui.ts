/** Words that the shared components say by themselves. */
export default {
  appName: 'SCORE Classroom',
  close: 'Close',
  loading: 'Loading',
  pending: 'Please wait',
} as const;
