import type { Material } from '#shared/features/runOfShow.ts';

export default {
  title: '课堂流程',
  none: '还没有流程',
  noneText: '这堂课的各个环节会按顺序列在这里。',
  late_other: '晚了 {{count}} 分钟',
  early_other: '早了 {{count}} 分钟',
  onTime: '按时',
  elapsed: '用时',
  of: '{{elapsed}} / {{planned}}',
  over_other: '超时 {{count}} 分钟',
  slide: '第 {{page}} 页课件',
  slides: '第 {{from}}–{{to}} 页课件',
  material: {
    poll: '投票',
    caseStudy: '案例',
    worksheet: '工作表',
  } satisfies Record<Exclude<Material['kind'], 'slides'>, string>,
  show: '展示{{what}}',
  isShown: '正在展示{{what}}',
  noVideo: '还没有视频',
  addVideo: '添加视频',
  allVideos: '全部视频',
} as const;
