import { writeFile } from 'node:fs/promises';

/** Small, for machines that draw without a graphics processor. */
const [width, height, square] = [320, 180, 10];

/** Chromium's flag for a camera that films a checkerboard without end: there is hardly more to see of it sharp, or less of it blurred. */
export async function filmsCheckerboard(file: string): Promise<string> {
  const frames = [0, 1].map((shift) => {
    const light = Buffer.alloc(width * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++)
        light[y * width + x] = (Math.floor(x / square) + Math.floor(y / square) + shift) % 2 ? 235 : 16;
    return Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)]);
  });
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg\n`);
  await writeFile(file, Buffer.concat([head, ...frames]));
  return `--use-file-for-fake-video-capture=${file}`;
}

/**
 * To be run in a page: how much neighbouring pixels of the pictures shown differ, 0 to 255, in the sharpest one; null while there is none.
 * The checkerboard has some 20.
 */
export function sharpness(): number | null {
  const [across, down] = [320, 180];
  const pen = new OffscreenCanvas(across, down).getContext('2d', { willReadFrequently: true });
  const all = [...document.querySelectorAll('video')]
    .filter(({ videoWidth }) => videoWidth > 0)
    .map((video) => {
      pen?.drawImage(video, 0, 0, across, down);
      const data = pen?.getImageData(0, 0, across, down).data ?? [];
      let sum = 0;
      for (let i = 4; i < data.length; i += 4) sum += Math.abs((data[i] ?? 0) - (data[i - 4] ?? 0));
      return sum / (across * down);
    });
  return all.length === 0 ? null : Math.max(...all);
}
