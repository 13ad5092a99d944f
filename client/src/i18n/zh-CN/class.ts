export default {
  nothingShown: '还没有展示内容',
  bar: '您可以做的事',
  more: '更多',
} as const;
