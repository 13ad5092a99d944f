export default {
  choose: 'Colours',
  system: 'Like the device',
  light: 'Light',
  dark: 'Dark',
} as const;
