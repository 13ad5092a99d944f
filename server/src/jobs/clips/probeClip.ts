import { z } from 'zod';
import type { Ended } from './runConfined.ts';

/** The only containers, by the names that FFmpeg has for them; a list of files to join, for one, is none. */
export const onlyVideos = [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm',
];

const Probed = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string().optional(),
      width: z.int().optional(),
      height: z.int().optional(),
      disposition: z.object({ attached_pic: z.int() }).optional(),
    }),
  ),
  format: z.object({ duration: z.coerce.number().optional() }),
});

/** What a file holds; `length` in milliseconds, null where the file does not say. */
export type Probe = {
  length: number | null;
  picture: { width: number; height: number } | null;
  sound: boolean;
};

/** Asks ffprobe what is in a file. @returns null when it is none that can be read. */
export async function probeClip(
  run: (command: readonly string[]) => Promise<Ended>,
  path: string,
): Promise<Probe | null> {
  const entries = 'format=duration:stream=codec_type,width,height:stream_disposition=attached_pic';
  const { code, printed } = await run([
    'ffprobe',
    ...['-v', 'error', ...onlyVideos, '-show_entries', entries, '-of', 'json'],
    path,
  ]);
  if (code !== 0) return null;
  const probed = Probed.safeParse(parse(printed));
  if (!probed.success) return null;
  const { streams, format } = probed.data;
  const video = streams.find((s) => s.codec_type === 'video' && s.disposition?.attached_pic !== 1);
  return {
    length: format.duration ? Math.round(format.duration * 1000) : null,
    picture: video?.width && video.height ? { width: video.width, height: video.height } : null,
    sound: streams.some((s) => s.codec_type === 'audio'),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
