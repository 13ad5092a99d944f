export default {
  material: '教学材料',
  classSees: '全班看到的内容',
  people: '人员',
  plan: '流程',
  slides: '课件',
  cases: '案例',
  polls: '投票',
  groups: '小组',
  hands: '举手',
} as const;
