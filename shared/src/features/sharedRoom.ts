import type { SharedRoomCommand } from '../commands/sharedRoom.ts';

/** These came, went away or were removed; which of it, the people say. */
export type SharedRoomSystemCommand = {
  feature: 'sharedRoom';
  type: 'presenceChanged';
  participantIds: readonly string[];
};

export type SharedRoom = {
  /** Whose device sounds: the first of `together` who is present; null while nobody is. */
  sounding: string | null;
  /** In the order in which their devices take the sound over. */
  together: readonly string[];
};

export type SharedRoomView = {
  /** My Enterprise's; null while nobody of it sits with others, and for Observers. */
  mine: SharedRoom | null;
  /** Staff only: every Enterprise's that has one, by its id. */
  byEnterprise: Readonly<Record<string, SharedRoom>> | null;
};

export type SharedRoomEvent =
  /** To the Enterprise. */
  | { feature: 'sharedRoom'; type: 'mineChanged'; room: SharedRoom | null }
  /** To staff. */
  | { feature: 'sharedRoom'; type: 'roomChanged'; enterpriseId: string; room: SharedRoom | null };

export interface SharedRoomTypes {
  command: SharedRoomCommand;
  system: SharedRoomSystemCommand;
  event: SharedRoomEvent;
  view: SharedRoomView;
}

export function foldSharedRoom(view: SharedRoomView, event: SharedRoomEvent): SharedRoomView {
  switch (event.type) {
    case 'mineChanged':
      return { ...view, mine: event.room };
    case 'roomChanged': {
      const { [event.enterpriseId]: _before, ...others } = view.byEnterprise ?? {};
      return { ...view, byEnterprise: event.room ? { ...others, [event.enterpriseId]: event.room } : others };
    }
  }
}
