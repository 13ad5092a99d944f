import { type ReactElement, useState, useSyncExternalStore } from 'react';
import { recentAnnouncements, watchAnnouncements } from './announce.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/**
 * Where announcements are spoken from. One stands in the page, from its first moment, since a screen
 * reader only hears regions that it knew before; each Dialog brings its own, because it silences the page behind.
 */
export function Announcer(): ReactElement {
  const recent = useSyncExternalStore(watchAnnouncements, recentAnnouncements);
  const [before] = useState(() => recentAnnouncements().at(-1)?.number ?? 0);
  const spoken = (urgent: boolean) =>
    recent
      .filter((each) => each.number > before && each.urgent === urgent)
      .map(({ number, text }) => <span key={number}>{text} </span>);
  return (
    <VisuallyHidden>
      <span role="status">{spoken(false)}</span>
      <span role="alert">{spoken(true)}</span>
    </VisuallyHidden>
  );
}
