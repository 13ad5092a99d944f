import { z } from 'zod';
import { Id, type ServerTime } from '../basics.ts';

const feature = z.literal('session');

/** A Room's life, and who presents. */
export const SessionCommand = z.discriminatedUnion('type', [
  z.strictObject({ feature, type: z.literal('openLobby') }),
  z.strictObject({ feature, type: z.literal('start') }),
  z.strictObject({ feature, type: z.literal('close') }),
  /** One presenter at a time: whoever holds the role hands it over, or another trainer takes it, in one tap. */
  z.strictObject({ feature, type: z.literal('present'), participantId: Id }),
]);
export type SessionCommand = z.infer<typeof SessionCommand>;

/** A node took the Room over: the first row of each Epoch. */
export type SessionSystemCommand = { feature: 'session'; type: 'ownerChanged'; epoch: number };

export const phases = ['scheduled', 'lobby', 'live', 'closed'] as const;
export type Phase = (typeof phases)[number];

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
