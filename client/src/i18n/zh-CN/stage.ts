const other = '没有启动成功。请刷新页面再试；您仍然可以看和听。';
const insecure = '浏览器只允许 HTTPS 页面使用它。请告诉培训师；您仍然可以看和听。';
const unsupported = '这个浏览器不支持。请换一个浏览器；您仍然可以看和听。';

export default {
  onStage: '台上的人',
  inGroup: '您的小组',
  isMuted: '{{name}} 已静音',
  microphone: { on: '静音', off: '发言' },
  camera: { on: '关摄像头', off: '摄像头' },
  screen: { on: '停止共享', off: '共享屏幕' },
  invited: '培训师邀请您发言',
  invitedText: '全班都会听到您的声音。浏览器可能会询问麦克风权限，请选择“允许”。',
  accept: '打开麦克风',
  notNow: '暂时不了',
  youAreUp: '您在台上，全班都能听到您。',
  turnOnToSpeak: '您已上台，打开麦克风就可以发言。',
  youAreOnStage: '您已上台。',
  stepDown: '我说完了',
  hear: '点这里，听课堂声音',
  mute: '让 {{name}} 静音',
  muteAll: '全体静音',
  invite: '邀请 {{name}} 上台',
  takeDown: '请 {{name}} 下台',
  takeBack: '收回给 {{name}} 的邀请',
  choose: { microphone: '麦克风', camera: '摄像头', speaker: '扬声器', system: '由设备选择' },
  problem: {
    microphone: {
      denied: '麦克风被禁止了。请点地址栏旁边的锁，允许麦克风，然后再试。',
      noDevice: '没有找到麦克风。您仍然可以听课、投票和打字。',
      inUse: '麦克风正被其他应用占用，可能在通话。请关闭后再试。',
      insecure,
      unsupported,
      other,
    },
    camera: {
      denied: '摄像头被禁止了。请点地址栏旁边的锁，允许摄像头，然后再试。',
      noDevice: '没有找到摄像头。您可以只用声音。',
      inUse: '摄像头正被其他应用占用。请关闭后再试，或者只用声音。',
      insecure,
      unsupported,
      other,
    },
    screen: {
      denied: '没有共享屏幕。请再试一次，选择一个窗口或整个屏幕。',
      noDevice: '这台设备不能共享屏幕。',
      inUse: '暂时不能共享屏幕，请再试。',
      insecure,
      unsupported: '这个浏览器不能共享屏幕，请使用电脑。',
      other,
    },
  },
} as const;
