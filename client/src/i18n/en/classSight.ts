export default {
  lobby: 'Members wait. The class begins at {{time}}.',
  groups_one: '{{count}} group is at work',
  groups_other: '{{count}} groups are at work',
  screen: 'The screen of {{name}}',
  worksheet: 'A group’s worksheet',
  case: 'Case study: {{title}}',
  poll: 'Poll: {{question}}',
  results: 'Results: {{question}}',
  cameras: 'On camera: {{names}}',
  pollMark: 'Poll',
  resultsMark: 'Results',
} as const;
