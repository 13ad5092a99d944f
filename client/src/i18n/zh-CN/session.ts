export default {
  start: '开始上课',
  close: '结束课堂',
  closeTitle: '要为所有人结束课堂吗？',
  closeText: '所有人都会离开，而且不能再回来。此操作不能撤销。',
  closeForAll: '为所有人结束',
  goOn: '继续上课',
  youPresent: '您正在主讲',
  presents: '{{name}} 主讲',
  handOver: '请 {{name}} 主讲',
  takeOver: '由我主讲',
} as const;
