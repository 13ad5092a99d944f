import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaMode } from '#shared/media.ts';
import { showToast } from '../../ui/toasts.ts';
import { type Playable, renditionIn } from './clipPath.ts';

/** Each takes less of the network than the one before. */
const heaviestFirst: readonly Playable[] = ['standard.mp4', 'light.mp4', 'sound.m4a'];

/**
 * Which file of a video plays here: what the device's mode allows, or less where the network showed itself too
 * weak. It stays so for this video: it is over in minutes, and to try again costs another wait.
 *
 * @param hasSound whether there is a file of its sound alone that is of use here.
 */
export function useRendition(
  mode: MediaMode,
  { small, hasSound }: { small: boolean; hasSound: boolean },
): { rendition: Playable; takeLess: () => void } {
  const { t } = useTranslation();
  const allowed = renditionIn[small && mode !== 'audio' ? 'light' : mode];
  const [less, setLess] = useState<Playable | null>(null);
  // Another mode, chosen by the person or by the network, is a new beginning.
  const [lastMode, setLastMode] = useState(mode);
  if (lastMode !== mode) {
    setLastMode(mode);
    setLess(null);
  }
  const rendition = less && place(less) > place(allowed) ? less : allowed;
  const takeLess = () => {
    const next = heaviestFirst[place(rendition) + 1];
    if (next && (next !== 'sound.m4a' || hasSound)) setLess(next);
  };
  const tell = useEffectEvent(() => {
    if (less && !small)
      showToast({ tone: 'info', text: t(less === 'sound.m4a' ? 'clips.soundOnly' : 'clips.light') });
  });
  useEffect(() => {
    if (less) tell();
  }, [less]);
  return { rendition, takeLess };
}

const place = (rendition: Playable): number => heaviestFirst.indexOf(rendition);
