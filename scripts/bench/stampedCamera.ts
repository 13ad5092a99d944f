import type { Page } from 'playwright-core';

/** How a moment is drawn in a picture: cells of the upper half, black or white, the last ones a checksum. */
const grid = { columns: 8, rows: 4, timeBits: 24 } as const;

declare global {
  interface Window {
    readStamps: { delays: number[]; unreadable: number; width: number };
  }
}

/**
 * Gives a page a camera of 1280×720 whose every picture says when it was drawn, over a scene that moves. To
 * be called before the page is opened.
 */
export async function giveStampedCamera(page: Page): Promise<void> {
  await page.addInitScript(({ columns, rows, timeBits }) => {
    const devices = navigator.mediaDevices;
    const real = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      if (!constraints?.video) return real(constraints);
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
      const pen = canvas.getContext('2d', { alpha: false });
      if (!pen) throw new Error('There is no canvas.');
      const [wide, high] = [canvas.width / columns, canvas.height / 2 / rows];
      let frame = 0;
      const draw = () => {
        frame++;
        // As much as a person who moves before a wall: some areas change, most don't.
        pen.fillStyle = '#7a8';
        pen.fillRect(0, canvas.height / 2, canvas.width, canvas.height / 2);
        for (let i = 0; i < 6; i++) {
          pen.fillStyle = `hsl(${(i * 60 + frame) % 360} 50% 50%)`;
          pen.beginPath();
          pen.arc(640 + 300 * Math.sin(frame / 20 + i), 540 + 80 * Math.cos(frame / 15 + i), 60, 0, 7);
          pen.fill();
        }
        const time = Date.now() % 2 ** timeBits;
        const sum = (time ^ (time >> 8) ^ (time >> 16)) & 0xff;
        for (let bit = 0; bit < columns * rows; bit++) {
          const isSet = bit < timeBits ? (time >> bit) & 1 : (sum >> (bit - timeBits)) & 1;
          pen.fillStyle = isSet ? '#fff' : '#000';
          pen.fillRect((bit % columns) * wide, Math.floor(bit / columns) * high, wide, high);
        }
      };
      draw();
      const stream = canvas.captureStream(20);
      const timer = setInterval(draw, 50);
      for (const track of stream.getTracks()) {
        const stop = track.stop.bind(track);
        track.stop = () => {
          clearInterval(timer);
          stop();
        };
      }
      return stream;
    };
  }, grid);
}

/** From now on reads each picture that a page shows. @returns what tells what was read since the last time. */
export async function readStamps(page: Page): Promise<() => Promise<Window['readStamps']>> {
  await page.evaluate(({ columns, rows, timeBits }) => {
    const [width, height] = [columns * 8, rows * 2 * 8];
    const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    const video = [...document.querySelectorAll('video')].find(({ videoWidth }) => videoWidth > 0);
    if (!pen || !video) throw new Error('There is no picture to read.');
    window.readStamps = { delays: [], unreadable: 0, width: 0 };
    const read = () => {
      const now = Date.now();
      const seen = window.readStamps;
      pen.drawImage(video, 0, 0, width, height);
      const { data } = pen.getImageData(0, 0, width, height);
      let [time, sum] = [0, 0];
      for (let bit = 0; bit < columns * rows; bit++) {
        const [x, y] = [(bit % columns) * 8 + 4, Math.floor(bit / columns) * 8 + 4];
        if ((data[(y * width + x) * 4] ?? 0) < 128) continue;
        if (bit < timeBits) time += 2 ** bit;
        else sum += 2 ** (bit - timeBits);
      }
      seen.width = video.videoWidth;
      if (((time ^ (time >> 8) ^ (time >> 16)) & 0xff) !== sum) seen.unreadable++;
      else seen.delays.push((now - time + 2 ** timeBits) % 2 ** timeBits);
      video.requestVideoFrameCallback(read);
    };
    video.requestVideoFrameCallback(read);
  }, grid);
  return () =>
    page.evaluate(() => {
      const seen = window.readStamps;
      window.readStamps = { delays: [], unreadable: 0, width: seen.width };
      return seen;
    });
}
