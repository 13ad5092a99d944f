import { isStaff, type Role, type Space } from '#shared/basics.ts';

/**
 * Who hears an Event: everyone · class (everyone but Observers) · staff · one Space · one Enterprise ·
 * one Participant · several · the actor (who may be known to the feature by an alias only).
 * Spaces and Enterprises never include Observers.
 */
export type Audience =
  | 'everyone'
  | 'class'
  | 'staff'
  | 'actor'
  | { readonly space: Space }
  | { readonly enterprise: string }
  | { readonly only: string }
  | { readonly people: readonly string[] };

/** A channel is the name of a set of Seats; a Seat listens to several, and an Event goes to one or more. */
export type Channel = string;

type Listener = { id: string; role: Role; space: Space; enterpriseId: string | null };

export function channelsOf(listener: Listener): Channel[] {
  const own = `only:${listener.id}`;
  if (listener.role === 'observer') return [own, 'observers'];
  const channels = [own, 'class', `space:${listener.space}`];
  if (isStaff(listener.role)) channels.push('staff');
  if (listener.enterpriseId) channels.push(`enterprise:${listener.enterpriseId}`);
  return channels;
}

/** The channels of an Audience; `everyone` is two, since Observers are told no names. */
export function channelsFor(audience: Audience, actorId: string): Channel[] {
  if (audience === 'everyone') return ['class', 'observers'];
  if (audience === 'actor') return [`only:${actorId}`];
  if (typeof audience === 'string') return [audience];
  if ('space' in audience) return [`space:${audience.space}`];
  if ('enterprise' in audience) return [`enterprise:${audience.enterprise}`];
  if ('people' in audience) return audience.people.map((id) => `only:${id}`);
  return [`only:${audience.only}`];
}
