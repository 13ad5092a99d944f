export default {
  label: 'How many of you sit before this screen?',
  labelOf: 'How many sit before {{name}}?',
  fewer: 'One fewer',
  more: 'One more',
} as const;
