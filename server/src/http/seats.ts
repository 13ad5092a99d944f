import type { FastifyRequest } from 'fastify';
import { isStaff } from '#shared/basics.ts';
import type { Identity, Person } from '../persistence/identity.ts';
import type { Rooms } from '../room/Rooms.ts';
import { HttpProblem } from './problem.ts';

/**
 * Who may ask a route: `anyone` · `seat`, a Participant of the Session in the path · `staff` of that
 * Session. Every route names one, or the server doesn't start.
 */
export type RoutePermission = 'anyone' | 'seat' | 'staff';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: RoutePermission;
  }
  interface FastifyRequest {
    /** Who asks, on routes for a seat or the staff. */
    person: Person | null;
  }
}

/** The cookie's name for a Participant; pictures are asked for by the browser itself, which sends no header of ours. */
export const cookieName = (participantId: string): string => `score_${participantId}`;

/** Finds out who asks, by the header that our client sends or a cookie that joining set. */
export class SeatCheck {
  readonly #identity: Identity;
  readonly #rooms: Rooms;

  constructor(identity: Identity, rooms: Rooms) {
    this.#identity = identity;
    this.#rooms = rooms;
  }

  /** @throws {HttpProblem} 401 without a seat in this Session, 403 with one that may not ask this. */
  async check(request: FastifyRequest, permission: RoutePermission): Promise<Person | null> {
    if (permission === 'anyone') return null;
    const { sessionId } = request.params as { sessionId?: string };
    const people = await this.#identity.peopleWithSecrets(credentialsOf(request));
    const joined = people.filter((person) => person.sessionId === sessionId);
    if (!sessionId || joined.length === 0) throw new HttpProblem(401, 'notJoined');
    const { participants } = (await this.#rooms.get(sessionId)).state.people;
    const here = joined.filter(({ id }) => !participants[id]?.removed);
    const [person] = here;
    if (!person) throw new HttpProblem(403, 'removed');
    // Several people may share a browser: a picture is shown to whichever of them may see the most.
    const staff = here.find(({ role }) => isStaff(role));
    const allowed = permission === 'seat' ? (staff ?? person) : staff;
    if (!allowed) throw new HttpProblem(403, 'notAllowed');
    return allowed;
  }
}

/** More cookies than a shared device has people are not looked at. */
const maxCookies = 60;

function credentialsOf(request: FastifyRequest): [id: string, secret: string][] {
  const bearer = /^Bearer ([A-Za-z0-9_-]{6,32})\.([A-Za-z0-9_-]{20,100})$/.exec(
    request.headers.authorization ?? '',
  );
  if (bearer?.[1] && bearer[2]) return [[bearer[1], bearer[2]]];
  // Only what is asked for by an <img> may come with a cookie alone: it can change nothing.
  if (request.method !== 'GET') return [];
  return Object.entries(request.cookies)
    .flatMap(([name, value]): [string, string][] =>
      name.startsWith('score_') && value ? [[name.slice('score_'.length), value]] : [],
    )
    .slice(0, maxCookies);
}
