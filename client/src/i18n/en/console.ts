export default {
  material: 'Material',
  classSees: 'What the class sees',
  people: 'People',
  plan: 'Plan',
  slides: 'Slides',
  cases: 'Cases',
  hands: 'Hands',
} as const;
