export default {
  lost: '网络连接中断了',
  stay: '您的位置已保留，正在重新连接。',
  tryThis: '正在继续尝试。如果一直连不上：请在 Wi-Fi 和手机流量之间切换，或者靠近路由器。',
  back: '网络已恢复。',
  level: {
    good: '良好',
    weak: '较弱',
    bad: '很弱',
    lost: '已中断',
  },
  says: {
    good: '声音和画面应该都正常。',
    weak: '声音或画面可能会停一下。',
    bad: '声音和画面可能会反复中断。课件、投票和聊天不受影响。',
    lost: '您的位置已保留，正在重新连接。',
  },
  helps: '您可以试试',
  closer: '靠近路由器。',
  cameraOff: '关闭您的摄像头。',
  other: '从 Wi-Fi 换到手机流量，或者反过来。',
  apps: '关闭这台设备上的其他应用和下载。',
  isNow: '您的网络：{{level}}',
} as const;
