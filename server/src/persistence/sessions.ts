import type { Kysely } from 'kysely';
import type { Bilingual } from '#shared/basics.ts';
import type { Database } from './schema.ts';

export type Session = {
  readonly id: string;
  readonly title: Bilingual;
  readonly startsAt: number;
  readonly minutes: number;
  readonly timeZone: string;
  readonly enterprises: readonly { readonly id: string; readonly name: Bilingual }[];
};

/** Scheduled Sessions and the Enterprises they are for. */
export class Sessions {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  async get(id: string): Promise<Session | null> {
    const row = await this.#db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
    if (!row) return null;
    const enterprises = await this.#db
      .selectFrom('session_enterprises')
      .innerJoin('enterprises', 'enterprises.id', 'session_enterprises.enterprise_id')
      .select(['enterprises.id', 'enterprises.name'])
      .where('session_enterprises.session_id', '=', id)
      .orderBy('session_enterprises.position')
      .execute();
    return {
      id: row.id,
      title: row.title as Bilingual,
      startsAt: row.starts_at,
      minutes: row.minutes,
      timeZone: row.time_zone,
      enterprises: enterprises.map((e) => ({ id: e.id, name: e.name as Bilingual })),
    };
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.#db.selectFrom('sessions').select('id').limit(1).executeTakeFirst());
  }

  /** Makes a Session and, where they are new, its Enterprises; all or nothing. */
  async create(session: Session, roster: readonly NewRosterEntry[]): Promise<void> {
    await this.#db.transaction().execute(async (tx) => {
      await tx
        .insertInto('sessions')
        .values({
          id: session.id,
          title: JSON.stringify(session.title),
          starts_at: session.startsAt,
          minutes: session.minutes,
          time_zone: session.timeZone,
          created_at: Date.now(),
        })
        .execute();
      for (const [position, enterprise] of session.enterprises.entries()) {
        await tx
          .insertInto('enterprises')
          .values({ id: enterprise.id, name: JSON.stringify(enterprise.name) })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
        await tx
          .insertInto('session_enterprises')
          .values({ session_id: session.id, enterprise_id: enterprise.id, position })
          .execute();
      }
      const rows = roster.map((r) => ({ ...r, session_id: session.id }));
      if (rows.length > 0) await tx.insertInto('roster').values(rows).execute();
    });
  }
}

export type NewRosterEntry = {
  id: string;
  enterprise_id: string;
  name: string;
  kind: 'manager' | 'worker';
  duty: string;
};
