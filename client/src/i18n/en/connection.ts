export default {
  lost: 'Your connection is interrupted',
  stay: 'You keep your place. We are connecting again.',
  tryThis: 'We keep trying. If it lasts: switch between Wi-Fi and mobile data, or move closer to the Wi-Fi.',
  back: 'You are connected again.',
} as const;
