import { type ClipPlace, placeAt } from '#shared/features/clips.ts';
import { far, stepFor } from './inStep.ts';
import { WaitingTime } from './WaitingTime.ts';

/** How often it is looked whether the video is where it should be, in milliseconds. */
const lookEvery = 200;
/** Of a video that stands, in seconds: nearer than a picture. */
const standing = 0.03;
/** A jump is aimed so much further at most, in seconds, as the last one took. */
const longestAim = 4;
/** A file that the network gave up is asked for again after this long, in milliseconds. */
const againAfter = 2_000;
const events = [
  'loadedmetadata',
  'canplay',
  'seeked',
  'playing',
  'waiting',
  'pause',
  'ended',
  'error',
] as const;

/** `off`: it plays, but further from everybody's place than is promised. `waiting`: nothing is loaded. */
export type ClipPace = 'inStep' | 'off' | 'waiting';

type ClipKeeperOptions = {
  readonly element: HTMLVideoElement;
  /** The server's time. */
  readonly now: () => number;
  /** The browser lets it play without sound only; it is muted. */
  readonly refused: () => void;
  /** How it keeps up while it should play; a video that stands is in step. */
  readonly pace: (pace: ClipPace) => void;
  /** The network is too weak for this file. */
  readonly tooWeak: () => void;
};

/** Keeps a video element where the Room says it is, whatever the network and the browser do to it. */
export class ClipKeeper {
  readonly #element: HTMLVideoElement;
  readonly #now: () => number;
  readonly #refused: () => void;
  readonly #pace: (pace: ClipPace) => void;
  readonly #tooWeak: () => void;
  readonly #waited = new WaitingTime();
  readonly #timer: ReturnType<typeof setInterval>;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #place: ClipPlace | null = null;
  #length = 0;
  #isStarting = false;
  #source = '';
  /** When the file was asked for, by `performance.now()`. */
  #askedAt = 0;
  /** When the last jump began, by `performance.now()`; null once it has landed. */
  #jumpedAt: number | null = null;
  /** How long the last jump took, in seconds. */
  #jumpTakes = 0.1;

  constructor({ element, now, refused, pace, tooWeak }: ClipKeeperOptions) {
    this.#element = element;
    this.#now = now;
    this.#refused = refused;
    this.#pace = pace;
    this.#tooWeak = tooWeak;
    for (const event of events) element.addEventListener(event, this.#look);
    this.#timer = setInterval(this.#look, lookEvery);
  }

  /**
   * Loads another file of the same video, and goes on where it is.
   *
   * @param patience so much waiting of late, in milliseconds, and the network is too weak for it.
   */
  load(source: string, patience: number): void {
    this.#source = source;
    this.#waited.begin(patience);
    this.#ask();
    this.#look();
  }

  /** @param length of the whole video, in milliseconds. */
  want(place: ClipPlace, length: number): void {
    this.#place = place;
    this.#length = length;
    this.#look();
  }

  close(): void {
    clearInterval(this.#timer);
    clearTimeout(this.#soon);
    for (const event of events) this.#element.removeEventListener(event, this.#look);
    this.#element.playbackRate = 1;
  }

  #look = (): void => {
    const place = this.#place;
    const element = this.#element;
    if (!place || !element.src) return;
    if (element.error && performance.now() - this.#askedAt > againAfter) this.#ask();
    const now = this.#now();
    const target = placeAt(place, this.#length, now) / 1000;
    const isOver = target * 1000 >= this.#length;
    const plays = place.playing && now >= place.at && !isOver;
    if (plays) {
      this.#play(target);
      return;
    }
    this.#tell('inStep');
    this.#stand(target);
    if (place.playing && !isOver) this.#lookIn(place.at - now);
  };

  #stand(target: number): void {
    const element = this.#element;
    if (!element.paused) element.pause();
    element.playbackRate = 1;
    this.#jumpedAt = null;
    const reachable = Math.min(target, Number.isFinite(element.duration) ? element.duration : target);
    if (!element.seeking && Math.abs(element.currentTime - reachable) > standing)
      element.currentTime = reachable;
  }

  #play(target: number): void {
    const element = this.#element;
    // The sound alone may end a moment before the picture does.
    const isOver = target >= element.duration;
    const isReady = !element.seeking && element.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
    if (isOver) {
      this.#tell('inStep');
      return;
    }
    if (!isReady) this.#tell('waiting', true);
    // Loading begins there.
    const knowsNothing = element.readyState === HTMLMediaElement.HAVE_NOTHING;
    if (knowsNothing && Math.abs(element.currentTime - target) > 1) element.currentTime = target;
    if (isReady) this.#correct(target);
    else this.#start();
  }

  #correct(target: number): void {
    const element = this.#element;
    if (this.#jumpedAt !== null) {
      this.#jumpTakes = Math.min(longestAim, (performance.now() - this.#jumpedAt) / 1000);
      this.#jumpedAt = null;
    }
    const ahead = element.currentTime - target;
    this.#tell(Math.abs(ahead) < far ? 'inStep' : 'off', ahead < -far);
    const step = stepFor(ahead, isLoaded(element, target), element.playbackRate !== 1);
    if (step.do === 'wait') {
      if (!element.paused) element.pause();
      this.#lookIn(step.seconds * 1000);
      return;
    }
    if (step.do === 'jump') {
      this.#jumpedAt = performance.now();
      element.playbackRate = 1;
      element.currentTime = Math.min(target + this.#jumpTakes, element.duration);
    } else if (element.playbackRate !== step.rate) element.playbackRate = step.rate;
    this.#start();
  }

  #start(): void {
    const element = this.#element;
    if (!element.paused || this.#isStarting) return;
    this.#isStarting = true;
    element
      .play()
      .catch((error: unknown) => {
        // Any other failure is a file that is being changed for another.
        if (!(error instanceof DOMException && error.name === 'NotAllowedError') || element.muted) return;
        element.muted = true;
        this.#refused();
      })
      .finally(() => {
        this.#isStarting = false;
      });
  }

  #tell(pace: ClipPace, isLate = false): void {
    this.#pace(pace);
    if (this.#waited.isTooLong(isLate, performance.now())) this.#tooWeak();
  }

  #ask(): void {
    this.#element.src = this.#source;
    this.#askedAt = performance.now();
    this.#jumpedAt = null;
  }

  #lookIn(ms: number): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(this.#look, ms);
  }
}

function isLoaded({ buffered }: HTMLVideoElement, time: number): boolean {
  for (let i = 0; i < buffered.length; i++)
    if (buffered.start(i) <= time && time < buffered.end(i)) return true;
  return false;
}
