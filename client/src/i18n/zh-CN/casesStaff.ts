import type { ShownCase } from '#shared/features/cases.ts';

export default {
  title: '案例',
  none: '还没有案例',
  noneText: '这堂课的案例会列在这里。',
  presenterShows: '{{name}} 正在主讲，由主讲人展示案例。',
  showTo: { class: '向全班展示', groups: '向各小组展示' } satisfies Record<ShownCase['to'], string>,
  shownTo: { class: '全班正在看', groups: '各小组正在看' } satisfies Record<ShownCase['to'], string>,
  hide: '收起',
  previous: '上一节',
  next: '下一节',
  section: '第 {{section}} 节，共 {{sections}} 节',
} as const;
