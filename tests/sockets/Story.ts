import type { Role } from '#shared/basics.ts';
import type { Command, SystemCommand } from '#shared/contract.ts';
import { demoMaterial } from '../../server/src/demo/demoMaterial.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import type { SchoolClass } from './School.ts';

/** What leads up to a Command: a class with its material, somebody who will ask, and a trainer beside them. */
export class Story {
  /** Who will ask. */
  readonly actor: SocketPerson;
  /** A trainer, and never the one who will ask. */
  readonly trainer: SocketPerson;
  readonly #class: SchoolClass;

  private constructor(schoolClass: SchoolClass, actor: SocketPerson, trainer: SocketPerson) {
    this.#class = schoolClass;
    this.actor = actor;
    this.trainer = trainer;
  }

  static async begin(schoolClass: SchoolClass, role: Role): Promise<Story> {
    const room = await schoolClass.room();
    for (const command of demoMaterial()) room.system(command);
    room.system({ feature: 'slides', type: 'deckReady', deck });
    return new Story(schoolClass, await schoolClass.enter(role, 'Actor'), await schoolClass.enter('trainer'));
  }

  get actorIsMember(): boolean {
    return this.actor.seat.role === 'member';
  }

  /** Somebody else of the class. */
  member(): Promise<SocketPerson> {
    return this.#class.enter('member', 'Another member');
  }

  async goLive(): Promise<void> {
    await this.trainer.must({ feature: 'session', type: 'start' });
  }

  /** Invites a member up, and they come. Staff are there anyway. */
  async bringUp(person: SocketPerson): Promise<void> {
    if (person.seat.role !== 'member') return;
    await this.trainer.must({ feature: 'stage', type: 'invite', participantId: person.id });
    await person.must({ feature: 'stage', type: 'answerInvite', accept: true });
  }

  /** Makes one group of each Enterprise's members, and sends them to work on the demo's Worksheet. */
  async openGroups(): Promise<void> {
    await this.goLive();
    await this.trainer.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
    await this.trainer.must({
      feature: 'breakouts',
      type: 'open',
      minutes: 10,
      worksheetId: (await this.state()).worksheets.templates[0]?.id ?? '',
      brief: '',
    });
  }

  /** What only the server itself asks; it must be accepted. */
  async happens(command: SystemCommand): Promise<void> {
    const room = await this.#class.room();
    const refusal = room.system(command);
    if (refusal) throw new Error(`${command.feature}.${command.type} was refused: ${refusal}`);
    await room.settled();
  }

  async state() {
    return (await this.#class.room()).state;
  }

  /** What the trainer asks; it must be accepted. */
  trainerDoes(command: Command): Promise<void> {
    return this.trainer.must(command);
  }
}

export const deck = {
  id: 'deck-of-three',
  title: 'Three pages',
  pages: Array(3).fill({ width: 1600, height: 900 }),
};
