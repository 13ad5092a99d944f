export default {
  lost: 'Your connection is interrupted',
  stay: 'You keep your place. We are connecting again.',
  tryThis: 'We keep trying. If it lasts: switch between Wi-Fi and mobile data, or move closer to the Wi-Fi.',
  back: 'You are connected again.',
  level: {
    good: 'Good',
    weak: 'Weak',
    bad: 'Very weak',
    lost: 'Interrupted',
  },
  says: {
    good: 'You should hear and see the class without trouble.',
    weak: 'Sound or picture may stop for a moment.',
    bad: 'Sound and picture may stop again and again. Slides, votes and chat go on.',
    lost: 'You keep your place. We are connecting again.',
  },
  helps: 'What you can try',
  closer: 'Move closer to the Wi-Fi.',
  cameraOff: 'Turn your camera off.',
  other: 'Switch from Wi-Fi to mobile data, or the other way round.',
  apps: 'Close other apps and downloads on this device.',
  isNow: 'Your connection: {{level}}',
} as const;
