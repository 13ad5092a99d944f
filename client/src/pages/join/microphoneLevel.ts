import type { DeviceProblem } from '../../media/deviceProblems.ts';
import { openDevice } from '../../media/devices.ts';

export type OpenMicrophone = {
  /** Calls with every new level, 0 to 1, and returns how to stop; made for `Meter`. */
  watch(show: (level: number) => void): () => void;
  /** Lets the microphone go. Safe to call twice. */
  close(): void;
};

/** Silence in a quiet room, and a voice close by, in decibels of full scale. */
const quiet = -60;
const loud = -12;

/** Opens the microphone to see its level only: nothing is recorded or sent. To be called from a tap. */
export async function openMicrophone(): Promise<OpenMicrophone | { problem: DeviceProblem }> {
  const opened = await openDevice('microphone', null);
  if ('problem' in opened) return opened;
  const { track } = opened;
  const audio = new AudioContext();
  const analyser = new AnalyserNode(audio, { fftSize: 1024 });
  audio.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  void audio.resume();
  const samples = new Float32Array(analyser.fftSize);
  let closed = false;
  return {
    watch: (show) => {
      let level = 0;
      let frame = requestAnimationFrame(function look() {
        analyser.getFloatTimeDomainData(samples);
        // It falls slowly, so that the eye can follow single words.
        level = Math.max(levelOf(samples), level * 0.9);
        show(level);
        frame = requestAnimationFrame(look);
      });
      return () => cancelAnimationFrame(frame);
    },
    close: () => {
      if (closed) return;
      closed = true;
      track.stop();
      void audio.close();
    },
  };
}

/** How loud these samples are, 0 to 1 in even steps of decibels, as an ear hears it. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / samples.length);
  return Math.min(1, Math.max(0, (decibels - quiet) / (loud - quiet)));
}
