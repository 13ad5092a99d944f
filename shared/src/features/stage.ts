import type { Space } from '../basics.ts';
import type { StageCommand } from '../commands/stage.ts';

/** Where somebody is, and whether any of their Seats is open. */
export type PersonNow = { space: Space; present: boolean };

export type StageSystemCommand =
  /** People moved, came or went; null for the removed. */
  | { feature: 'stage'; type: 'peopleChanged'; people: Record<string, PersonNow | null> }
  /** Up without an invitation: they asked for it themselves, with a raised hand for one. */
  | { feature: 'stage'; type: 'calledUp'; participantId: string };

/** What one person has switched on. */
export type Devices = { microphone: boolean; camera: boolean; screen: boolean };

/** `asked`: has yet to answer; `onStage`: is up. */
export type Invitation = 'asked' | 'onStage' | null;

/** `invited`: a member whom staff called up, rather than staff. */
export type Performer = Devices & { id: string; invited: boolean };

export type StageView = {
  /** Staff in the plenary with something switched on, and those invited up; by id. */
  stage: readonly Performer[];
  /** Who has something switched on in my Space, when that is a Breakout or backstage; elsewhere null. */
  here: readonly Performer[] | null;
  me: Devices & { invitation: Invitation };
  /** Staff only: who was invited and has not answered. */
  asked: readonly string[] | null;
};

export type StageEvent =
  | { feature: 'stage'; type: 'stageChanged'; stage: readonly Performer[] }
  | { feature: 'stage'; type: 'hereChanged'; here: readonly Performer[] }
  | { feature: 'stage'; type: 'meChanged'; me: StageView['me'] }
  | { feature: 'stage'; type: 'askedChanged'; asked: readonly string[] };

export interface StageTypes {
  command: StageCommand;
  system: StageSystemCommand;
  event: StageEvent;
  view: StageView;
}

export function foldStage(view: StageView, event: StageEvent): StageView {
  switch (event.type) {
    case 'stageChanged':
      return { ...view, stage: event.stage };
    case 'hereChanged':
      return { ...view, here: event.here };
    case 'meChanged':
      return { ...view, me: event.me };
    case 'askedChanged':
      return { ...view, asked: event.asked };
  }
}

/** Whose screen is shown among these people, or null. */
export const screenAmong = (performers: readonly Performer[]): string | null =>
  performers.find((p) => p.screen)?.id ?? null;
