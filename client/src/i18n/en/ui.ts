/** Words that the shared components say by themselves. */
export default {
  clear: 'Clear',
  close: 'Close',
  loading: 'Loading',
  messages: 'Messages',
  pending: 'Please wait',
} as const;
