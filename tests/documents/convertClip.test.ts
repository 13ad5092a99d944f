import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ClipProblem, renditions } from '#shared/clips.ts';
import { type ClipConversion, checkClipFile, convertClip } from '../../server/src/jobs/clips/convertClip.ts';
import { ConversionSite } from '../fixtures/decks/ConversionSite.ts';
import { sampleVideo } from '../helpers/sampleVideo.ts';

let site: ConversionSite;
beforeEach(async () => {
  site = await ConversionSite.open();
});
afterEach(() => site.close({ pictures: 'allowed' }));

/** Checks and converts as the server does; what is kept, goes to the site's folder. */
async function convert(bytes: Buffer | string, options: Partial<ClipConversion> = {}) {
  const source = await site.upload(bytes);
  const checked = await checkClipFile(source);
  if (!checked.ok) return checked;
  return convertClip({
    source,
    tempDir: site.tempDir,
    keep: (rendition, path) => copyFile(path, join(site.folder, rendition)),
    ...options,
  });
}
async function problemOf(
  bytes: Buffer | string,
  options?: Partial<ClipConversion>,
): Promise<ClipProblem | 'none'> {
  const converted = await convert(bytes, options);
  return converted.ok ? 'none' : converted.problem;
}

type Probed = {
  streams: { codec_name: string; width?: number; height?: number; channels?: number }[];
  format: { duration: string; bit_rate: string; size: string; tags?: Record<string, string> };
};
async function probe(name: string): Promise<Probed> {
  const args = ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', join(site.folder, name)];
  return JSON.parse((await promisify(execFile)('ffprobe', args)).stdout) as Probed;
}

describe('an uploaded video becomes a standard and a light rendition, its sound, and a still picture', () => {
  test('[CLIP9] of a large MP4 with sound', async () => {
    const shares: number[] = [];
    const converted = await convert(await sampleVideo({ size: '1920x1080', seconds: 6 }), {
      onProgress: (share) => shares.push(share),
    });
    expect(converted).toMatchObject({ ok: true, width: 1280, height: 720, sound: true });
    expect(converted.ok && Math.abs(converted.length - 6_000)).toBeLessThan(150);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBeGreaterThan(0.9);

    const [standard, light, sound, still] = await Promise.all(renditions.map(probe));
    expect(standard?.streams.map((s) => s.codec_name)).toEqual(['h264', 'aac']);
    expect(light?.streams).toMatchObject([
      { codec_name: 'h264', width: 480, height: 270 },
      { codec_name: 'aac', channels: 1 },
    ]);
    expect(sound?.streams).toMatchObject([{ codec_name: 'aac', channels: 1 }]);
    expect(still?.streams).toMatchObject([{ codec_name: 'webp', width: 800, height: 450 }]);
    // On a network for 100 kbit/s the sound fits beside the voices, and light into 250.
    expect(Number(standard?.format.bit_rate)).toBeLessThan(1_100_000);
    expect(Number(light?.format.bit_rate)).toBeLessThan(250_000);
    expect(Number(sound?.format.bit_rate)).toBeLessThan(60_000);
    expect(Number(still?.format.size)).toBeLessThan(60_000);
    for (const one of [standard, light, sound])
      expect(Math.abs(Number(one?.format.duration) - 6)).toBeLessThan(0.2);
  });

  test('[CLIP9] of a small WebM without sound', async () => {
    const converted = await convert(
      await sampleVideo({ format: 'webm', size: '320x240', tone: null, seconds: 2 }),
    );
    expect(converted).toMatchObject({ ok: true, width: 320, height: 240, sound: false });
    expect((await probe('standard.mp4')).streams.map((s) => s.codec_name)).toEqual(['h264']);
    await expect(probe('sound.m4a')).rejects.toThrow('No such file');
  });

  test('[CLIP9] of a MOV that was filmed upright, with odd sides', async () => {
    const converted = await convert(await sampleVideo({ format: 'mov', size: '1080x1922', seconds: 1 }));
    expect(converted).toMatchObject({ ok: true, width: 718, height: 1280 });
  });
});

describe('a file that can’t become a video is refused with its reason, and nothing stays behind', () => {
  test('[CLIP10] what is none by its content', async () => {
    expect(await problemOf('')).toBe('empty');
    expect(await problemOf('#!/bin/sh')).toBe('notAClip');
    expect(await problemOf('%PDF-1.7 and so on')).toBe('notAClip');
    expect(await problemOf(await sampleVideo({ format: 'avi', seconds: 1 }))).toBe('notAClip');
    // FFmpeg would read such a list, and the files in it.
    expect(await problemOf("ffconcat version 1.0\nfile '/etc/passwd'\n")).toBe('notAClip');
  });

  test('[CLIP10] what is too large, or too long', async () => {
    const source = await site.upload(await sampleVideo({ seconds: 1 }));
    const limits = { fileBytes: 1_000, length: 1, totalMs: 1, memoryBytes: 1, unpackedBytes: 1 };
    expect(await checkClipFile(source, limits)).toMatchObject({ problem: 'tooBig' });
    expect(await problemOf(await sampleVideo({ seconds: 3 }), { limits: { length: 2_000 } })).toBe('tooLong');
  });

  test('[CLIP10] what has no picture, is cut off, or is noise behind a good beginning', async () => {
    expect(await problemOf(await sampleVideo({ size: null, seconds: 1 }))).toBe('noPicture');
    const whole = await sampleVideo({ seconds: 4 });
    expect(await problemOf(whole.subarray(0, whole.length / 2))).toBe('damaged');
    const noise = Buffer.from(whole);
    noise.fill(0x5a, 64);
    expect(await problemOf(noise)).toBe('damaged');
    const webm = await sampleVideo({ format: 'webm', seconds: 4 });
    expect(await problemOf(webm.subarray(0, webm.length / 3))).toBe('damaged');
  });

  test('[CLIP10] what takes too long is stopped, as is what was called off', async () => {
    const long = await sampleVideo({ size: '1920x1080', seconds: 20, tone: null });
    expect(await problemOf(long, { limits: { totalMs: 1_500 } })).toBe('tookTooLong');
    const aborting = new AbortController();
    const reason = new Error('the server stops');
    const conversion = convert(long, { signal: aborting.signal, onProgress: () => aborting.abort(reason) });
    await expect(conversion).rejects.toBe(reason);
  });
});
