import type { BlurNews, BlurTask } from './frames.ts';

/** A camera's track with the background blurred. Not one frame of the camera's own comes through. */
export class BlurredTrack {
  /** Without a frame until the first blurred one. */
  readonly track: MediaStreamTrack;
  readonly #copy: MediaStreamTrack;
  readonly #worker: Worker;
  readonly #told: MessagePort;

  /** @param told how it goes; after bad news the track is without frames for good, until it is closed. */
  constructor(camera: MediaStreamTrack, told: (news: BlurNews) => void) {
    // A copy, since the camera's own track is dark while this one is sent.
    this.#copy = camera.clone();
    this.#copy.enabled = true;
    const { readable } = new MediaStreamTrackProcessor({ track: this.#copy });
    const out = new MediaStreamTrackGenerator({ kind: 'video' });
    this.track = out;
    const { port1, port2 } = new MessageChannel();
    this.#told = port1;
    port1.onmessage = ({ data }: MessageEvent<BlurNews>) => told(data);
    // In a worker, which a hidden tab doesn't slow down, and with the model only there: no page loads it.
    this.#worker = new Worker(new URL('./blurWorker.ts', import.meta.url), { type: 'module' });
    this.#worker.onerror = () => told('failed');
    const task: BlurTask = { readable, writable: out.writable, told: port2 };
    this.#worker.postMessage(task, [readable, out.writable, port2] as Transferable[]);
  }

  /** Lets everything go but the camera's own track. Safe to call twice. */
  close(): void {
    this.#told.onmessage = null;
    this.#told.close();
    this.#worker.onerror = null;
    this.#worker.terminate();
    this.#copy.stop();
    this.track.stop();
  }
}
