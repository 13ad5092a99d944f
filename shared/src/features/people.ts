import type { Role, ServerTime, Space } from '../basics.ts';
import type { PeopleCommand } from '../commands/people.ts';
import type { Phase } from './session.ts';

/** How many may sit before one shared screen. */
export const maxHeads = 60;

export type PeopleSystemCommand =
  | {
      feature: 'people';
      type: 'seatOpened';
      seatId: string;
      participantId: string;
      role: Role;
      enterpriseId: string | null;
      /** Of a shared screen: how many sat before it when it joined. What it has by now is kept. */
      heads?: number;
    }
  | { feature: 'people'; type: 'seatClosed'; seatId: string; participantId: string }
  /** Written every 30 s while anybody is present, so that a crash costs nobody more attendance than that. */
  | { feature: 'people'; type: 'heartbeat' }
  /** After a crash: every Seat that was open closed at the last row's time. */
  | { feature: 'people'; type: 'recovered' }
  | { feature: 'people'; type: 'placed'; places: Record<string, Space> }
  | { feature: 'people'; type: 'phaseChanged'; phase: Exclude<Phase, 'scheduled'> }
  | { feature: 'people'; type: 'deviceAsked'; askId: string; participantId: string };

/** One person, or one shared screen, as staff see them. */
export type PersonView = {
  role: Role;
  enterpriseId: string | null;
  space: Space;
  /** Open Seats; 0 is away. */
  seats: number;
  firstSeenAt: ServerTime;
  /** How many sit before a shared screen; null for a person. */
  heads: number | null;
};

/** Members as Participants, and as people: a shared screen is one of the former and as many of the latter as sit before it. */
export type MemberCount = { members: number; people: number };

/** Present members, also by Enterprise, of the 30 largest, and staff: what everybody may know. */
export type PeopleCounts = MemberCount & { staff: number; byEnterprise: Record<string, MemberCount> };

export type PeopleView = {
  me: {
    id: string;
    role: Role;
    enterpriseId: string | null;
    space: Space;
    /** How many sit before this shared screen; null for a person. */
    heads: number | null;
  };
  counts: PeopleCounts;
  /** Who is present in my Space, 60 of them at most, when that is a Breakout or backstage; elsewhere null. */
  here: readonly string[] | null;
  /** Staff only: everybody who has been here, by id. */
  everyone: Readonly<Record<string, PersonView>> | null;
  /** Staff only: devices that ask for a name already taken. */
  asks: readonly { askId: string; participantId: string }[] | null;
};

export type PeopleEvent =
  | { feature: 'people'; type: 'counted'; counts: PeopleCounts }
  /** To the screen itself. */
  | { feature: 'people'; type: 'headsChanged'; heads: number }
  | { feature: 'people'; type: 'hereChanged'; here: readonly string[] }
  | { feature: 'people'; type: 'personChanged'; id: string; person: PersonView }
  /** Many at once, such as when groups open. */
  | { feature: 'people'; type: 'peopleChanged'; people: Record<string, PersonView> }
  | { feature: 'people'; type: 'personRemoved'; id: string }
  | { feature: 'people'; type: 'asksChanged'; asks: readonly { askId: string; participantId: string }[] };

export interface PeopleTypes {
  command: PeopleCommand;
  system: PeopleSystemCommand;
  event: PeopleEvent;
  view: PeopleView;
}

export function foldPeople(view: PeopleView, event: PeopleEvent): PeopleView {
  switch (event.type) {
    case 'counted':
      return { ...view, counts: event.counts };
    case 'headsChanged':
      return { ...view, me: { ...view.me, heads: event.heads } };
    case 'hereChanged':
      return { ...view, here: event.here };
    case 'personChanged':
      return { ...view, everyone: { ...view.everyone, [event.id]: event.person } };
    case 'peopleChanged':
      return { ...view, everyone: { ...view.everyone, ...event.people } };
    case 'personRemoved': {
      const { [event.id]: _removed, ...everyone } = view.everyone ?? {};
      return { ...view, everyone };
    }
    case 'asksChanged':
      return { ...view, asks: event.asks };
  }
}
