import type { Size } from './Segmenter.ts';
import { blurred, composed, copied, vertices } from './shaders.ts';

/** The background is blurred in a smaller picture: this much of the width and height. */
const share = 1 / 4;

type Target = Size & { readonly texture: WebGLTexture; readonly buffer: WebGLFramebuffer };

/** Draws frames with a blurred background, on the graphics processor. */
export class BlurPainter {
  readonly #canvas = new OffscreenCanvas(1, 1);
  readonly #gl: WebGL2RenderingContext;
  readonly #copied: WebGLProgram;
  readonly #blurred: WebGLProgram;
  readonly #composed: WebGLProgram;
  readonly #frame: WebGLTexture;
  readonly #mask: WebGLTexture;
  readonly #small: Target;
  readonly #pixels: Uint8Array;
  #quarters: readonly [Target, Target, Target] | null = null;

  /** @param small the size of the pictures and masks of who finds the person. @throws without WebGL 2. */
  constructor(small: Size) {
    const gl = this.#canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
    if (!gl) throw new Error('There is no WebGL 2.');
    this.#gl = gl;
    this.#copied = program(gl, copied);
    this.#blurred = program(gl, blurred);
    this.#composed = program(gl, composed);
    this.#frame = texture(gl);
    this.#mask = texture(gl);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R8, small.width, small.height);
    this.#small = target(gl, small);
    this.#pixels = new Uint8Array(small.width * small.height * 4);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  }

  /** The next picture. */
  take(frame: VideoFrame): void {
    const gl = this.#gl;
    const { displayWidth: width, displayHeight: height } = frame;
    if (this.#canvas.width !== width || this.#canvas.height !== height) this.#resize({ width, height });
    gl.bindTexture(gl.TEXTURE_2D, this.#frame);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, frame);
    this.#draw(this.#copied, this.#quarter(0), { picture: this.#frame });
  }

  /** The picture as who finds the person takes it; the same array each time. */
  small(): Uint8Array {
    const gl = this.#gl;
    const { width, height } = this.#small;
    this.#draw(this.#copied, this.#small, { picture: this.#quarter(0).texture });
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, this.#pixels);
    return this.#pixels;
  }

  /** @param mask how surely each pixel is the person, 0 to 255. */
  setPerson(mask: Uint8Array): void {
    const gl = this.#gl;
    const { width, height } = this.#small;
    gl.bindTexture(gl.TEXTURE_2D, this.#mask);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, width, height, gl.RED, gl.UNSIGNED_BYTE, mask);
  }

  /** The picture taken, sharp where the person is. @throws when the graphics processor was lost. */
  paint(timestamp: number): VideoFrame {
    const gl = this.#gl;
    const [whole, across, down] = [this.#quarter(0), this.#quarter(1), this.#quarter(2)];
    // Across, then down: the same as both at once, for far less.
    this.#draw(this.#blurred, across, { picture: whole.texture, mask: this.#mask }, [1 / whole.width, 0]);
    this.#draw(this.#blurred, down, { picture: across.texture }, [0, 1 / whole.height]);
    this.#draw(this.#composed, null, {
      picture: this.#frame,
      background: down.texture,
      mask: this.#mask,
    });
    if (gl.isContextLost()) throw new Error('The graphics processor was lost.');
    return new VideoFrame(this.#canvas, { timestamp, alpha: 'discard' });
  }

  #quarter(which: 0 | 1 | 2): Target {
    if (!this.#quarters) throw new Error('There is no picture yet.');
    return this.#quarters[which];
  }

  #resize({ width, height }: Size): void {
    const gl = this.#gl;
    Object.assign(this.#canvas, { width, height });
    for (const each of this.#quarters ?? []) {
      gl.deleteFramebuffer(each.buffer);
      gl.deleteTexture(each.texture);
    }
    const size = { width: Math.ceil(width * share), height: Math.ceil(height * share) };
    this.#quarters = [target(gl, size), target(gl, size), target(gl, size)];
  }

  /** @param to null: what is shown. @param step from one pixel that is mixed in to the next, in shares of the picture. */
  #draw(
    how: WebGLProgram,
    to: Target | null,
    textures: Readonly<Record<string, WebGLTexture>>,
    step: readonly [number, number] = [0, 0],
  ): void {
    const gl = this.#gl;
    const { width, height } = to ?? this.#canvas;
    gl.useProgram(how);
    gl.bindFramebuffer(gl.FRAMEBUFFER, to?.buffer ?? null);
    gl.viewport(0, 0, width, height);
    for (const [unit, [name, it]] of Object.entries(textures).entries()) {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, it);
      gl.uniform1i(gl.getUniformLocation(how, name), unit);
    }
    gl.activeTexture(gl.TEXTURE0);
    gl.uniform2f(gl.getUniformLocation(how, 'step_'), ...step);
    // Textures begin at the top; only what is shown begins at the bottom.
    gl.uniform1i(gl.getUniformLocation(how, 'flipped'), to ? 0 : 1);
    gl.uniform1i(gl.getUniformLocation(how, 'masked'), textures.mask ? 1 : 0);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }
}

function program(gl: WebGL2RenderingContext, fragments: string): WebGLProgram {
  const made = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, vertices],
    [gl.FRAGMENT_SHADER, fragments],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('The graphics processor was lost.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS))
    throw new Error(gl.getProgramInfoLog(made) ?? 'A shader could not be linked.');
  return made;
}

/** A texture, bound, whose pixels flow into each other and that ends at its edge. */
function texture(gl: WebGL2RenderingContext): WebGLTexture {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return made;
}

function target(gl: WebGL2RenderingContext, size: Size): Target {
  const made = texture(gl);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, size.width, size.height);
  const buffer = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, buffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, made, 0);
  return { ...size, texture: made, buffer };
}
