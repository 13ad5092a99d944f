export default {
  choose: '颜色',
  system: '跟随设备',
  light: '浅色',
  dark: '深色',
} as const;
