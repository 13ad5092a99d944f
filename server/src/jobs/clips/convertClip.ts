import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Rendition, renditions } from '#shared/clips.ts';
import type { Clip } from '#shared/features/clips.ts';
import { makeJobFolder } from '../jobFolder.ts';
import { type ClipLimits, defaultClipLimits } from './clipLimits.ts';
import { type ClipRefused, refuseClip } from './clipOutcome.ts';
import { encodeCommand, stillCommand } from './encoding.ts';
import { probeClip } from './probeClip.ts';
import { type Ended, runConfined } from './runConfined.ts';

export { checkClipFile } from './checkClipFile.ts';

export type Converted = { ok: true } & Pick<Clip, 'length' | 'width' | 'height' | 'sound'>;

export type ClipConversion = {
  /** The uploaded file, as `checkClipFile` found it. */
  readonly source: string;
  /** Takes each file that was made, before it is removed; not called when the video is refused. */
  readonly keep: (rendition: Rendition, path: string) => Promise<void>;
  readonly limits?: Partial<ClipLimits>;
  /** Under which the temporary folder is made; must be reachable for everyone. The system's by default. */
  readonly tempDir?: string;
  /** The share of the work that is done, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
};

/** How much of what a file says it holds must be there: the last second of a good one may lack its sound. */
const wholeEnough = 0.9;

/**
 * Converts a video with FFmpeg to the renditions of `shared/src/clips.ts`. When the promise settles, no process and
 * no temporary folder is left.
 *
 * @throws the signal's reason when aborted; an Error when the fault is ours, such as FFmpeg that isn't installed.
 */
export async function convertClip(conversion: ClipConversion): Promise<Converted | ClipRefused> {
  const { source, keep, tempDir, onProgress = () => {}, signal } = conversion;
  const limits = { ...defaultClipLimits, ...conversion.limits };
  signal?.throwIfAborted();
  const late = AbortSignal.timeout(limits.totalMs);
  const stop = signal ? AbortSignal.any([signal, late]) : late;
  const folder = await makeJobFolder(source, 'video', tempDir);
  const { scratch } = folder;
  const run = (command: readonly string[], onPrinted?: (text: string) => void): Promise<Ended> =>
    runConfined({ command, folder: scratch, limits, signal: stop, ...(onPrinted ? { onPrinted } : {}) });
  try {
    const found = await probeClip(run, folder.source);
    if (!found) return refuseClip('damaged', 'ffprobe can’t read it');
    if (!found.picture) return refuseClip('noPicture', 'no video in it');
    if ((found.length ?? 0) > limits.length) return refuseClip('tooLong', `${found.length} ms`);
    const encode = encodeCommand(folder.source, found.sound, limits.length);
    const encoded = await run(encode, (text) => {
      const done = timeIn(text);
      if (done !== null && found.length) onProgress(Math.min(1, done / found.length));
    });
    if (encoded.code !== 0) return refuseClip('damaged', encoded.complained.slice(-2000));
    const made = await probeClip(run, join(scratch, 'standard.mp4'));
    if (!made?.picture || !made.length) return refuseClip('damaged', 'nothing in it could be played');
    if (made.length > limits.length) return refuseClip('tooLong', `more than ${limits.length} ms`);
    if (made.length < (found.length ?? 0) * wholeEnough)
      return refuseClip(
        'damaged',
        `${made.length} of ${found.length} ms\n${encoded.complained.slice(-2000)}`,
      );
    const still = await run(stillCommand(made.length));
    if (still.code !== 0) return refuseClip('damaged', still.complained.slice(-2000));
    for (const rendition of renditions) {
      const path = join(scratch, rendition);
      // A program that was led astray could have put a link there, to a file that it can't read itself.
      const isFile = await lstat(path).then(
        (entry) => entry.isFile(),
        () => false,
      );
      if (isFile) await keep(rendition, path);
      else if (found.sound || rendition !== 'sound.m4a') throw new Error(`FFmpeg made no ${rendition}.`);
    }
    return { ok: true, length: made.length, ...made.picture, sound: found.sound };
  } catch (error) {
    if (late.aborted && !signal?.aborted)
      return refuseClip('tookTooLong', `stopped after ${limits.totalMs} ms`);
    throw error;
  } finally {
    await folder.remove();
  }
}

/** The last time that FFmpeg said it has come to, in milliseconds of the video. */
function timeIn(text: string): number | null {
  const last = [...text.matchAll(/^out_time_us=(\d+)$/gm)].at(-1)?.[1];
  return last === undefined ? null : Number(last) / 1000;
}
