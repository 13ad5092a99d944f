import type { ClipProblem } from '#shared/clips.ts';

export default {
  title: '视频',
  upload: '添加视频',
  none: '还没有视频',
  noneText:
    '添加 MP4、MOV 或 WebM 文件，最大 200 MB，最长 30 分钟。系统会为网络较弱的学员准备小画面版本，大约需要播放时长的一半。',
  presenterShows: '现在由 {{name}} 主讲并播放视频。',
  show: '向全班展示',
  showName: '向全班展示 {{title}}',
  hide: '收起',
  play: '为全班播放',
  pause: '为全班暂停',
  place: '视频位置',
  times: '{{now}} / {{length}}',
  remove: '删除 {{title}}',
  removeTitle: '要删除“{{title}}”吗？',
  removeText: '如果正在展示，全班将不再看到它。以后需要重新上传。',
  removeNow: '删除',
  keep: '保留',
  step: {
    sending: '正在上传',
    converting: '正在准备',
  },
  problem: {
    notAClip: '这不是 MP4、MOV 或 WebM 视频。请另存为 MP4 后再试。',
    tooBig: '这个文件超过 200 MB。请压缩（例如 720p）后再试。',
    tooLong: '这个视频超过 30 分钟。请剪短后再试。',
    noPicture: '这个文件只有声音，没有画面。请选择视频。',
    damaged: '这个视频无法完整播放。请重新导出后再试。',
    tookTooLong: '准备时间太长，已停止。请换一个短一点的视频。',
    tooManyClips: '这堂课已有 20 个视频。请先删除不用的视频再试。',
    empty: '这个文件是空的。',
    unreachable: '文件没有发送成功。请检查网络后重试。',
    failed: '视频准备失败。请重试。',
  } satisfies Record<ClipProblem | 'unreachable' | 'failed', string>,
} as const;
