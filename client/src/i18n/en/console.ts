export default {
  material: 'Material',
  classSees: 'What the class sees',
  people: 'People',
} as const;
