import { RoomStory } from './RoomStory.ts';

/** Two factories of three and two, an Observer, and two of the staff. */
export function aClass(): RoomStory {
  const room = RoomStory.live();
  room.joins('moderator', 'moderator');
  room.joins('observer', 'observer');
  for (const id of ['anna-of-elm', 'bo-of-elm', 'chen-of-elm']) room.joins(id, 'member', 'elm');
  for (const id of ['dan-of-fir', 'eva-of-fir']) room.joins(id, 'member', 'fir');
  return room;
}
type Asked = Parameters<RoomStory['asks']>[1];
type Rest<C> = C extends { feature: 'breakouts' } ? Omit<C, 'feature'> : never;
export const asks = (room: RoomStory, who: string, command: Rest<Asked>) =>
  room.asks(who, { feature: 'breakouts', ...command } as Asked);
export const staff = (room: RoomStory, command: Rest<Asked>) => asks(room, 'trainer', command);
export const prepares = (room: RoomStory) => staff(room, { type: 'prepare', by: 'enterprise' });
export const opens = (room: RoomStory, minutes: number | null = null, brief = '') =>
  staff(room, { type: 'open', minutes, worksheetId: null, brief });
export const moves = (room: RoomStory, participantId: string, groupId: string | null) =>
  staff(room, { type: 'move', participantId, groupId });

export const round = (room: RoomStory, who: string) => room.view(who).breakouts.round;
export const space = (room: RoomStory, who: string) => room.view(who).people.me.space;
export const groups = (room: RoomStory) => round(room, 'trainer')?.groups ?? [];
export const members = (room: RoomStory) => Object.fromEntries(groups(room).map((g) => [g.name, g.members]));
export const groupId = (room: RoomStory, name: string | number) =>
  groups(room).find((g) => g.name === name)?.id ?? '';
/** Whether everybody who is in a group is also where it is, and nobody else is. */
export function atTheirPlaces(room: RoomStory): boolean {
  return Object.entries(room.state.people.participants)
    .filter(([, p]) => p.role === 'member' && !p.removed)
    .every(([id, p]) => {
      const own = groups(room).find((g) => g.members.includes(id));
      return p.space === (own ? `group:${own.id}` : 'plenary');
    });
}
