/** Words that the shared components say by themselves. */
export default {
  clear: 'Clear',
  close: 'Close',
  loading: 'Loading',
  messages: 'Messages',
  newVersion: 'A new version is ready',
  newVersionText: 'Reload the page when it suits you: you come back to this place.',
  pending: 'Please wait',
  reload: 'Reload',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
} as const;
