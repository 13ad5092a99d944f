export default {
  lobby: '学员正在等候。{{time}} 上课。',
  groups_other: '{{count}} 个小组正在讨论',
  screen: '{{name}} 的屏幕',
  worksheet: '一个小组的工作表',
  case: '案例：{{title}}',
  poll: '投票：{{question}}',
  results: '结果：{{question}}',
  cameras: '画面中：{{names}}',
  pollMark: '投票',
  resultsMark: '结果',
} as const;
