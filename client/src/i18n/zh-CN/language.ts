export default {
  choose: '语言',
  unreachable: '无法加载该语言。请检查网络后重新选择。',
} as const;
