import { createHash, randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Role } from '#shared/basics.ts';
import type { Database } from './schema.ts';

export type LinkKind = 'enterprise' | 'trainer' | 'moderator' | 'observer';

export type Link = {
  readonly sessionId: string;
  readonly kind: LinkKind;
  readonly enterpriseId: string | null;
  /** Whose personal link it is. */
  readonly participantId: string | null;
  readonly personName: string | null;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
};

export type Person = {
  readonly id: string;
  readonly sessionId: string;
  readonly enterpriseId: string | null;
  readonly rosterId: string | null;
  readonly name: string;
  readonly role: Role;
  /** Of a shared screen: how many sat before it when it joined; null for a person. */
  readonly heads: number | null;
};

/** Somebody who sits before a shared screen. */
export type Named = { readonly rosterId: string | null; readonly name: string };

export type RosterEntry = {
  readonly id: string;
  readonly name: string;
  readonly duty: string;
  readonly taken: boolean;
};

const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const newSecret = (): string => randomBytes(24).toString('base64url');
export const newId = (): string => randomBytes(9).toString('base64url');

/**
 * Who may come in, and who they are: links, rosters, the directory of names, and the secrets of
 * devices. Of links and secrets only hashes are kept.
 */
export class Identity {
  readonly #db: Kysely<Database>;
  readonly #now: () => number;

  constructor(db: Kysely<Database>, now: () => number = Date.now) {
    this.#db = db;
    this.#now = now;
  }

  /** Makes a link and returns its token, which can't be had again. */
  async makeLink(link: Omit<Link, 'revokedAt'>): Promise<string> {
    const token = newSecret();
    await this.#db
      .insertInto('links')
      .values({
        token_hash: hash(token),
        session_id: link.sessionId,
        kind: link.kind,
        enterprise_id: link.enterpriseId,
        participant_id: link.participantId,
        person_name: link.personName,
        expires_at: link.expiresAt,
        revoked_at: null,
      })
      .execute();
    return token;
  }

  async link(token: string): Promise<Link | null> {
    const row = await this.#db
      .selectFrom('links')
      .selectAll()
      .where('token_hash', '=', hash(token))
      .executeTakeFirst();
    if (!row) return null;
    return {
      sessionId: row.session_id,
      kind: row.kind as LinkKind,
      enterpriseId: row.enterprise_id,
      participantId: row.participant_id,
      personName: row.person_name,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
    };
  }

  roster(sessionId: string, enterpriseId: string): Promise<RosterEntry[]> {
    return this.#db
      .selectFrom('roster')
      .leftJoin('people', 'people.roster_id', 'roster.id')
      .select(({ eb }) => [
        'roster.id',
        'roster.name',
        'roster.duty',
        eb('people.id', 'is not', null).as('taken'),
      ])
      .where('roster.session_id', '=', sessionId)
      .where('roster.enterprise_id', '=', enterpriseId)
      .orderBy('roster.position')
      .$castTo<RosterEntry>()
      .execute();
  }

  /** @returns null when the roster's name was taken before, also by a request at the same moment. */
  async addPerson({ heads = null, ...person }: NewPerson, id = newId()): Promise<Person | null> {
    const inserted = await this.#db
      .insertInto('people')
      .values({
        id,
        session_id: person.sessionId,
        enterprise_id: person.enterpriseId,
        roster_id: person.rosterId,
        name: person.name,
        role: person.role,
        created_at: this.#now(),
        heads,
      })
      .onConflict((conflict) => conflict.column('roster_id').doNothing())
      .executeTakeFirst();
    return inserted.numInsertedOrUpdatedRows === 1n ? { ...person, heads, id } : null;
  }

