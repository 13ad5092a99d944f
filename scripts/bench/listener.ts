import type { Page } from 'playwright-core';

/** A stretch of sound, 10 ms long: when it was heard, by the machine's clock and by the sound's own, in ms. */
type Heard = [wall: number, sound: number];

declare global {
  interface Window {
    listener: { heard: Heard[]; tapped: number; from: number; until: number; gaps: number };
  }
}

/** Between two looks, in milliseconds: far less than the analyser keeps. */
const lookEvery = 50;
/** A busy page may answer this much later, in milliseconds. */
const spare = 10_000;
/** Sound that goes on for so long without a hole is there for good, in milliseconds. */
const steady = 3_000;
const hole = 1_000;

/** An ear at all voices that a page plays, from its first tap on. */
export class Listener {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** To be called before the page is opened. */
  static async at(page: Page): Promise<Listener> {
    await page.addInitScript(listen, lookEvery);
    return new Listener(page);
  }

  /** When the page was tapped first. @throws when it wasn't. */
  async tapped(): Promise<number> {
    const { tapped } = await this.#page.evaluate(() => window.listener);
    if (tapped === 0) throw new Error('Nobody has tapped.');
    return tapped;
  }

  /** Resolves with when the first sound after a moment was heard. @throws when none comes in time. */
  async soundAfter(moment: number, patience: number): Promise<number> {
    const found = await this.#page.waitForFunction(
      (from) => window.listener.heard.find(([wall]) => wall >= from)?.[0] ?? null,
      moment,
      { timeout: patience, polling: lookEvery },
    );
    return (await found.jsonValue()) ?? Number.NaN;
  }

  /** Resolves when sound has gone on for a while. @throws when it has not. */
  async goesOn(from: number): Promise<void> {
    const silence = await this.longestSilence(from, from + steady);
    if (silence > hole) throw new Error(`Sound came and went: ${Math.round(silence)} ms of silence.`);
  }

  /**
   * The longest time without sound between two moments, in milliseconds.
   *
   * @throws when the page was too busy to listen all the while, or there was no sound at all.
   */
  async longestSilence(from: number, until: number): Promise<number> {
    await this.#page.waitForFunction((to) => window.listener.until >= to, until, {
      polling: lookEvery,
      timeout: until - Date.now() + spare,
    });
    const { heard, from: began, gaps } = await this.#page.evaluate(() => window.listener);
    if (began > from || gaps > 0) throw new Error(`The page did not listen all the time: ${gaps} gaps.`);
    const within = heard.filter(([wall]) => wall >= from && wall <= until);
    const [first, last] = [within[0], within.at(-1)];
    if (!first || !last) throw new Error(`There was no sound for ${Math.round(until - from)} ms.`);
    const between = within.slice(1).map(([, sound], i) => sound - (within[i]?.[1] ?? sound) - 10);
    return Math.max(0, first[0] - from, until - last[0], ...between);
  }
}

/** Runs in the page. */
function listen(every: number): void {
  const state: Window['listener'] = { heard: [], tapped: 0, from: 0, until: 0, gaps: 0 };
  window.listener = state;
  /** A tone that a page sends has 0.14; what hides a loss fades from it, and silence has none. */
  const loud = 0.01;

  const begin = () => {
    state.tapped = Date.now();
    const audio = new AudioContext();
    const analyser = new AnalyserNode(audio, { fftSize: 32_768 });
    const taps = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
    const follow = () => {
      const playing = [...document.querySelectorAll('audio')].flatMap(({ paused, srcObject }) =>
        !paused && srcObject instanceof MediaStream ? srcObject.getAudioTracks() : [],
      );
      for (const [track, tap] of taps) {
        if (playing.includes(track)) continue;
        tap.disconnect();
        taps.delete(track);
      }
      for (const track of playing) {
        if (taps.has(track)) continue;
        const tap = audio.createMediaStreamSource(new MediaStream([track]));
        tap.connect(analyser);
        taps.set(track, tap);
      }
    };

    const kept = new Float32Array(analyser.fftSize);
    const chunk = audio.sampleRate / 100;
    const inMs = (samples: number) => (samples / audio.sampleRate) * 1_000;
    let seen: number | null = null;
    const look = () => {
      follow();
      const now = Date.now();
      const end = Math.round(audio.currentTime * audio.sampleRate);
      analyser.getFloatTimeDomainData(kept);
      if (seen === null) {
        seen = end;
        state.from = now;
      }
      if (end - seen > kept.length) {
        seen = end;
        state.gaps++;
      }
      for (; seen + chunk <= end; seen += chunk) {
        const at = kept.length - (end - seen);
        const energy = kept.subarray(at, at + chunk).reduce((sum, sample) => sum + sample * sample, 0);
        if (Math.sqrt(energy / chunk) >= loud) state.heard.push([now - inMs(end - seen), inMs(seen)]);
      }
      state.until = now - inMs(end - seen);
    };
    void audio.resume().then(() => setInterval(look, every));
  };
  // Only after a tap may a page make sound.
  addEventListener('click', begin, { capture: true, once: true });
}
