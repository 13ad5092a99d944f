export default {
  title: 'Several before one screen',
  text: 'You join together as one: you see and hear the class here, and are counted as many.',
  name: 'Name of this screen',
  suggestion: 'Meeting room',
  who: 'Who sits here? Only if you like',
  whoHint: 'Only the trainers see the names.',
  others: 'Other names',
  othersHint: 'With commas between them.',
  alone: 'I am alone',
} as const;
