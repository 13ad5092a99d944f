import type { z } from 'zod';
import type { Role, Space } from '#shared/basics.ts';
import { Command } from '#shared/commands/command.ts';
import type { RoomView, SystemCommand } from '#shared/contract.ts';
import type { Refusal } from '#shared/refusals.ts';
import { nextDue, type RoomState } from '../../server/src/room/features.ts';
import { FakeClass } from '../law/FakeClass.ts';

/**
 * A Room in which a test tells a story, one sentence a line. After every sentence the law must hold,
 * so that what a View says is also what its viewer was told.
 */
export class RoomStory {
  /** The time of the last sentence; each takes a second. */
  at = Date.UTC(2020, 2, 18, 2);
  readonly #class = new FakeClass();
  #sentences = 0;

  /** A Room that is live, with a trainer `trainer` in it. */
  static live(): RoomStory {
    const story = new RoomStory();
    story.joins('trainer', 'trainer');
    story.asks('trainer', { feature: 'session', type: 'start' });
    return story;
  }

  get state(): RoomState {
    return this.#class.state;
  }

  /** What this person sees by now. */
  view(id: string): RoomView {
    const view = this.#class.viewOf(id);
    if (!view) throw new Error(`${id} is not there.`);
    return view;
  }

  /** Opens a Seat, the person's first or another one; that of a shared screen has heads. */
  joins(
    id: string,
    role: Role,
    enterpriseId: string | null = null,
    seatId = `seat-of-${id}`,
    heads?: number,
  ): void {
    this.happens({
      feature: 'people',
      type: 'seatOpened',
      seatId,
      participantId: id,
      role,
      enterpriseId,
      ...(heads === undefined ? {} : { heads }),
    });
  }

  /** Closes a Seat. */
  leaves(id: string, seatId = `seat-of-${id}`): void {
    this.happens({ feature: 'people', type: 'seatClosed', seatId, participantId: id });
  }

  moves(places: Record<string, Space>): void {
    this.happens({ feature: 'people', type: 'placed', places });
  }

  /** Time goes by, in milliseconds, and the deadlines on the way are kept. */
  waits(ms: number): void {
    const until = this.at + ms;
    for (let due = nextDue(this.state); due && due.at <= until; due = nextDue(this.state)) {
      const answer = this.#take('system', due.command, Math.max(due.at, this.at));
      if (answer !== 'ok') throw new Error(`${due.command.feature} refused its own deadline: ${answer}`);
    }
    this.at = until;
  }

  /** What somebody asks, and the answer: `ok`, or why not. */
  asks(id: string, command: z.input<typeof Command>): 'ok' | Refusal {
    const parsed = Command.safeParse(command);
    return parsed.success ? this.#take(id, parsed.data) : 'badRequest';
  }

  /** What the system asks; the answer must be `ok`. */
  happens(command: SystemCommand): void {
    const answer = this.tries(command);
    if (answer !== 'ok') throw new Error(`${command.feature}.${command.type} was refused: ${answer}`);
  }

  /** What the system asks, and the answer. */
  tries(command: SystemCommand): 'ok' | Refusal {
    return this.#take('system', command);
  }

  #take(by: string, command: Command | SystemCommand, at = this.at + 1000): 'ok' | Refusal {
    this.at = at;
    const taken = this.#class.take({ n: ++this.#sentences, at: this.at, by, command, flush: true });
    if (taken.result === 'threw') throw taken.error;
    if (taken.result === 'absent') throw new Error(`${by} is not there.`);
    const broken = this.#class.lawBroken();
    if (broken) throw new Error(`After ${command.feature}.${command.type}, ${broken}`);
    return taken.result === 'refused' ? taken.refusal : 'ok';
  }
}
