import type { Join, Joined, LinkInfo } from '#shared/http/join.ts';
import { post } from '../helpers/SocketPerson.ts';

/** A link's two parts. */
export type ClassLink = { readonly origin: string; readonly token: string };

/** @throws with a sentence for whoever typed the link. */
export function readLink(text: string): ClassLink {
  const url = URL.parse(text);
  const token = /^\/j\/([A-Za-z0-9_-]+)$/.exec(url?.pathname ?? '')?.[1];
  if (!url || !/^https?:$/.test(url.protocol) || !token)
    throw new Error(`“${text}” is no link into a class; such a link looks like http://localhost:3000/j/….`);
  return { origin: url.origin, token };
}

/** Nobody shall take a simulated member for a person. */
export const simulatedName = (place: number): string => `模拟学员 ${String(place + 1).padStart(2, '0')}`;

/**
 * Opens a link and joins as whoever has this place among its members: the roster's people come first,
 * then names that say they are simulated. Whose name is taken comes under such a name, too.
 *
 * @param opened told when the link has answered, and before joining.
 */
export async function joinByPlace(
  { origin, token }: ClassLink,
  place: number,
  opened: () => void = () => {},
): Promise<Joined> {
  const info = await post<LinkInfo>(origin, '/api/links/open', { token });
  opened();
  const join = (who: Join['who']) => post<Joined>(origin, '/api/join', { token, who });
  if (info.kind !== 'enterprise') return join({ by: 'link' });
  const typed = () => join({ by: 'name', name: simulatedName(place) });
  const entry = info.roster[place];
  if (!entry || entry.taken) return typed();
  try {
    return await join({ by: 'roster', rosterId: entry.id });
  } catch (error) {
    if (error instanceof Error && error.message === '409 nameTaken') return typed();
    throw error;
  }
}
