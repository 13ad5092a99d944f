export default {
  clear: '清除',
  close: '关闭',
  loading: '正在加载',
  messages: '提示消息',
  pending: '请稍候',
} as const;
