export default {
  title: '网络情况',
  ofNetwork: '网络：{{words}}。查看详情',
  good: '良好',
  troubled: '{{all}} 人中 {{count}} 人较弱',
  noAnswer: '无回应',
  roundTrip: '{{ms}} 毫秒',
  loss: '丢失 {{share}}',
  kbit: '{{kbit}} kbit/s',
  soundOnly: '只有声音和课件',
  noPicture: '没有画面',
  layer: {
    small: '小画面',
    middle: '中画面',
    large: '大画面',
  },
  advice: {
    fine: '所有人应该都能正常听和看。',
    few: '其他人的网络正常。请让这几位靠近路由器，在 Wi-Fi 和手机流量之间切换，或者在“更多”里选择“只有声音和课件”。',
    all: '这家企业大多数人的网络都弱，应该是他们共用的网络问题。请他们关闭摄像头，并减少设备：几个人共用一块屏幕。',
  },
} as const;
