export default {
  title: 'Network of each person',
  ofNetwork: 'Network: {{words}}. Show whose',
  good: 'Good',
  troubled: '{{count}} of {{all}} weak',
  noAnswer: 'no answer',
  roundTrip: '{{ms}} ms',
  loss: '{{share}} lost',
  kbit: '{{kbit}} kbit/s',
  soundOnly: 'sound and slides',
  noPicture: 'no picture',
  layer: {
    small: 'small picture',
    middle: 'middle picture',
    large: 'large picture',
  },
  advice: {
    fine: 'Everybody should hear and see the class without trouble.',
    few: 'The network carries the others. Ask these to move closer to the Wi-Fi, to switch between Wi-Fi and mobile data, or to choose “Sound and slides only” under More.',
    all: 'Most of this enterprise are weak, so it is the network that they share. Ask them to turn cameras off, and to follow on fewer devices: several people before one screen.',
  },
} as const;
