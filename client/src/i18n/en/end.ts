export default {
  removed: {
    title: 'You were taken out of this class',
    text: 'If that was a mistake, contact your trainer or your liaison officer.',
  },
  classOver: { title: 'The class is over', text: 'Thank you for taking part. You can close this page.' },
  linkRevoked: { title: 'This link is no longer valid', text: 'Ask the person who sent it for a new one.' },
  notJoined: {
    title: 'You are not in this class yet',
    text: 'Open the link that you were sent and choose your name.',
  },
  unreachable: { title: 'The classroom can’t be reached', text: 'Check your network, then try again.' },
  gaveWay: {
    title: 'The class is open on your newer devices',
    text: 'You can have it on 20 devices or tabs, and you opened more. Go on there, or come back here.',
  },
  slow: {
    title: 'Opening the classroom…',
    text: 'This takes longer than usual. Stay on this page: it opens by itself. If it lasts, move closer to the Wi-Fi or switch to mobile data.',
  },
  comeBack: 'Come back here',
} as const;
