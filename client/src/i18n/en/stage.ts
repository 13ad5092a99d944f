const other = 'It did not start. Reload the page and try again; meanwhile you see and hear everything.';
const insecure =
  'The browser gives it only to pages with HTTPS. Tell your trainer; you see and hear everything.';
const unsupported = 'This browser can’t do that. Try another one; you see and hear everything.';

export default {
  onStage: 'On the stage',
  inGroup: 'In your group',
  isMuted: '{{name}} is muted',
  microphone: { on: 'Mute', off: 'Speak', elsewhere: 'Mute other device' },
  camera: { on: 'Camera off', off: 'Camera', elsewhere: 'Other camera off' },
  screen: { on: 'Stop sharing', off: 'Share screen', elsewhere: 'Stop other screen' },
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
  unheard:
    'This browser can’t play the sound and picture of the class. Open your link in Chrome, Edge, Safari or Firefox. Slides, votes and chat go on here.',
  mute: 'Mute {{name}}',
  muteAll: 'Mute all',
  invite: 'Invite {{name}} to the stage',
  takeDown: 'End {{name}}’s time on the stage',
  takeBack: 'Take the invitation of {{name}} back',
  soundAndPicture: 'Sound and picture',
  device: {
    gone: '“{{device}}” is gone; “{{used}}” is used.',
    speakerGone: '“{{device}}” is gone; the sound comes from the system’s speaker.',
    back: '“{{device}}” is back and is used again.',
  },
  level: { try: 'Try the microphone', stop: 'Stop trying', speak: 'Say something: the bar moves' },
  choose: {
    microphone: 'Microphone',
    camera: 'Camera',
    speaker: 'Speaker',
    system: 'As the device chooses',
    now: 'Now: {{device}}',
    unplugged: '{{device}} (not plugged in)',
    unknown: 'None known yet: the browser names it once it is switched on or tried',
  },
  blur: {
    label: 'Blur my background',
    idle: 'You stay sharp, the room behind you does not. It is done on this computer.',
    preparing: 'Getting ready. Until then no picture of you is sent.',
    working: 'The room behind you is blurred for everybody.',
    failed:
      'The background can’t be blurred on this computer now, so your camera is off. Switch it on to try again, or switch the blur off first to be seen without it.',
    slow: 'This computer is too slow to blur the background, so your camera is off. Switch the blur off to be seen without it.',
  },
  mode: {
    label: 'What comes to this device',
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
  keptMuted: {
    microphone:
      'Your device keeps the microphone muted, so nobody hears you. Look for a mute key or switch on it or on the headset.',
    camera:
      'Your device keeps the camera dark, so nobody sees you. Look for a camera key, a switch or a cover.',
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
