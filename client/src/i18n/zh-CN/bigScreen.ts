export default {
  turnOn: '大屏显示',
  leave: '退出大屏',
  setHeads: '我们有几位',
  vote: '为全组投票',
  heads_other: '{{count}} 人',
} as const;
