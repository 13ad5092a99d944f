export default {
  membersWrite: '允许学员发消息',
  remove: '删除 {{name}} 的消息',
  removeTitle: '要为所有人删除吗？',
  removeNow: '删除',
  keep: '保留',
} as const;
