import { useState } from 'react';
import { useMe, useView } from '../../room/roomHooks.ts';
import { groupIn } from './membership.ts';

/** The trainer's last word to all groups, until it is put away on this screen. */
export type TrainerWord = { readonly text: string; readonly at: number; readonly putAway: () => void };

export function useTrainerWord(): TrainerWord | null {
  const { round } = useView('breakouts');
  const { space } = useMe();
  const [read, setRead] = useState<number | null>(null);
  const announcement = groupIn(round, space) ? round?.announcement : null;
  if (!announcement || announcement.at === read) return null;
  return { ...announcement, putAway: () => setRead(announcement.at) };
}
