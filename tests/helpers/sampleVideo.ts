import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

type Sample = {
  seconds?: number;
  /** Such as `1920x1080`; null for no picture. */
  size?: string | null;
  /** The tone that is heard, in hertz; null for no sound. */
  tone?: number | null;
  /** Noise in the picture, from 0 to 100: the more, the more bits it takes. */
  grain?: number;
  format?: 'mp4' | 'webm' | 'mov' | 'avi';
};

/** Makes a video with FFmpeg: a test picture that counts its seconds, and a tone. */
export async function sampleVideo({
  seconds = 10,
  size = '640x360',
  tone = 440,
  grain = 0,
  format = 'mp4',
}: Sample = {}): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'sample-video-'));
  const path = join(folder, `video.${format}`);
  const codecs = {
    mp4: ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'],
    mov: ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'],
    webm: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
    avi: ['-c:v', 'mpeg4', '-c:a', 'mp2'],
  }[format];
  try {
    await promisify(execFile)('ffmpeg', [
      ...['-nostdin', '-v', 'error'],
      ...(size ? ['-f', 'lavfi', '-i', `testsrc=size=${size}:rate=25,noise=alls=${grain}:allf=t`] : []),
      ...(tone ? ['-f', 'lavfi', '-i', `sine=frequency=${tone}:sample_rate=48000`] : []),
      ...['-t', `${seconds}`, '-pix_fmt', 'yuv420p', ...codecs],
      path,
    ]);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
