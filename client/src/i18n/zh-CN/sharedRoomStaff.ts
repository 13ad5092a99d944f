export default {
  together_other: '{{count}} 人同室',
  noSound: '没有声音',
} as const;
