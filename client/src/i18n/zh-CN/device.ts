export default {
  use: '在另一台设备上也进入',
  how: '在另一台设备上打开同一个链接，点选您的姓名，输入这个验证码。只能用一次，{{time}} 前有效。',
  failed: '暂时拿不到验证码，请重试。',
} as const;
