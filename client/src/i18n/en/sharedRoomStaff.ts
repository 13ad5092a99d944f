export default {
  together_one: '{{count}} in one room',
  together_other: '{{count}} in one room',
  noSound: 'no sound',
} as const;
