import { putById, type ServerTime } from '../basics.ts';
import type { BreakoutsCommand } from '../commands/breakouts.ts';
import type { Phase } from './session.ts';

export type { BreakoutsCommand };

export const maxGroups = 60;
/** How many groups staff may ask for where Enterprises are mixed. */
export const mixedGroups = { min: 2, max: 20 } as const;
/** As many characters as what the groups are to do may have, and what is said to all of them. */
export const maxBrief = 500;
export const maxMessage = 300;
/** How long before its end a round is warned of it, in milliseconds. */
export const warnBefore = 2 * 60_000;

export type BreakoutsSystemCommand =
  /** Two minutes before the end, and at the end. */
  | { feature: 'breakouts'; type: 'deadlineReached' }
  /** A member who is in no group's Space has come, or come back. */
  | { feature: 'breakouts'; type: 'arrived'; participantId: string }
  /** Somebody was removed. */
  | { feature: 'breakouts'; type: 'gone'; participantId: string }
  | { feature: 'breakouts'; type: 'phaseChanged'; phase: Exclude<Phase, 'scheduled'> };

/** `name` is an Enterprise's id, or a number from 1. */
export type Group = { id: string; name: string | number; members: readonly string[] };
/** `helpSince`: since when the group waits for help. */
export type StaffGroup = Group & { helpSince: ServerTime | null };
export type Announcement = { text: string; at: ServerTime };

/** What Observers know of a round, and everybody. */
export type RoundCounts = {
  open: boolean;
  endsAt: ServerTime | null;
  /** The end is near. */
  warned: boolean;
  groupCount: number;
};

export type RoundView = RoundCounts & {
  /** What the groups are to do; null when nothing was said, and for Observers. */
  brief: string | null;
  /** The Worksheet that each group fills; null when there is none, and for Observers. */
  worksheetId: string | null;
  /** The last one; null for Observers. */
  announcement: Announcement | null;
  /** With 60 of its members at most. Null for those in none: staff, Observers, members left out. */
  myGroup: Group | null;
  /** My group waits for help. */
  helpCalled: boolean;
  /** Staff only. */
  groups: readonly StaffGroup[] | null;
};

export type BreakoutsView = {
  round: RoundView | null;
  /** There was a round whose groups can be had again. */
  canRepeat: boolean;
};

export type BreakoutsEvent =
  /** To everyone. */
  | { feature: 'breakouts'; type: 'prepared'; groupCount: number }
  | ({ feature: 'breakouts'; type: 'roundChanged' } & RoundCounts)
  | { feature: 'breakouts'; type: 'ended'; canRepeat: boolean }
  /** To everyone but Observers. */
  | { feature: 'breakouts'; type: 'briefed'; brief: string | null; worksheetId: string | null }
  | { feature: 'breakouts'; type: 'announced'; announcement: Announcement }
  /** To a group's members, or to whoever has none any more. */
  | { feature: 'breakouts'; type: 'myGroupChanged'; group: Group | null; helpCalled: boolean }
  | { feature: 'breakouts'; type: 'helpChanged'; helpCalled: boolean }
  /** To staff. */
  | { feature: 'breakouts'; type: 'groupsChanged'; groups: readonly StaffGroup[] }
  | { feature: 'breakouts'; type: 'groupChanged'; group: StaffGroup };

export interface BreakoutsTypes {
  command: BreakoutsCommand;
  system: BreakoutsSystemCommand;
  event: BreakoutsEvent;
  view: BreakoutsView;
}

export function foldBreakouts(view: BreakoutsView, event: BreakoutsEvent): BreakoutsView {
  switch (event.type) {
    case 'prepared':
      return { ...view, round: preparedRound(event.groupCount) };
    case 'ended':
      return { round: null, canRepeat: event.canRepeat };
    case 'roundChanged': {
      const { feature: _feature, type: _type, ...counts } = event;
      return change(view, counts);
    }
    case 'briefed':
      return change(view, { brief: event.brief, worksheetId: event.worksheetId });
    case 'announced':
      return change(view, { announcement: event.announcement });
    case 'myGroupChanged':
      return change(view, { myGroup: event.group, helpCalled: event.helpCalled });
    case 'helpChanged':
      return change(view, { helpCalled: event.helpCalled });
    case 'groupsChanged':
      return change(view, { groups: event.groups });
    case 'groupChanged':
      return change(view, { groups: putById(view.round?.groups ?? [], event.group) });
  }
}

const change = (view: BreakoutsView, to: Partial<RoundView>): BreakoutsView => ({
  ...view,
  round: view.round && { ...view.round, ...to },
});

const preparedRound = (groupCount: number): RoundView => ({
  open: false,
  endsAt: null,
  warned: false,
  groupCount,
  brief: null,
  worksheetId: null,
  announcement: null,
  myGroup: null,
  helpCalled: false,
  groups: null,
});
