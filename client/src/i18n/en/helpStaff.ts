export default {
  calls: '{{name}} needs help: {{what}}',
  since: '{{what}}, since {{time}}',
  answer: 'I’ll help',
  done: 'Done',
  youGo: 'You look after it.',
  goes: '{{name}} looks after it.',
} as const;
