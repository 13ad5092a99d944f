export default {
  removed: { title: '您已被请出本次课堂', text: '如有误会，请联系培训师或本厂联络员。' },
  classOver: { title: '本次课堂已结束', text: '感谢您的参与，可以关闭此页面了。' },
  linkRevoked: { title: '这个链接已失效', text: '请向发链接给您的人要一个新的。' },
  notJoined: { title: '您还没有进入这个课堂', text: '请打开收到的链接，选择您的姓名。' },
  unreachable: { title: '连接不上课堂', text: '请检查网络，然后重试。' },
  gaveWay: {
    title: '课堂已在您的其他设备上打开',
    text: '最多可以同时在 20 台设备或标签页上打开，您已超过。请在那边继续，或者回到这里。',
  },
  slow: {
    title: '正在打开课堂…',
    text: '比平时慢一些。请留在此页面，打开后会自动进入。如果一直打不开，请靠近路由器，或者改用手机流量。',
  },
  comeBack: '回到这里',
} as const;
