export default {
  material: 'Material',
  classSees: 'What the class sees',
  stage: 'What you show',
  materialWidth: 'Width of the material',
  peopleWidth: 'Width of people and chat',
  people: 'People',
  plan: 'Plan',
  slides: 'Slides',
  cases: 'Cases',
  polls: 'Polls',
  groups: 'Groups',
  hands: 'Hands',
} as const;
