import { useState } from 'react';
import { useOwnGroup } from './useOwnGroup.ts';

/** The trainer's last word to all groups, until it is put away on this screen. */
export type TrainerWord = { readonly text: string; readonly at: number; readonly putAway: () => void };

export function useTrainerWord(): TrainerWord | null {
  const announcement = useOwnGroup()?.round.announcement;
  const [read, setRead] = useState<number | null>(null);
  if (!announcement || announcement.at === read) return null;
  return { ...announcement, putAway: () => setRead(announcement.at) };
}
