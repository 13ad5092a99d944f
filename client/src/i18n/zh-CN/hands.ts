export default {
  raise: '举手',
  up: '已举手 · 第 {{position}} 位',
  isUp: '您已举手，排在第 {{position}} 位。',
  isDown: '您的手已放下。',
} as const;
