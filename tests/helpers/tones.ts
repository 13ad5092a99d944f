import type { BrowserContext, Page } from 'playwright-core';

/**
 * Chromium's fake microphone beeps alike in every page. This gives each page a tone of its own instead,
 * so that a listener can tell who is heard. To be called before the page is opened.
 */
export async function giveTone(context: BrowserContext | Page, hertz: number): Promise<void> {
  await context.addInitScript((frequency: number) => {
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      if (!constraints?.audio) return real(constraints);
      // Asked for all the same, so that permission and absence are as they are.
      const asked = await real(constraints);
      for (const track of asked.getAudioTracks()) {
        asked.removeTrack(track);
        track.stop();
      }
      const audio = new AudioContext();
      const tone = new OscillatorNode(audio, { frequency });
      const level = new GainNode(audio, { gain: 0.2 });
      const out = audio.createMediaStreamDestination();
      tone.connect(level).connect(out);
      tone.start();
      for (const track of out.stream.getAudioTracks()) asked.addTrack(track);
      return asked;
    };
  }, hertz);
}

/**
 * Which of these tones arrive in a page's audio elements at this moment. An element that the browser
 * doesn't let play is not listened to.
 */
export function tonesHeard(page: Page, tones: readonly number[]): Promise<number[]> {
  return page.evaluate(async (candidates) => {
    const audio = new AudioContext();
    try {
      const sinks = [...document.querySelectorAll('audio')].filter(
        ({ paused, srcObject }) =>
          !paused && srcObject instanceof MediaStream && srcObject.getAudioTracks().length > 0,
      );
      const analysers = sinks.map((sink) => {
        const analyser = new AnalyserNode(audio, { fftSize: 8192, smoothingTimeConstant: 0 });
        audio.createMediaStreamSource(sink.srcObject as MediaStream).connect(analyser);
        return analyser;
      });
      // The analyser's window, with a margin for the first packets.
      const until = audio.currentTime + 0.4;
      while (audio.currentTime < until) await new Promise(requestAnimationFrame);
      const isHeard = (analyser: AnalyserNode, frequency: number) => {
        const bins = new Float32Array(analyser.frequencyBinCount);
        analyser.getFloatFrequencyData(bins);
        const at = Math.round((frequency / audio.sampleRate) * analyser.fftSize);
        return Math.max(...bins.subarray(at - 2, at + 3)) > -60;
      };
      return candidates.filter((frequency) => analysers.some((analyser) => isHeard(analyser, frequency)));
    } finally {
      await audio.close();
    }
  }, tones);
}
