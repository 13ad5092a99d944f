export default {
  calls: '{{name}} 需要帮助：{{what}}',
  since: '{{what}}（{{time}} 起）',
  answer: '我来处理',
  done: '已解决',
  youGo: '由您处理。',
  goes: '由 {{name}} 处理。',
} as const;
