import type { Join, Joined, LinkInfo } from '#shared/http/join.ts';
import type { Identity, Link, Person } from '../../persistence/identity.ts';
import type { Sessions } from '../../persistence/sessions.ts';
import { RateLimit } from '../../RateLimit.ts';
import type { Rooms } from '../../room/Rooms.ts';
import { HttpProblem } from '../problem.ts';
import { DeviceCodes } from './DeviceCodes.ts';

/** Names typed by hand in one Session; a real class has a few. */
const maxTypedNames = 500;

/**
 * One name may be asked for so many times at once, and then this often: each time is a row in the Journal and a call to
 * staff, which must not push the others' calls out.
 */
const asks = { atOnce: 5, perSecond: 1 / 30 };

/** From a link to a Participant: what the link opens, who is asking, and the key that their device gets. */
export class Joining {
  readonly #identity: Identity;
  readonly #sessions: Sessions;
  readonly #rooms: Rooms;
  readonly #codes = new DeviceCodes();
  readonly #asks = new Map<string, RateLimit>();

  constructor(identity: Identity, sessions: Sessions, rooms: Rooms) {
    this.#identity = identity;
    this.#sessions = sessions;
    this.#rooms = rooms;
  }

  async open(token: string): Promise<LinkInfo> {
    const link = await this.#validLink(token);
    const session = await this.#sessions.get(link.sessionId);
    if (!session) throw new HttpProblem(404, 'linkUnknown');
    if (await this.#isOver(link)) throw new HttpProblem(410, 'classOver');
    const enterprise = session.enterprises.find((e) => e.id === link.enterpriseId) ?? null;
    return {
      kind: link.kind,
      session: {
        id: session.id,
        title: session.title,
        startsAt: session.startsAt,
        timeZone: session.timeZone,
      },
      enterprise,
      person: link.personName,
      roster: link.enterpriseId ? await this.#identity.roster(link.sessionId, link.enterpriseId) : [],
    };
  }

  async join({ token, who }: Join): Promise<Joined> {
    const link = await this.#validLink(token);
    const room = await this.#rooms.get(link.sessionId);
    if (await this.#isOver(link)) throw new HttpProblem(410, 'classOver');
    const person = await this.#whoIs(link, who);
    if (room.state.people.participants[person.id]?.removed) throw new HttpProblem(403, 'removed');
    room.directory.set(person.id, person.name);
    return {
      sessionId: link.sessionId,
      participantId: person.id,
      secret: await this.#identity.issueSecret(person.id),
      name: person.name,
      role: person.role,
    };
  }

  /** Lets the staff of the Room know that a device wants to be someone who is in already. */
  async ask(token: string, rosterId: string): Promise<{ askId: string }> {
    const link = await this.#validLink(token);
    const person = await this.#rosterPerson(link, rosterId);
    if (!person) throw new HttpProblem(400, 'badRequest');
    if (await this.#isOver(link)) throw new HttpProblem(410, 'classOver');
    for (const [id, limit] of this.#asks) if (limit.isFresh) this.#asks.delete(id);
    const limit = this.#asks.get(person.id) ?? new RateLimit(asks.perSecond, asks.atOnce);
    this.#asks.set(person.id, limit);
    if (!limit.take()) throw new HttpProblem(429, 'tooMany');
    const room = await this.#rooms.get(link.sessionId);
    const askId = newAskId();
    const refusal = room.system({ feature: 'people', type: 'deviceAsked', askId, participantId: person.id });
    if (refusal) throw new Error(`Staff could not be asked: ${refusal}.`);
    await room.settled();
    return { askId };
  }

  /** A one-time code with which one more device may be this person. */
  makeCode(participantId: string): { code: string; expiresAt: number } {
    return this.#codes.make(participantId);
  }

  /** Asked before anybody picks a name: who comes too late should not find out after it. */
  async #isOver({ sessionId }: Link): Promise<boolean> {
    return (await this.#rooms.get(sessionId)).state.session.phase === 'closed';
  }

  async #validLink(token: string): Promise<Link> {
    const link = await this.#identity.link(token);
    if (!link) throw new HttpProblem(404, 'linkUnknown');
    if (link.revokedAt !== null) throw new HttpProblem(410, 'linkRevoked');
    if (link.expiresAt !== null && link.expiresAt < Date.now()) throw new HttpProblem(410, 'linkExpired');
    return link;
  }

  async #whoIs(link: Link, who: Join['who']): Promise<Person> {
    if (link.kind !== 'enterprise' || !link.enterpriseId) {
      if (who.by !== 'link') throw new HttpProblem(400, 'badRequest');
      return this.#personOfLink(link);
    }
    const { sessionId, enterpriseId } = link;
    switch (who.by) {
      case 'link':
        throw new HttpProblem(400, 'badRequest');
      case 'name': {
        await this.#mayType(sessionId);
        const typed = await this.#identity.addPerson({
          sessionId,
          enterpriseId,
          rosterId: null,
          name: who.name,
          role: 'member',
        });
        if (!typed) throw new HttpProblem(409, 'nameTaken');
        return typed;
      }
      case 'screen':
        return this.#newScreen({ sessionId, enterpriseId }, who);
      case 'roster': {
        const entry = (await this.#identity.roster(sessionId, enterpriseId)).find(
          (r) => r.id === who.rosterId,
        );
        if (!entry) throw new HttpProblem(400, 'badRequest');
        const added = await this.#identity.addPerson({
          sessionId,
          enterpriseId,
          rosterId: entry.id,
          name: entry.name,
          role: 'member',
        });
        if (!added) throw new HttpProblem(409, 'nameTaken');
        return added;
      }
      case 'code': {
        const person = await this.#rosterPerson(link, who.rosterId);
        if (!person || !this.#codes.use(person.id, who.code)) throw new HttpProblem(403, 'codeWrong');
        return person;
      }
      case 'ask':
        return this.#allowedPerson(link, who.askId);
    }
  }

  /** Several people before one screen: one Participant, and none of their own places is taken by it. */
  async #newScreen(
    place: { sessionId: string; enterpriseId: string },
    who: Extract<Join['who'], { by: 'screen' }>,
  ): Promise<Person> {
    await this.#mayType(place.sessionId);
    const roster = await this.#identity.roster(place.sessionId, place.enterpriseId);
    const ticked = new Set(who.rosterIds);
    const people = roster.filter(({ id }) => ticked.has(id)).map(({ id, name }) => ({ rosterId: id, name }));
    if (people.length !== who.rosterIds.length) throw new HttpProblem(400, 'badRequest');
    const typed = who.names.map((name) => ({ rosterId: null, name }));
    const screen = { ...place, name: who.name, role: 'member' as const, heads: who.heads };
    return this.#identity.addScreen(screen, [...people, ...typed]);
  }

  async #mayType(sessionId: string): Promise<void> {
    if ((await this.#identity.typedNames(sessionId)) >= maxTypedNames) throw new HttpProblem(429, 'tooMany');
  }

  async #personOfLink(link: Link): Promise<Person> {
    const known = link.participantId && (await this.#identity.person(link.participantId));
    if (known) return known;
    throw new HttpProblem(404, 'linkUnknown');
  }

  /** The person who took a name of this link's own Enterprise. */
  async #rosterPerson(link: Link, rosterId: string): Promise<Person | null> {
    const person = await this.#identity.personOfRoster(rosterId);
    const ours = person?.sessionId === link.sessionId && person.enterpriseId === link.enterpriseId;
    return ours ? person : null;
  }

  async #allowedPerson(link: Link, askId: string): Promise<Person> {
    const room = await this.#rooms.get(link.sessionId);
    const ask = room.state.people.asks.find((a) => a.askId === askId);
    if (!ask || ask.allowed === false) throw new HttpProblem(403, 'denied');
    if (ask.allowed === null) throw new HttpProblem(409, 'waiting');
    const person = await this.#identity.person(ask.participantId);
    if (!person || person.enterpriseId !== link.enterpriseId) throw new HttpProblem(403, 'denied');
    return person;
  }
}

const newAskId = (): string => `ask-${crypto.randomUUID()}`.slice(0, 32);
