export default {
  title: 'Hands',
  none: 'No hands are up',
  noneText: 'Members who raise a hand stand here in their order.',
  raised: '{{name}} raised a hand',
  asked: 'asked up',
  call: 'Invite up',
  callName: 'Invite up: {{name}}',
  lower: 'Lower the hand of {{name}}',
  lowerAll: 'Lower all hands',
} as const;
