export default {
  start: 'Start the class',
  close: 'Close the class',
  closeTitle: 'Close the class for everybody?',
  closeText: 'Everybody leaves, and nobody can come back. This can’t be undone.',
  closeForAll: 'Close for everybody',
  goOn: 'Go on teaching',
  youPresent: 'You present',
  presents: '{{name}} presents',
  handOver: 'Let {{name}} present',
  takeOver: 'Present',
} as const;
