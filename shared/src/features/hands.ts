import type { HandsCommand } from '../commands/hands.ts';

export type HandsSystemCommand = { feature: 'hands'; type: 'gone'; participantId: string };

export type HandsView = {
  /** Who has a hand up, first come first; null for Observers. */
  queue: readonly string[] | null;
  count: number;
};

export type HandsEvent =
  | { feature: 'hands'; type: 'raised'; participantId: string }
  | { feature: 'hands'; type: 'lowered'; participantId: string }
  | { feature: 'hands'; type: 'allLowered' }
  /** For Observers, who are told no names. */
  | { feature: 'hands'; type: 'counted'; count: number };

export interface HandsTypes {
  command: HandsCommand;
  system: HandsSystemCommand;
  event: HandsEvent;
  view: HandsView;
}

export function foldHands(view: HandsView, event: HandsEvent): HandsView {
  switch (event.type) {
    case 'raised':
      return withQueue([...(view.queue ?? []), event.participantId]);
    case 'lowered':
      return withQueue((view.queue ?? []).filter((id) => id !== event.participantId));
    case 'allLowered':
      return withQueue([]);
    case 'counted':
      return { ...view, count: event.count };
  }
}

const withQueue = (queue: readonly string[]): HandsView => ({ queue, count: queue.length });
