export default {
  title: '您坐在哪里？',
  why: '几个人坐在同一个房间、各用各的设备吗？那就只留一台出声，否则会有刺耳的啸叫。',
  alone: '我身边没有其他学员',
  sounding: '我们在同一个房间：这台设备出声',
  soundingHint: '用这台设备听和说，房间里其他设备静音。',
  silent: '我们在同一个房间：这台设备静音',
  silentHint: '从另一台设备听课，这里照常看课件、投票和聊天。',
  silentLater: '房间里有另一台设备出声后，才能选这一项。',
  soundsAt: '你们房间的声音来自 {{name}} 的设备。',
} as const;
