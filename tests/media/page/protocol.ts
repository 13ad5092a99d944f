import type { Command } from '#shared/contract.ts';
import type { MediaAnswer, MediaNotice, MediaRequest, Source } from '#shared/media.ts';

/** What the test page and its server tell each other: as much of a class page as media needs. */
export type FromPage = { id: number; request: MediaRequest } | { command: Command };
export type ToPage =
  | { id: number; answer: MediaAnswer }
  | { notice: MediaNotice }
  /** What the Room says that this person has switched on. */
  | { want: Record<Source, boolean> };
