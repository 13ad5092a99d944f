/** A track's frames as Chromium hands them out; TypeScript's own types don't have these two. */
declare global {
  /** https://www.w3.org/TR/mediacapture-transform/ in its form of 2021, on the page's own thread. */
  var MediaStreamTrackProcessor: new (init: {
    track: MediaStreamTrack;
  }) => { readonly readable: ReadableStream<VideoFrame> };
  var MediaStreamTrackGenerator: new (init: {
    kind: 'video';
  }) => MediaStreamTrack & { readonly writable: WritableStream<VideoFrame> };
}

/** What the worker is given: frames in, frames out, and where to tell how it goes. */
export type BlurTask = {
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
  readonly told: MessagePort;
};

/**
 * `working`: the first blurred frame is out. The others end the work: `failed` for whatever reason, `slow` when this
 * machine gives fewer than ten frames a second though it does as little as it can.
 */
export type BlurNews = 'working' | 'failed' | 'slow';
