import type { Rendition } from '#shared/clips.ts';
import { onlyVideos } from './probeClip.ts';

/** Square pixels, even sides, none longer than this; a smaller picture stays as it is. */
const fit = (side: number): string =>
  `scale=w=iw*sar:h=ih,scale=w='min(${side},iw)':h='min(${side},ih)':` +
  'force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1';

type Picture = { side: number; kbit: number; crf: number; framesPerSecond: number };

/** H.264, which every phone decodes without its battery noticing. A key frame every two seconds, to seek to. */
const picture = ({ side, kbit, crf, framesPerSecond }: Picture): string[] => [
  ...['-map', '0:V:0', '-vf', fit(side), '-fpsmax', `${framesPerSecond}`],
  ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-pix_fmt', 'yuv420p'],
  // As good as this is enough, and never more than this.
  ...['-crf', `${crf}`, '-maxrate', `${kbit}k`, '-bufsize', `${2 * kbit}k`],
  ...['-force_key_frames', 'expr:gte(t,n_forced*2)', '-threads', '2'],
];
const sound = (kbit: number, channels: 1 | 2): string[] => [
  ...['-map', '0:a:0?', '-c:a', 'aac', '-b:a', `${kbit}k`, '-ac', `${channels}`, '-ar', '48000'],
];
/** Nothing of where and when it was filmed; and its index in front, so that it plays while it loads. */
const file = (name: Rendition): string[] => [
  ...['-map_metadata', '-1', '-map_chapters', '-1', '-sn', '-dn', '-movflags', '+faststart', '-y', name],
];

/** Makes all renditions but the still picture in one run, which decodes the source once. */
export function encodeCommand(source: string, hasSound: boolean, longest: number): string[] {
  // A second more than may be, so that one that is too long is known from one that ends there.
  const until = ['-t', `${longest / 1000 + 1}`];
  return [
    ...['ffmpeg', '-nostdin', '-v', 'error', '-progress', 'pipe:1'],
    ...['-protocol_whitelist', 'file,pipe', ...onlyVideos.slice(2), '-i', source],
    ...until,
    ...picture({ side: 1280, kbit: 900, crf: 24, framesPerSecond: 30 }),
    ...(hasSound ? sound(96, 2) : []),
    ...file('standard.mp4'),
    ...until,
    ...picture({ side: 480, kbit: 160, crf: 28, framesPerSecond: 15 }),
    ...(hasSound ? sound(32, 1) : []),
    ...file('light.mp4'),
    ...(hasSound ? [...until, ...sound(40, 1), '-vn', ...file('sound.m4a')] : []),
  ];
}

/** Takes the still picture a tenth into the video: its very first picture is often black. */
export function stillCommand(length: number): string[] {
  const at = Math.min(10, length / 10_000);
  return [
    ...['ffmpeg', '-nostdin', '-v', 'error', '-ss', at.toFixed(3), '-i', 'standard.mp4', '-frames:v', '1'],
    ...['-vf', fit(800), '-c:v', 'libwebp', '-quality', '70', '-y', 'still.webp'],
  ];
}
