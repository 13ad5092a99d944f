export default {
  title: 'Where do you sit?',
  why: 'Do several of you sit in one room, each with a device? Then only one may sound, or the room howls.',
  alone: 'I sit by myself',
  sounding: 'We sit in one room: this device sounds',
  soundingHint: 'You hear and speak with this one. The others in the room are silent.',
  silent: 'We sit in one room: this device is silent',
  silentHint: 'You hear the class from the other device. Slides, votes and chat go on here.',
  silentLater: 'You can choose this once another device in the room sounds.',
  soundsAt: 'The sound of your room comes from the device of {{name}}.',
} as const;
