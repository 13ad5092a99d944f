import type { Page } from 'playwright-core';
import { sampleVideo } from '../sampleVideo.ts';
import type { ScreenCast } from './ScreenCast.ts';
import { material, onWall, type Screen } from './screen.ts';

/** Adds a short video, waits until it is ready, and shows it, paused at its third second. */
async function showVideo({ url, director }: ScreenCast): Promise<void> {
  const { sessionId, participantId, secret } = director.seat;
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(await sampleVideo({ seconds: 6 }))]), '一次糟糕的会议.mp4');
  const headers = { authorization: `Bearer ${participantId}.${secret}` };
  await fetch(`${url}/api/sessions/${sessionId}/clips`, { method: 'POST', headers, body });
  await director.until(() => director.view?.clips.clips?.length === 1, 'the video');
  const clipId = director.view?.clips.clips?.[0]?.id ?? '';
  await director.must({ feature: 'clips', type: 'show', clipId });
  await director.must({ feature: 'clips', type: 'seek', position: 3_000 });
}

/** The picture of the third second is there, or the still picture of a device that can't keep up with the video. */
const stands = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const video = document.querySelector<HTMLVideoElement>('main figure[data-clip] video');
    const still = document.querySelector<HTMLImageElement>('main figure[data-clip] img');
    if (video === null || video.readyState < 2 || Math.abs(video.currentTime - 3) >= 0.1) return false;
    return video.checkVisibility() || (still?.complete === true && still.naturalWidth > 0);
  });
};

/** A video before the class. */
export const clips: readonly Screen[] = [
  { name: 'clip', who: 'member', onSide: true, before: showVideo, reach: stands },
  onWall('clip', stands),
  {
    name: 'console-clip',
    who: 'trainer',
    reach: async (page) => {
      await material(page, 4);
      await stands(page);
    },
  },
  {
    name: 'console-clips',
    who: 'trainer',
    before: ({ director }) => director.must({ feature: 'clips', type: 'hide' }),
    reach: (page) => page.locator('[data-clip-entry] button').first().waitFor(),
  },
];
