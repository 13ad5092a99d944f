export default {
  shows: '视频：{{title}}',
  loading: '正在加载视频',
  off: '正在与全班同步',
  light: '网络较弱：这里播放视频的小画面版本',
  soundOnly: '网络较弱：暂时只播放视频的声音，并显示静止画面',
} as const;
