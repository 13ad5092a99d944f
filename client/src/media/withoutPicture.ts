import type { MediaMode } from '#shared/media.ts';

/**
 * Why nobody's camera comes to a device that receives none.
 *
 * @param isShown whether anybody else's camera is on; where none is, no picture is no trouble
 * @returns null where there is nothing to say
 */
export function withoutPicture(mode: MediaMode, isShown: boolean): 'soundOnly' | 'noPicture' | null {
  if (mode === 'audio') return 'soundOnly';
  return isShown ? 'noPicture' : null;
}
