import type { Logger } from 'pino';
import type { Command, SystemCommand } from '#shared/contract.ts';
import type { Actor } from '../kernel/participant.ts';
import type { Journal, JournalRow } from '../persistence/Journal.ts';
import { Aliases, type AliasKeys } from './Aliases.ts';
import { Directory } from './Directory.ts';
import type { Erasure } from './erasure.ts';
import {
  emptyRoom,
  featureNames,
  openAnonymousItems,
  type RoomState,
  rulesVersion,
  withoutText,
} from './features.ts';
import { Room } from './Room.ts';
import { type Applied, RoomCore } from './RoomCore.ts';
import type { World } from './Sequence.ts';
import { Slices } from './Slices.ts';
import { hashOf } from './stateHash.ts';
import type { RoomWire } from './wires.ts';

/** Rows before the snapshot whose Command ids are still remembered, for retries. */
const rowsRemembered = 1_000;

export type RoomDeps = {
  readonly journal: Journal;
  readonly aliasKeys: AliasKeys;
  readonly erasure: Erasure;
  readonly names: (room: string) => Promise<readonly (readonly [id: string, name: string])[]>;
  readonly wire: (room: string) => RoomWire;
  readonly world: World;
  readonly log: Logger;
};

/** The Journal can't be replayed: going on would make up a class that never was. */
export class RoomBroken extends Error {
  constructor(row: JournalRow, why: string, options?: ErrorOptions) {
    super(
      `Room ${row.room} stops at row ${row.seq}: ${why}. Nothing was changed; its Journal needs a person's eyes.`,
      options,
    );
    this.name = 'RoomBroken';
  }
}

/**
 * Takes a Room over and brings it to where its Journal ends: the newest snapshots, then the rows after
 * them, then the first rows of the new Epoch.
 * @throws {RoomBroken} when a row is missing or refused on replay, or the State's hash differs.
 */
export async function openRoom(
  id: string,
  deps: RoomDeps,
  ended: (why: 'conflict' | 'failed' | 'closed') => void,
): Promise<Room> {
  const { journal } = deps;
  const epoch = await journal.nextEpoch(id);
  const [stored, aliases, names] = await Promise.all([
    journal.loadSnapshot(id),
    Aliases.load(id, deps.aliasKeys),
    deps.names(id),
  ]);
  // A State that other rules made is made anew, by these rules, from all the rows.
  const snapshot = stored?.rules === rulesVersion ? stored : null;
  const saved = snapshot ? stateFrom(snapshot.features) : stored ? null : emptyRoom;
  const core = new RoomCore(aliases.of, saved ?? emptyRoom);
  const from = snapshot?.seq ?? 0;
  let seq = from;
  let lastAt = 0;
  const acceptedIds: string[] = [];
  const slices = new Slices();
  for await (const row of journal.read(id, Math.max(0, from - rowsRemembered))) {
    if (row.seq > from) {
      if (row.seq !== seq + 1) throw new RoomBroken(row, `the row before it is ${seq}`);
      replay(core, row);
      seq = row.seq;
    }
    lastAt = row.at;
    if ((row.actor as Actor).role !== 'system') acceptedIds.push(row.commandId);
    if (slices.isOver) await slices.next();
  }
  core.flush();
  const keys = aliases.follow(openAnonymousItems(core.state));
  await keys?.before();
  await keys?.after();

  // The server may have died between an erasing's row and the rest of it.
  const { participants } = core.state.people;
  const erased = Object.keys(participants).filter((person) => participants[person]?.erased);
  const finished = erased.length > 0 && (await deps.erasure.erase(id, epoch, erased, withoutText));

  const directory = new Directory(names);
  for (const person of erased) directory.delete(person);
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
    saved: finished ? null : saved,
    wire: deps.wire(id),
    ended,
  });
  const refusal =
    room.system({ feature: 'session', type: 'ownerChanged', epoch }) ??
    room.system({ feature: 'people', type: 'recovered' });
  await room.settled();
  if (room.isOpen && !refusal) return room;
  await room.close();
  throw new Error(`Room ${id} could not begin: ${refusal ?? 'its first rows were not written'}.`);
}

function replay(core: RoomCore, row: JournalRow): void {
  const applied = applyAgain(core, row);
  if ('refusal' in applied)
    throw new RoomBroken(row, `what was accepted then is refused now (${applied.refusal})`);
  // Other rules may keep another State.
  if (row.stateHash && row.rules === rulesVersion && row.stateHash !== hashOf(core.state))
    throw new RoomBroken(row, 'the State differs from what it was');
}

function applyAgain(core: RoomCore, row: JournalRow): Applied {
  const ids = [...row.ids];
  const newId = () => {
    const id = ids.shift();
    if (id === undefined) throw new Error('it needs more ids than it was given');
    return id;
  };
  try {
    return core.apply(row.command as Command | SystemCommand, {
      actor: row.actor as Actor,
      at: row.at,
      newId,
    });
  } catch (error) {
    throw new RoomBroken(row, error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const stateFrom = (features: Readonly<Record<string, string>>): RoomState =>
  Object.fromEntries(
    featureNames.map((f) => [f, features[f] === undefined ? emptyRoom[f] : JSON.parse(features[f])]),
  ) as unknown as RoomState;
