import type { DeviceProblem } from './deviceProblems.ts';
import { openDevice } from './devices.ts';

export type Level = {
  /** Calls with every new level, 0 to 1, and returns how to stop; made for `Meter`. */
  watch(show: (level: number) => void): () => void;
  /** Ends the measuring, and lets a microphone go that was opened for it. Safe to call twice. */
  close(): void;
};

/** Silence in a quiet room, and a voice close by, in decibels of full scale. */
const quiet = -60;
const loud = -12;

/**
 * Opens a microphone to see its level only: nothing is recorded or sent. To be called from a tap.
 * @param deviceId null: the browser's choice.
 */
export async function openMicrophone(
  deviceId: string | null = null,
): Promise<Level | { problem: DeviceProblem }> {
  const opened = await openDevice('microphone', deviceId);
  if ('problem' in opened) return opened;
  const level = levelOfTrack(opened.track);
  return {
    watch: level.watch,
    close: () => {
      level.close();
      opened.track.stop();
    },
  };
}

/** How loud a track is at present; the track stays its owner's. */
export function levelOfTrack(track: MediaStreamTrack): Level {
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
