export default {
  title: 'Sound check',
  play: 'Play a tone',
  playAgain: 'Play again',
  didYouHear: 'Did you hear it?',
  yes: 'Yes',
  no: 'No',
  heard: 'Good: you will hear the class.',
  unheard: 'Try this, then play it again',
  hint: {
    volume: 'Turn the volume up with the buttons at the side.',
    silent: 'Turn silent mode off, on an iPhone with its silent switch.',
    bluetooth: 'The sound may go to Bluetooth headphones: put them on, or turn Bluetooth off.',
  },
  tryMicrophone: 'Test mic',
  stop: 'Stop',
  speak: 'Say something: the bar moves',
  works: 'Your microphone works.',
  nothingHeard:
    'Nothing was heard. Speak close to the microphone and try again, or just join: you hear everything.',
  problem: {
    denied:
      'The microphone is blocked. Tap the lock beside the address and allow it, or just join: you hear everything.',
    noDevice: 'No microphone was found. You can join all the same and hear everything.',
    inUse:
      'Another app uses the microphone, perhaps a call. Close it and try again, or just join and listen.',
    insecure:
      'This address is not secure (HTTPS), so the browser gives no microphone. You can join and hear everything.',
    unsupported: 'This browser gives no microphone. You can join all the same and hear everything.',
    other: 'The microphone did not start. Try again, or just join: you hear everything.',
  },
} as const;
