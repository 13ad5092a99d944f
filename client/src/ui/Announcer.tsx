import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { latestAnnouncement, watchAnnouncements } from './announce.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/**
 * Where announcements are spoken from. One stands in the page, from its first moment, since a screen
 * reader only hears regions that it knew before; each Dialog brings its own, because it silences the page behind.
 */
export function Announcer(): ReactElement {
  const { number, text, urgent } = useSyncExternalStore(watchAnnouncements, latestAnnouncement);
  const [before] = useState(() => latestAnnouncement().number);
  const spoken = number > before && <span key={number}>{text}</span>;
  return (
    <VisuallyHidden>
      <span role="status">{!urgent && spoken}</span>
      <span role="alert">{urgent && spoken}</span>
    </VisuallyHidden>
  );
}
