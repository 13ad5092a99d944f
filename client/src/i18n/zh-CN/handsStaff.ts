export default {
  title: '举手',
  none: '没有人举手',
  noneText: '举手的学员会按先后顺序排在这里。',
  raised: '{{name}} 举手了',
  asked: '已邀请',
  call: '请上台',
  callName: '请上台：{{name}}',
  lower: '放下 {{name}} 的手',
  lowerAll: '全部放下',
} as const;
