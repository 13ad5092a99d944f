import { randomBytes } from 'node:crypto';
import type { Role } from '#shared/basics.ts';
import type { Command } from '#shared/contract.ts';
import type { Room } from '../../server/src/room/Room.ts';
import type { SeatWire } from '../../server/src/room/wires.ts';

const noWire: SeatWire = { listen() {}, snapshot() {}, moreNames() {}, ended() {}, dropped() {} };
export const newId = () => randomBytes(9).toString('base64url');

/** One of a crowd, without a connection: only what the Room makes of them counts. */
export class Extra {
  readonly id = newId();
  readonly #seatId = newId();
  readonly #room: Room;

  constructor(room: Room, role: Role, enterpriseId: string | null, name: string) {
    this.#room = room;
    room.directory.set(this.id, name);
    room.enter({ seatId: this.#seatId, participantId: this.id, role, enterpriseId }, noWire);
  }

  do(command: Command): Promise<void> {
    return new Promise((resolve, reject) =>
      this.#room.receive(this.#seatId, { id: newId(), command }, (reply) =>
        reply.ok ? resolve() : reject(new Error(`${command.feature}.${command.type}: ${reply.refusal}`)),
      ),
    );
  }
}
