import type { HelpKind } from '#shared/features/help.ts';

export default {
  title: '我需要帮助',
  short: '求助',
  private: '只有培训师能看到。',
  kind: {
    sound: '我听不到声音',
    picture: '我看不到课件或视频',
    group: '我们小组需要培训师',
    other: '其他问题',
  } satisfies Record<HelpKind, string>,
  note: '您遇到了什么问题？',
  send: '呼叫培训师',
  called: '培训师已收到',
  coming: '{{name}} 正在为您处理',
  cancel: '现在好了',
} as const;
