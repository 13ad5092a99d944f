export default {
  raise: 'Raise hand',
  up: 'Hand up · no. {{position}}',
  isUp: 'Your hand is up. You are number {{position}}.',
  isDown: 'Your hand is down.',
} as const;
