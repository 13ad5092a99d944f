/** A picture of 720 lines takes one core about half its time; the page, the encoder and the class need the others. */
const leastCores = 4;
/** The screen of a small laptop, in CSS pixels. */
const leastScreen = 1024;

/**
 * Whether this machine is offered to blur what is behind its person: a laptop or desktop, with cores to spare, whose
 * browser hands out frames. Browsers that do (Chromium's, since 94) also have WebAssembly with SIMD.
 */
export const canBlur = (): boolean =>
  'MediaStreamTrackProcessor' in window &&
  'MediaStreamTrackGenerator' in window &&
  screen.width >= leastScreen &&
  matchMedia('(pointer: fine)').matches &&
  navigator.hardwareConcurrency >= leastCores &&
  hasWebGl2();

let webGl2: boolean | null = null;
/** Asked once: browsers have few contexts to give. */
function hasWebGl2(): boolean {
  webGl2 ??= new OffscreenCanvas(1, 1).getContext('webgl2') !== null;
  return webGl2;
}
