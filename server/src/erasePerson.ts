import type { Logger } from 'pino';
import { isStaff } from '#shared/basics.ts';
import type { Config } from './config.ts';
import { AliasKeysTable } from './persistence/aliasKeys.ts';
import { Erasures } from './persistence/erasures.ts';
import { Identity, type Person } from './persistence/identity.ts';
import { openStorage } from './persistence/openStorage.ts';
import { withoutText } from './room/features.ts';
import { Rooms } from './room/Rooms.ts';
import type { RoomWire } from './room/wires.ts';

const nobodyListens: RoomWire = { *events() {}, signal: () => {} };

/**
 * Erases a person's data while no server runs: for whoever runs it, and after the class above all, when
 * nobody can enter it any more.
 *
 * @param who the person's id, or the name as staff saw it last.
 * @returns who was erased.
 * @throws an Error with a sentence for people.
 */
export async function erasePerson(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  sessionId: string,
  who: string,
  log: Logger,
): Promise<Person> {
  const { db, journal, close } = await openStorage(config, log);
  try {
    const identity = new Identity(db);
    const person = await findPerson(identity, sessionId, who);
    const erasure = new Erasures(db);
    const rooms = new Rooms(
      {
        journal,
        aliasKeys: new AliasKeysTable(db),
        erasure,
        names: (room) => identity.names(room),
        wire: () => nobodyListens,
        world: { now: Date.now },
        log,
      },
      () => () => {},
    );
    try {
      const room = await rooms.get(sessionId);
      // Who only ever came as far as the door is not in the Room.
      const refusal = room.state.people.participants[person.id] ? room.erase(person.id) : null;
      await room.settled();
      if (refusal || !room.isOpen) throw new Error(`Nothing was erased: ${refusal ?? 'the log says why'}.`);
      await erasure.erase(sessionId, room.epoch, [person.id], withoutText);
      return person;
    } finally {
      await rooms.close();
    }
  } finally {
    await close();
  }
}

async function findPerson(identity: Identity, sessionId: string, who: string): Promise<Person> {
  const names = await identity.names(sessionId);
  if (names.length === 0) throw new Error(`Nobody has ever joined a session "${sessionId}".`);
  const byId = names.filter(([id]) => id === who);
  const found = byId.length > 0 ? byId : names.filter(([, name]) => name === who);
  if (found.length > 1)
    throw new Error(
      `${found.length} people are called "${who}"; say which by id: ${found.map(([id]) => id).join(', ')}.`,
    );
  const person = found[0] && (await identity.person(found[0][0]));
  if (!person) throw new Error(`Nobody called "${who}" is in session "${sessionId}".`);
  if (isStaff(person.role)) throw new Error(`${person.name} is of the staff, who can’t be erased.`);
  return person;
}
