import model from '@twilio/video-processors/dist/build/selfie_segmentation_landscape.tflite?url';
import createTflite, { type Tflite } from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js';
import wasm from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.wasm?url';

/** How much of the newest mask there is in the one used: what flickers from frame to frame is evened out. */
const newest = 0.6;

/** Width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** Tells a person from what is behind them: MediaPipe's model for selfies in landscape, run by TensorFlow Lite. */
export class Segmenter {
  /** What pictures it takes and what masks it gives. */
  readonly size: Size;
  readonly #tflite: Tflite;
  readonly #mask: Uint8Array;

  private constructor(tflite: Tflite) {
    this.#tflite = tflite;
    this.size = { width: tflite._getInputWidth(), height: tflite._getInputHeight() };
    this.#mask = new Uint8Array(this.size.width * this.size.height);
  }

  /** Loads model and code from our own server. @throws when one of them can't be had. */
  static async load(): Promise<Segmenter> {
    const [wasmBinary, bytes] = await Promise.all([fetchBytes(wasm), fetchBytes(model)]);
    const tflite = await createTflite({ wasmBinary, print: () => {}, printErr: () => {} });
    tflite.HEAPU8.set(new Uint8Array(bytes), tflite._getModelBufferMemoryOffset());
    if (tflite._loadModel(bytes.byteLength) !== 0) throw new Error('The model could not be loaded.');
    return new Segmenter(tflite);
  }

  /**
   * @param picture red, green, blue and alpha of each pixel, from the upper left, of `size`.
   * @returns how surely each pixel is the person, 0 to 255; the same array each time.
   */
  person(picture: Uint8Array): Uint8Array {
    const input = this.#tflite._getInputMemoryOffset() / 4;
    const output = this.#tflite._getOutputMemoryOffset() / 4;
    const mask = this.#mask;
    const into = this.#tflite.HEAPF32.subarray(input, input + mask.length * 3);
    for (let i = 0; i < mask.length; i++) {
      into[i * 3] = (picture[i * 4] ?? 0) / 255;
      into[i * 3 + 1] = (picture[i * 4 + 1] ?? 0) / 255;
      into[i * 3 + 2] = (picture[i * 4 + 2] ?? 0) / 255;
    }
    if (this.#tflite._runInference() !== 0) throw new Error('The model could not be run.');
    const found = this.#tflite.HEAPF32.subarray(output, output + mask.length);
    for (let i = 0; i < mask.length; i++)
      mask[i] = (1 - newest) * (mask[i] ?? 0) + newest * 255 * (found[i] ?? 0);
    return mask;
  }
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.arrayBuffer();
}
