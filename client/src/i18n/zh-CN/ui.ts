export default {
  clear: '清除',
  close: '关闭',
  loading: '正在加载',
  messages: '提示消息',
  newVersion: '有新版本了',
  newVersionText: '方便时请重新加载页面，您会回到原来的位置。',
  pending: '请稍候',
  reload: '重新加载',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
} as const;
