export default {
  welcome: 'Welcome, {{name}}',
  welcomeObserver: 'Welcome. You are here as an observer.',
  wait: 'You are in. The class begins at {{time}}; this page opens by itself.',
  here_one: '{{count}} person is here',
  here_other: '{{count}} people are here',
} as const;
