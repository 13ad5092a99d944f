export default {
  removed: { title: '您已被请出本次课堂', text: '如有误会，请联系培训师或本厂联络员。' },
  classOver: { title: '本次课堂已结束', text: '感谢您的参与，可以关闭此页面了。' },
  linkRevoked: { title: '这个链接已失效', text: '请向发链接给您的人要一个新的。' },
  notJoined: { title: '您还没有进入这个课堂', text: '请打开收到的链接，选择您的姓名。' },
  unreachable: { title: '连接不上课堂', text: '请检查网络，然后重试。' },
} as const;
