import type { Logger } from 'pino';
import type { Command, SystemCommand } from '#shared/contract.ts';
import type { Actor } from '../kernel/participant.ts';
import type { Journal, JournalRow } from '../persistence/Journal.ts';
import { Aliases, type AliasKeys } from './Aliases.ts';
import { Directory } from './Directory.ts';
import { emptyRoom, featureNames, openAnonymousItems, type RoomState } from './features.ts';
import { hashOf, Room, type World } from './Room.ts';
import { RoomCore } from './RoomCore.ts';
import type { RoomWire } from './wires.ts';

/** Rows before the snapshot whose Command ids are still remembered, for retries. */
const rowsRemembered = 1_000;

export type RoomDeps = {
  readonly journal: Journal;
  readonly aliasKeys: AliasKeys;
  readonly names: (room: string) => Promise<readonly (readonly [id: string, name: string])[]>;
  readonly wire: (room: string) => RoomWire;
  readonly world: World;
  readonly log: Logger;
};

/** The Journal can't be replayed: going on would make up a class that never was. */
export class RoomBroken extends Error {
  constructor(row: JournalRow, why: string) {
    super(
      `Room ${row.room} stops at row ${row.seq}: ${why}. Nothing was changed; its Journal needs a person's eyes.`,
    );
    this.name = 'RoomBroken';
  }
}

/**
 * Takes a Room over and brings it to where its Journal ends: the newest snapshots, then the rows after
 * them, then the first rows of the new Epoch.
 * @throws {RoomBroken} when a row is refused on replay or the State's hash differs.
 */
export async function openRoom(
  id: string,
  deps: RoomDeps,
  ended: (why: 'conflict' | 'failed' | 'closed') => void,
): Promise<Room> {
  const { journal } = deps;
  const epoch = await journal.nextEpoch(id);
  const [snapshot, aliases, names] = await Promise.all([
    journal.loadSnapshot(id),
    Aliases.load(id, deps.aliasKeys),
    deps.names(id),
  ]);
  const core = new RoomCore(aliases.of, snapshot ? stateFrom(snapshot.features) : emptyRoom);
  const from = snapshot?.seq ?? 0;
  let seq = from;
  let lastAt = 0;
  const acceptedIds: string[] = [];
  for await (const row of journal.read(id, Math.max(0, from - rowsRemembered))) {
    if (row.seq > from) replay(core, row);
    seq = row.seq;
    lastAt = row.at;
    acceptedIds.push(row.commandId);
  }
  core.flush();
  await aliases.follow(openAnonymousItems(core.state))?.after();

  const directory = new Directory(names);
  const room = new Room({
    ...deps,
    id,
    core,
    directory,
    aliases,
    epoch,
    seq,
    lastAt,
    acceptedIds,
    wire: deps.wire(id),
    ended,
  });
  room.system({ feature: 'session', type: 'ownerChanged', epoch });
  room.system({ feature: 'people', type: 'recovered' });
  await room.settled();
  return room;
}

function replay(core: RoomCore, row: JournalRow): void {
  const ids = [...row.ids];
  const newId = () => {
    const id = ids.shift();
    if (id === undefined) throw new RoomBroken(row, 'it needs more ids than it was given');
    return id;
  };
  const applied = core.apply(row.command as Command | SystemCommand, {
    actor: row.actor as Actor,
    at: row.at,
    newId,
  });
  if ('refusal' in applied)
    throw new RoomBroken(row, `what was accepted then is refused now (${applied.refusal})`);
  if (row.stateHash && row.stateHash !== hashOf(core.state))
    throw new RoomBroken(row, 'the State differs from what it was');
}

const stateFrom = (features: Readonly<Record<string, string>>): RoomState =>
  Object.fromEntries(
    featureNames.map((f) => [f, features[f] === undefined ? emptyRoom[f] : JSON.parse(features[f])]),
  ) as unknown as RoomState;
