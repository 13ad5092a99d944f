import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Command } from '#shared/contract.ts';
import type { DocumentAnswer, DocumentNotice, DocumentRequest } from '#shared/documents.ts';
import { documentRules } from '../../server/src/documentRules.ts';
import type { UpdateStore } from '../../server/src/documents/DocumentsInMemory.ts';
import { RoomDocuments } from '../../server/src/documents/RoomDocuments.ts';
import type { DocumentSeat } from '../../server/src/documents/seats.ts';
import { type WorksheetUpdate, WorksheetUpdates } from '../../server/src/persistence/worksheetUpdates.ts';
import type { Room } from '../../server/src/room/Room.ts';
import { SteeredWrites } from '../helpers/SteeredWrites.ts';
import type { RoomBed } from '../room/RoomBed.ts';
import { meetingPlan } from './worksheetClass.ts';

/** The real table, whose writes a test delays or fails. */
export class SteeredUpdates extends SteeredWrites implements UpdateStore {
  readonly #updates: WorksheetUpdates;
  readonly appends: (readonly WorksheetUpdate[])[] = [];
  reads = 0;
  merges = 0;

  constructor(updates: WorksheetUpdates) {
    super();
    this.#updates = updates;
  }

  async append(...[room, epoch, updates]: Parameters<WorksheetUpdates['append']>): Promise<void> {
    this.appends.push(updates);
    await this.steer(() => this.#updates.append(room, epoch, updates));
  }

  async read(...asked: Parameters<WorksheetUpdates['read']>): Promise<WorksheetUpdate[]> {
    this.reads += 1;
    return this.#updates.read(...asked);
  }

  async compact(...asked: Parameters<WorksheetUpdates['compact']>): Promise<void> {
    await this.#updates.compact(...asked);
    this.merges += 1;
  }
}

/** A connection, and what it hears. */
export class FakeSeat implements DocumentSeat {
  readonly seatId = `seat-${randomBytes(4).toString('hex')}`;
  readonly participantId: string;
  readonly notices: DocumentNotice[] = [];
  isDropped = false;
  readonly #documents: RoomDocuments;
  readonly #heard = new Set<string>();

  constructor(documents: RoomDocuments, participantId: string) {
    this.#documents = documents;
    this.participantId = participantId;
    documents.seatOpened(this);
  }

  notify(notice: DocumentNotice): void {
    this.notices.push(notice);
  }

  listen(docId: string, listeners: string, on: boolean): void {
    if (on) this.#heard.add(docId + listeners);
    else this.#heard.delete(docId + listeners);
  }

  hears(docId: string, listeners: string): boolean {
    return this.#heard.has(docId + listeners);
  }

  drop(): void {
    this.isDropped = true;
  }

  ask(request: DocumentRequest): Promise<DocumentAnswer> {
    return new Promise((resolve) => this.#documents.request(this.seatId, request, resolve));
  }
}

/** A connection with a copy of the document. */
export class FakePage extends FakeSeat {
  readonly doc = new Y.Doc();
  #last: Uint8Array = new Uint8Array();

  override notify(notice: DocumentNotice): void {
    super.notify(notice);
    if (notice.type === 'update') Y.applyUpdate(this.doc, Buffer.from(notice.update, 'base64'));
  }

  get text(): string {
    return this.doc.getText('purpose').toString();
  }

  async open(docId: string): Promise<DocumentAnswer> {
    const stateVector = Buffer.from(Y.encodeStateVector(this.doc)).toString('base64');
    const answer = await this.ask({ type: 'open', docId, stateVector });
    if (answer.ok && answer.value && 'update' in answer.value)
      Y.applyUpdate(this.doc, Buffer.from(answer.value.update, 'base64'));
    return answer;
  }

  /** Types at the end. */
  write(docId: string, text: string): Promise<DocumentAnswer> {
    const before = Y.encodeStateVector(this.doc);
    this.doc.getText('purpose').insert(this.text.length, text);
    this.#last = Y.encodeStateAsUpdate(this.doc, before);
    return this.send(docId, this.#last);
  }

  /** Sends what it wrote last once more. */
  sendAgain(docId: string): Promise<DocumentAnswer> {
    return this.send(docId, this.#last);
  }

  send(docId: string, update: Uint8Array): Promise<DocumentAnswer> {
    return this.ask({ type: 'update', docId, update: Buffer.from(update).toString('base64') });
  }
}

/** A Room whose groups are at work, and its documents, with the wire and the disk in a test's hands. */
export class DocumentBed {
  readonly updates: SteeredUpdates;
  readonly room: Room;
  readonly documents: RoomDocuments;
  readonly seats = new Set<FakeSeat>();
  readonly #trainer: { ask(command: Command): unknown };
  #time = 1_000;

  private constructor(bed: RoomBed, room: Room, trainer: { ask(command: Command): unknown }) {
    this.room = room;
    this.#trainer = trainer;
    this.updates = new SteeredUpdates(new WorksheetUpdates(bed.database));
    this.documents = new RoomDocuments(room, {
      updates: this.updates,
      rules: documentRules,
      wire: () => ({
        tell: (docId, listeners, notice, exceptSeat) => {
          for (const seat of this.seats)
            if (seat.seatId !== exceptSeat && seat.hears(docId, listeners)) seat.notify(notice);
        },
      }),
      now: () => this.#time++,
      log: bed.log,
    });
  }

  /** A class of members of the Enterprise elm, at work in the process's first Room or in one that goes on. */
  static async begin(bed: RoomBed, members: readonly string[] = ['anna', 'bo']): Promise<DocumentBed> {
    const process = bed.start();
    const room = await process.room();
    const trainer = process.enter(room, 'trainer', 'trainer');
    // Each `p` is of an Enterprise of its own.
    for (const id of members) process.enter(room, id, 'member', id.startsWith('p') ? `of-${id}` : 'elm');
    if (room.state.worksheets.docs.length === 0) {
      await trainer.ask({ feature: 'session', type: 'start' });
      room.system({ feature: 'worksheets', type: 'templateAdded', template: meetingPlan });
      await trainer.ask({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
      const { id: worksheetId } = meetingPlan;
      await trainer.ask({ feature: 'breakouts', type: 'open', minutes: null, worksheetId, brief: '' });
    }
    await room.settled();
    return new DocumentBed(bed, room, trainer);
  }

  get docId(): string {
    return this.room.state.worksheets.docs[0]?.id ?? '';
  }

  lock(on: boolean): void {
    this.#trainer.ask({ feature: 'worksheets', type: on ? 'lock' : 'unlock', docId: this.docId });
  }

  page(participantId: string): FakePage {
    const page = new FakePage(this.documents, participantId);
    this.seats.add(page);
    return page;
  }

  async opened(participantId: string): Promise<FakePage> {
    const page = this.page(participantId);
    const answer = await page.open(this.docId);
    if (!answer.ok) throw new Error(`${participantId} can't open it: ${answer.refusal}`);
    return page;
  }

  rows(): Promise<WorksheetUpdate[]> {
    return this.updates.read(this.room.id, this.docId);
  }

  /** Everything that doesn't wait for the disk has happened. */
  async quiet(): Promise<void> {
    for (let turn = 0; turn < 5; turn++) await setImmediate();
  }
}
