import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { type ClipLimits, defaultClipLimits } from './clipLimits.ts';
import { type ClipRefused, refuseClip } from './clipOutcome.ts';

/** Phones record MP4 or MOV, browsers and screen recorders WebM or MP4. */
const videos = ['video/mp4', 'video/x-m4v', 'video/quicktime', 'video/webm'];

/** Enough for every signature. */
const sampleBytes = 4100;

/** Says by its content alone whether a file may be a video. Whether it can be played to its end, `convertClip` finds. */
export async function checkClipFile(
  path: string,
  limits: ClipLimits = defaultClipLimits,
): Promise<{ ok: true } | ClipRefused> {
  await using file = await open(path);
  const { size } = await file.stat();
  if (size === 0) return refuseClip('empty', 'no bytes');
  if (size > limits.fileBytes) return refuseClip('tooBig', `${size} bytes`);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
  const type = await fileTypeFromBuffer(buffer.subarray(0, bytesRead)).catch(() => undefined);
  const mime = type?.mime ?? 'an unknown kind of file';
  return videos.includes(mime) ? { ok: true } : refuseClip('notAClip', mime);
}
