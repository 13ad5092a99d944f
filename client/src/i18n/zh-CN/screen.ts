export default {
  title: '几个人共用一块屏幕',
  text: '大家一起进入：在这里看和听，人数照实计算。',
  name: '这块屏幕的名称',
  suggestion: '会议室',
  who: '有哪几位？（可不填）',
  whoHint: '只有培训师能看到姓名。',
  others: '其他人的姓名',
  othersHint: '用逗号隔开。',
  alone: '只有我一个人',
} as const;
