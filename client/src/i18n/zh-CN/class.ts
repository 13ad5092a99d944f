export default {
  nothingShown: '还没有展示内容',
} as const;
