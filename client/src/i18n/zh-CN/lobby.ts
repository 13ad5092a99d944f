export default {
  welcome: '{{name}}，欢迎您',
  welcomeObserver: '欢迎您以观察员身份参加。',
  wait: '您已进入。课堂\u00a0{{time}}\u00a0开始，届时会自动打开。',
  here_other: '已有 {{count}} 人到场',
} as const;
