export default {
  material: 'Material',
  classSees: 'What the class sees',
  people: 'People',
  plan: 'Plan',
  slides: 'Slides',
  cases: 'Cases',
  polls: 'Polls',
  groups: 'Groups',
  hands: 'Hands',
} as const;
