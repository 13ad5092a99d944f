export default {
  lost: '网络连接中断了',
  stay: '您的位置已保留，正在重新连接。',
  tryThis: '正在继续尝试。如果一直连不上：请在 Wi-Fi 和手机流量之间切换，或者靠近路由器。',
  back: '网络已恢复。',
} as const;
