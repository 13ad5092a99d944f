export default {
  shows: '视频：{{title}}',
  loading: '正在加载视频',
} as const;
