import type { MediaQuality } from '#shared/media.ts';
import { type Level, levelOf } from './quality.ts';

/** What staff can say to an Enterprise: nothing · to a few of its people · to all, since they share one network. */
export type Advice = 'fine' | 'few' | 'all';

/** How the class arrives at an Enterprise; null while none of its devices has reported. */
export function enterpriseLevel(
  qualities: readonly MediaQuality[],
): { level: Level; troubled: number; advice: Advice } | null {
  if (qualities.length === 0) return null;
  const levels = qualities.map(levelOf);
  const troubled = levels.filter((level) => level !== 'good').length;
  const bad = levels.filter((level) => level === 'bad').length;
  const level = bad * 3 >= levels.length ? 'bad' : troubled > 0 ? 'weak' : 'good';
  const advice = troubled === 0 ? 'fine' : troubled >= 2 && troubled * 2 >= levels.length ? 'all' : 'few';
  return { level, troubled, advice };
}