  /** A shared screen, with the names that are known of those who sit before it, in their order. */
  async addScreen(
    screen: Omit<Person, 'id' | 'rosterId' | 'heads'> & { heads: number },
    people: readonly Named[],
  ): Promise<Person> {
    const id = newId();
    const { sessionId, enterpriseId, name, role, heads } = screen;
    await this.#db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('people')
        .values({
          id,
          session_id: sessionId,
          enterprise_id: enterpriseId,
          roster_id: null,
          name,
          role,
          created_at: this.#now(),
          heads,
        })
        .execute();
      if (people.length === 0) return;
      const rows = people.map((person, position) => ({
        participant_id: id,
        position,
        roster_id: person.rosterId,
        name: person.name,
      }));
      await transaction.insertInto('screen_people').values(rows).execute();
    });
    return { ...screen, id, rosterId: null };
  }

  /** Who sits before a shared screen, as far as it was said when it joined. */
  async screenNames(participantId: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom('screen_people')
      .select('name')
      .where('participant_id', '=', participantId)
      .orderBy('position')
      .execute();
    return rows.map(({ name }) => name);
  }

  async person(id: string): Promise<Person | null> {
    const row = await this.#db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? personOf(row) : null;
  }

  async personOfRoster(rosterId: string): Promise<Person | null> {
    const row = await this.#db
      .selectFrom('people')
      .selectAll()
      .where('roster_id', '=', rosterId)
      .executeTakeFirst();
    return row ? personOf(row) : null;
  }

  /** The directory of a Session, as pairs of id and name. */
  async names(sessionId: string): Promise<[id: string, name: string][]> {
    const rows = await this.#db
      .selectFrom('people')
      .select(['id', 'name'])
      .where('session_id', '=', sessionId)
      .execute();
    return rows.map(({ id, name }) => [id, name]);
  }

  /** How many members typed their name, shared screens included: those that are on no roster. */
  async typedNames(sessionId: string): Promise<number> {
    const { count } = await this.#db
      .selectFrom('people')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('session_id', '=', sessionId)
      .where('role', '=', 'member')
      .where('roster_id', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#db.updateTable('people').set({ name }).where('id', '=', id).execute();
  }

  /** A new device's key to this person. */
  async issueSecret(participantId: string): Promise<string> {
    const secret = newSecret();
    await this.#db
      .insertInto('device_secrets')
      .values({
        id: newId(),
        participant_id: participantId,
        secret_hash: hash(secret),
        created_at: this.#now(),
        revoked_at: null,
      })
      .execute();
    return secret;
  }

  /** The person to whom this secret belongs, if it is theirs and still counts. */
  async personWithSecret(participantId: string, secret: string): Promise<Person | null> {
    const [person] = await this.peopleWithSecrets([[participantId, secret]]);
    return person ?? null;
  }

  /** Those people to whom these secrets belong, as far as they are theirs and still count; in no order. */
  async peopleWithSecrets(
    keys: readonly (readonly [participantId: string, secret: string])[],
  ): Promise<Person[]> {
    if (keys.length === 0) return [];
    const claimed = new Map(keys.map(([participantId, secret]) => [hash(secret), participantId]));
    const rows = await this.#db
      .selectFrom('device_secrets')
      .innerJoin('people', 'people.id', 'device_secrets.participant_id')
      .selectAll('people')
      .select('device_secrets.secret_hash')
      .where('device_secrets.secret_hash', 'in', [...claimed.keys()])
      .where('device_secrets.revoked_at', 'is', null)
      .execute();
    return rows.filter((row) => claimed.get(row.secret_hash) === row.id).map(personOf);
  }
}

type NewPerson = Omit<Person, 'id' | 'heads'> & { heads?: number | null };

type PersonRow = {
  id: string;
  session_id: string;
  enterprise_id: string | null;
  roster_id: string | null;
  name: string;
  role: string;
  heads: number | null;
};

const personOf = (row: PersonRow): Person => ({
  id: row.id,
  sessionId: row.session_id,
  enterpriseId: row.enterprise_id,
  rosterId: row.roster_id,
  name: row.name,
  role: row.role as Role,
  heads: row.heads,
});
