import { randomBytes, randomInt } from 'node:crypto';
import type { Bilingual } from '#shared/basics.ts';
import { maxOptions } from '#shared/features/polls.ts';
import { maxSegments } from '#shared/features/runOfShow.ts';
import { maxPages } from '#shared/features/slides.ts';
import { maxTemplates } from '#shared/features/worksheets.ts';
import { demoMaterial } from '../../server/src/demo/demoMaterial.ts';
import type { Room } from '../../server/src/room/Room.ts';
import { Extra } from './Extra.ts';
import { enterprises } from './School.ts';

/** Text of so many UTF-16 units of which nothing can be foretold. */
export type RandomText = (units: number) => string;

const drawnFrom =
  (draw: () => number): RandomText =>
  (units) =>
    Array.from({ length: units }, () => String.fromCharCode(draw())).join('');
/** Alphabets by how badly they pack: most bytes for each character, and most bits for each byte. */
export const alphabets: Readonly<Record<string, RandomText>> = {
  Chinese: drawnFrom(() => randomInt(0x4e00, 0x9fa6)),
  'all of three bytes': drawnFrom(() => randomInt(0x2e80, 0xd7a4)),
  'Latin, Greek and Cyrillic': drawnFrom(() =>
    randomInt(2) === 0 ? randomInt(0x30, 0x5b) : randomInt(0xc0, 0x530),
  ),
};

/** An id as long as one may be. */
const longId = () => randomBytes(24).toString('base64url');
const members = 1_000;
/** So long that what the chat has of a snapshot is used up by whole messages. */
const chatText = 460;

/** A class that has filled everything to its limit. `text` writes all of it. */
export class ClassAtItsLimits {
  readonly #room: Room;
  readonly #text: RandomText;
  readonly #staff: readonly Extra[];

  constructor(room: Room, text: RandomText) {
    this.#room = room;
    this.#text = text;
    this.#staff = Array.from({ length: 80 }, () => new Extra(room, 'trainer', null, text(60)));
  }

  /** In groups, with all that has happened before. */
  async fill(): Promise<void> {
    this.#prepare();
    const [trainer] = this.#staff as [Extra];
    await trainer.do({ feature: 'session', type: 'start' });
    await trainer.do({ feature: 'session', type: 'present', participantId: trainer.id });
    await this.#show(trainer);
    await this.#poll(trainer);
    // Before the crowd comes, since every round moves everybody.
    const rounds = this.#room.state.worksheets.templates.slice(1);
    const first = this.#enter(20);
    for (const { id } of rounds) await this.#workInGroups(trainer, id);
    await trainer.do({ feature: 'breakouts', type: 'close' });
    const crowd = [...first, ...this.#enter(members - first.length)];
    await this.#raiseHands(trainer, crowd);
    await this.#workInGroups(trainer, this.#room.state.worksheets.templates[0]?.id ?? '');
    await this.#speakInGroups(trainer, crowd);
  }

  #enter(count: number): Extra[] {
    const places = Array.from({ length: 80 }, longId);
    const enterpriseOf = (n: number) => (n % 4 === 0 ? enterprises[0] : (places[n % places.length] ?? null));
    return Array.from(
      { length: count },
      (_, n) => new Extra(this.#room, 'member', enterpriseOf(n), this.#text(60)),
    );
  }

  #both = (units: number): Bilingual => ({ zh: this.#text(units), en: this.#text(units) });

  #prepare(): void {
    const room = this.#room;
    for (const command of demoMaterial()) room.system(command);
    const segments = Array.from({ length: maxSegments }, () => ({
      id: longId(),
      kind: 'caseStudy' as const,
      minutes: randomInt(1, 600),
      title: this.#both(100),
      owner: null,
      materials: [],
    }));
    room.system({ feature: 'runOfShow', type: 'planned', segments });
    const pages = Array.from({ length: maxPages }, () => ({
      width: randomInt(1, 1601),
      height: randomInt(1, 1601),
    }));
    room.system({
      feature: 'slides',
      type: 'deckReady',
      deck: { id: 'deck-at-its-limit', title: this.#text(120), pages },
    });
    const fields = [{ id: 'purpose', label: this.#both(120), kind: 'line' as const, hint: null }];
    for (let n = 1; n < maxTemplates; n++)
      room.system({
        feature: 'worksheets',
        type: 'templateAdded',
        template: {
          id: longId(),
          title: this.#both(120),
          instruction: this.#both(500),
          sections: [{ title: this.#both(120), fields }],
        },
      });
  }

  async #show(trainer: Extra): Promise<void> {
    await trainer.do({ feature: 'slides', type: 'showPage', deckId: 'deck-at-its-limit', page: 150 });
    const caseId = this.#room.state.cases.cases[0]?.id ?? '';
    await trainer.do({ feature: 'cases', type: 'show', caseId, section: 0, to: 'class' });
  }

  async #poll(trainer: Extra): Promise<void> {
    for (let n = 0; n < 10; n++) {
      const pollId = longId();
      const quiz = { option: 0, why: this.#both(500) };
      const options = Array.from({ length: maxOptions }, () => this.#both(100));
      const poll = { id: pollId, question: this.#both(300), options, anonymous: false };
      this.#room.system({
        feature: 'polls',
        type: 'pollPlanned',
        poll: { ...poll, resultsShown: true, quiz },
      });
      await trainer.do({ feature: 'polls', type: 'open', pollId });
      await trainer.do({ feature: 'polls', type: 'close', pollId });
    }
  }

  async #raiseHands(trainer: Extra, crowd: readonly Extra[]): Promise<void> {
    const microphone = { feature: 'stage', type: 'setMicrophone', on: true } as const;
    await Promise.all(this.#staff.map((one) => one.do(microphone)));
    for (const up of crowd.slice(0, 12)) {
      await up.do({ feature: 'hands', type: 'raise' });
      await trainer.do({ feature: 'hands', type: 'call', participantId: up.id });
    }
    await Promise.all(crowd.slice(-200).map((one) => one.do({ feature: 'hands', type: 'raise' })));
    const together = crowd.slice(20).filter((_, n) => n % 4 === 0);
    const sit = { feature: 'sharedRoom', type: 'sit', sounding: false } as const;
    await Promise.all(together.slice(0, 60).map((one) => one.do(sit)));
  }

  /** One more round, and with it one more document for everybody. */
  async #workInGroups(trainer: Extra, worksheetId: string): Promise<void> {
    const open = { feature: 'breakouts', type: 'open', minutes: 90, worksheetId } as const;
    if (this.#room.state.breakouts.round) await trainer.do({ feature: 'breakouts', type: 'close' });
    await trainer.do({ feature: 'breakouts', type: 'prepare', by: 'mixed', groupCount: 2 });
    await trainer.do({ ...open, brief: this.#text(500) });
  }

  /** Another group's document is on the stage meanwhile. */
  async #speakInGroups(trainer: Extra, crowd: readonly Extra[]): Promise<void> {
    await trainer.do({ feature: 'breakouts', type: 'message', text: this.#text(300) });
    const docId = this.#room.state.worksheets.docs[0]?.id ?? '';
    await trainer.do({ feature: 'worksheets', type: 'showOnStage', docId });
    const speaking = crowd.slice(0, 200);
    const microphone = { feature: 'stage', type: 'setMicrophone', on: true } as const;
    await Promise.all(speaking.map((one) => one.do(microphone)));
    for (const one of speaking) await one.do({ feature: 'chat', type: 'send', text: this.#text(chatText) });
  }
}
