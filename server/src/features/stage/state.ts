import { isStaff, type Role, type Space } from '#shared/basics.ts';
import type { Devices, Invitation, Performer } from '#shared/features/stage.ts';
import { performersListed } from '#shared/snapshotBytes.ts';
import { oncePerState } from '../../kernel/oncePerState.ts';

/** One person who has used a device or been invited up: a View may know no more than this State holds. */
export type Player = {
  readonly staff: boolean;
  readonly space: Space;
  /** While away a person keeps what they switched on, so that a reload comes back the same. */
  readonly present: boolean;
  readonly microphone: boolean;
  readonly camera: boolean;
};

export type StageState = {
  readonly players: Readonly<Record<string, Player>>;
  /** Members who are up, besides staff. */
  readonly invited: readonly string[];
  readonly asked: readonly string[];
  /** Whose screen is shared, in the Space where they are. */
  readonly screen: string | null;
};

export const newPlayer = (person: { role: Role; space: Space; seats: readonly string[] }): Player => ({
  staff: isStaff(person.role),
  space: person.space,
  present: person.seats.length > 0,
  microphone: false,
  camera: false,
});

export const isOnStage = (state: StageState, id: string): boolean => state.invited.includes(id);

export const invitationOf = (state: StageState, id: string): Invitation => {
  if (isOnStage(state, id)) return 'onStage';
  return state.asked.includes(id) ? 'asked' : null;
};

export function devicesOf(state: StageState, id: string): Devices {
  const player = state.players[id];
  return {
    microphone: player?.microphone ?? false,
    camera: player?.camera ?? false,
    screen: state.screen === id,
  };
}

/** Breakouts and backstage list their own; the plenary has the stage, and in the lobby nobody is seen. */
export const listsPlayers = (space: Space): boolean => space === 'backstage' || space.startsWith('group:');

/** Who is to be seen or heard in each Space, by id; of too many for a View, whoever shares a screen is one. */
export const performersBySpace = oncePerState((state: StageState): ReadonlyMap<Space, Performer[]> => {
  const bySpace = new Map<Space, Performer[]>();
  for (const id of Object.keys(state.players).sort()) {
    const player = state.players[id] as Player;
    const invited = isOnStage(state, id);
    const devices = devicesOf(state, id);
    const anyOn = devices.microphone || devices.camera || devices.screen;
    const seen = player.space === 'plenary' ? invited || (player.staff && anyOn) : anyOn;
    if (!player.present || !seen || player.space === 'lobby') continue;
    const list = bySpace.get(player.space) ?? [];
    list.push({ id, invited, ...devices });
    bySpace.set(player.space, list);
  }
  for (const [space, list] of bySpace) if (list.length > performersListed) bySpace.set(space, firstOf(list));
  return bySpace;
});

function firstOf(performers: readonly Performer[]): Performer[] {
  const screen = performers.findIndex((p) => p.screen);
  const first = performers.slice(0, performersListed);
  const shared = performers[screen];
  return shared && screen >= performersListed ? [...first.slice(0, -1), shared] : first;
}
