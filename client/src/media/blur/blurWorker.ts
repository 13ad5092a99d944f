import { BlurPainter } from './BlurPainter.ts';
import type { BlurNews, BlurTask } from './frames.ts';
import { Pace } from './Pace.ts';
import { Segmenter } from './Segmenter.ts';

/** Blurs what is behind the person in each frame. A frame for which that can't be done goes nowhere. */
async function blur({ readable, writable }: BlurTask, tell: (news: BlurNews) => void): Promise<void> {
  const segmenter = await Segmenter.load();
  const painter = new BlurPainter(segmenter.size);
  const pace = new Pace();
  const reader = readable.getReader();
  const writer = writable.getWriter();
  for (let count = 0; ; count++) {
    const { value: frame, done } = await reader.read();
    if (done) return;
    const began = performance.now();
    try {
      painter.take(frame);
      if (count % pace.maskEvery === 0) painter.setPerson(segmenter.person(painter.small()));
      await writer.write(painter.paint(frame.timestamp));
    } finally {
      frame.close();
    }
    if (count === 0) tell('working');
    const now = performance.now();
    if (pace.took(now - began, now) === 'slow') return tell('slow');
  }
}

self.onmessage = ({ data: task }: MessageEvent<BlurTask>) => {
  blur(task, (news) => task.told.postMessage(news)).catch((error: unknown) => {
    console.error(error);
    task.told.postMessage('failed' satisfies BlurNews);
  });
};
