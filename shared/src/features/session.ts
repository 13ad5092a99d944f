import type { ServerTime } from '../basics.ts';
import type { SessionCommand } from '../commands/session.ts';

/** A node took the Room over: the first row of each Epoch. */
export type SessionSystemCommand = { feature: 'session'; type: 'ownerChanged'; epoch: number };

export type Phase = 'scheduled' | 'lobby' | 'live' | 'closed';

export type SessionView = {
  phase: Phase;
  startedAt: ServerTime | null;
  closedAt: ServerTime | null;
  presenter: string | null;
};

export type SessionEvent =
  | { feature: 'session'; type: 'phaseChanged'; phase: Phase; at: ServerTime }
  | { feature: 'session'; type: 'presenterChanged'; presenter: string | null };

export interface SessionTypes {
  command: SessionCommand;
  system: SessionSystemCommand;
  event: SessionEvent;
  view: SessionView;
}

export function foldSession(view: SessionView, event: SessionEvent): SessionView {
  switch (event.type) {
    case 'phaseChanged':
      return {
        ...view,
        phase: event.phase,
        startedAt: event.phase === 'live' ? event.at : view.startedAt,
        closedAt: event.phase === 'closed' ? event.at : view.closedAt,
      };
    case 'presenterChanged':
      return { ...view, presenter: event.presenter };
  }
}
