export default {
  appName: 'SCORE 课堂',
  close: '关闭',
  loading: '正在加载',
  pending: '请稍候',
} as const;
