const other = 'It did not start. Reload the page and try again; meanwhile you see and hear everything.';
const insecure =
  'The browser gives it only to pages with HTTPS. Tell your trainer; you see and hear everything.';
const unsupported = 'This browser can’t do that. Try another one; you see and hear everything.';

export default {
  onStage: 'On the stage',
  inGroup: 'In your group',
  isMuted: '{{name}} is muted',
  microphone: { on: 'Mute', off: 'Speak' },
  camera: { on: 'Camera off', off: 'Camera' },
  screen: { on: 'Stop sharing', off: 'Share screen' },
  invited: 'The trainer invites you to speak',
  invitedText: 'Everybody will hear you. Your browser may ask for the microphone: choose “Allow”.',
  accept: 'Turn my microphone on',
  notNow: 'Not now',
  youAreUp: 'You are on the stage: everybody can hear you.',
  turnOnToSpeak: 'You are on the stage. Turn your microphone on to speak.',
  youAreOnStage: 'You are on the stage.',
  stepDown: 'I am done',
  elsewhere: 'Your microphone and camera are on another device of yours',
  elsewhereText: 'This one stays silent, so that nobody hears an echo.',
  useHere: 'Use them here',
  hear: 'Tap here to hear the class',
  mute: 'Mute {{name}}',
  muteAll: 'Mute all',
  invite: 'Invite {{name}} to the stage',
  takeDown: 'End {{name}}’s time on the stage',
  takeBack: 'Take the invitation of {{name}} back',
  choose: { microphone: 'Microphone', camera: 'Camera', speaker: 'Speaker', system: 'As the device chooses' },
  mode: {
    label: 'Picture and sound',
    auto: 'As the network allows',
    full: 'Everything',
    light: 'One small picture',
    audio: 'Sound and slides only',
    by: {
      full: 'The network carries everything.',
      light: 'The network is weak at present: one small picture.',
      audio: 'The network is very weak at present: sound and slides.',
    },
    now: {
      full: 'The network is good again: everything is shown.',
      light: 'The network is weak: one small picture now. The sound goes on.',
      audio: 'The network is very weak: sound and slides now, no pictures of people.',
    },
  },
  problem: {
    microphone: {
      denied:
        'The microphone is blocked. Tap the lock beside the address, allow the microphone, and try again.',
      noDevice: 'No microphone was found. You can still listen, vote and write in the chat.',
      inUse: 'Another app uses the microphone, perhaps a call. Close it and try again.',
      insecure,
      unsupported,
      other,
    },
    camera: {
      denied: 'The camera is blocked. Tap the lock beside the address, allow the camera, and try again.',
      noDevice: 'No camera was found. You can go on with your voice only.',
      inUse: 'Another app uses the camera. Close it and try again, or go on with your voice only.',
      insecure,
      unsupported,
      other,
    },
    screen: {
      denied: 'The screen was not shared. Try again and choose a window or the whole screen.',
      noDevice: 'No screen can be shared from this device.',
      inUse: 'The screen can’t be shared at the moment. Try again.',
      insecure,
      unsupported: 'This browser can’t share a screen. Use a laptop for that.',
      other,
    },
  },
} as const;
