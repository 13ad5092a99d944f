export default {
  material: '教学材料',
  classSees: '全班看到的内容',
  people: '人员',
} as const;
