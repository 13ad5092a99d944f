export default {
  material: '教学材料',
  classSees: '全班看到的内容',
  stage: '您展示的内容',
  materialWidth: '教学材料的宽度',
  peopleWidth: '人员与聊天的宽度',
  people: '人员',
  plan: '流程',
  slides: '课件',
  cases: '案例',
  polls: '投票',
  groups: '小组',
  hands: '举手',
} as const;
