export default {
  before: '之前',
  after: '之后',
  enlarge: '放大：{{caption}}',
  figures: '有什么变化',
  measured: '指标',
  verdict: { better: '变好', worse: '变差', same: '没有变化' },
  questions: '讨论题',
  source: '来源：{{text}}',
  consent: '授权：{{text}}',
  shows: '案例：{{title}}。{{heading}}',
} as const;
