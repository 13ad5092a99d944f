export default {
  nothingShown: '还没有展示内容',
  screenOf: '{{name}} 正在展示屏幕',
  bar: '您可以做的事',
  below: '课堂上的人和需要您做的事',
  more: '更多',
  chat: '聊天',
  worksheet: '工作表',
  install: '把课堂添加到这台设备',
} as const;
