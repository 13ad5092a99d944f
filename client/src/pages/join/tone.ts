import { borrowVoice, giveVoiceBack } from '../../media/voices.ts';

/** Two notes of a fifth, that small loudspeakers play well; each begins and dies away softly. */
const notes = [
  { frequency: 523.25, at: 0 },
  { frequency: 783.99, at: 0.35 },
];
const longest = 2;

/**
 * Plays a short pleasant tone, to be called from a tap. It takes the way of the class's voices, through
 * one of their audio elements: where this is heard, they are. Resolves when it has faded; throws when
 * the browser plays nothing.
 */
export async function playTone(): Promise<void> {
  const audio = new AudioContext();
  const voice = borrowVoice();
  try {
    const out = audio.createMediaStreamDestination();
    voice.srcObject = out.stream;
    await Promise.all([audio.resume(), voice.play()]);
    const ends = notes.map(({ frequency, at }) => playNote(audio, out, frequency, audio.currentTime + at));
    await Promise.all(ends);
  } finally {
    giveVoiceBack(voice);
    await audio.close();
  }
}

function playNote(audio: AudioContext, out: AudioNode, frequency: number, at: number): Promise<void> {
  const note = new OscillatorNode(audio, { frequency });
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(0.35, at + 0.03);
  loudness.gain.exponentialRampToValueAtTime(0.001, at + longest - 0.4);
  note.connect(loudness).connect(out);
  note.start(at);
  note.stop(at + longest - 0.35);
  return new Promise((resolve) => {
    note.onended = () => resolve();
  });
}
