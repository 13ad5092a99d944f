import { Maximize, Minimize } from 'lucide-react';
import { type ReactElement, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { BarButton } from './Bar.tsx';
import { IconButton } from './IconButton.tsx';

function watch(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}
const isFull = (): boolean => document.fullscreenElement !== null;

/** Takes the browser's own bars away, and gives them back. An iPhone can't: there it isn't drawn. */
export function FullScreenButton({
  bar = false,
}: {
  /** As a big button of the bar. */
  bar?: boolean;
}): ReactElement | null {
  const { t } = useTranslation();
  const full = useSyncExternalStore(watch, isFull);
  if (!document.fullscreenEnabled) return null;
  const Shape = bar ? BarButton : IconButton;
  return (
    <Shape
      icon={full ? Minimize : Maximize}
      label={t(full ? 'ui.leaveFullScreen' : 'ui.fullScreen')}
      // The whole page rather than the slide: cards, messages and buttons must stay within reach.
      // A browser that won't has its own key for it.
      onClick={() => void (full ? document.exitFullscreen() : enter()).catch(() => undefined)}
    />
  );
}

const enter = (): Promise<void> => document.documentElement.requestFullscreen({ navigationUI: 'hide' });
