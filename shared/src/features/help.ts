import type { ServerTime } from '../basics.ts';
import type { HelpCommand } from '../commands/help.ts';

export const helpKinds = ['sound', 'picture', 'group', 'other'] as const;
/** As many characters as a call may bring along. */
export const maxNote = 200;
export type HelpKind = (typeof helpKinds)[number];

export type HelpSystemCommand = { feature: 'help'; type: 'gone'; participantId: string };

export type HelpCall = {
  participantId: string;
  kind: HelpKind;
  /** In the member's own words; may be empty. */
  note: string;
  at: ServerTime;
  /** Who of the staff is coming. */
  answeredBy: string | null;
};

export type HelpView = {
  mine: HelpCall | null;
  /** Staff only: all open calls, oldest first. */
  calls: readonly HelpCall[] | null;
};

export type HelpEvent =
  /** To the member. */
  | { feature: 'help'; type: 'mineChanged'; call: HelpCall | null }
  /** To staff: a new call, or the one of the same member as it is now. */
  | { feature: 'help'; type: 'callChanged'; call: HelpCall }
  | { feature: 'help'; type: 'callEnded'; participantId: string };

export interface HelpTypes {
  command: HelpCommand;
  system: HelpSystemCommand;
  event: HelpEvent;
  view: HelpView;
}

export function foldHelp(view: HelpView, event: HelpEvent): HelpView {
  switch (event.type) {
    case 'mineChanged':
      return { ...view, mine: event.call };
    case 'callChanged':
      return { ...view, calls: putCall(view.calls ?? [], event.call) };
    case 'callEnded':
      return { ...view, calls: (view.calls ?? []).filter((c) => c.participantId !== event.participantId) };
  }
}

/** The calls with this one in its member's place, or last when the member had none. */
export const putCall = (calls: readonly HelpCall[], call: HelpCall): readonly HelpCall[] =>
  calls.some((c) => c.participantId === call.participantId)
    ? calls.map((c) => (c.participantId === call.participantId ? call : c))
    : [...calls, call];
