import * as Y from 'yjs';
import {
  type DocumentAnswer,
  type DocumentNotice,
  type DocumentRequest,
  type DocumentRequestType,
  maxFieldLength,
} from '#shared/documents.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';

const longestWait = 25_000;

/** Somebody's copy of a Worksheet, over a real socket: a client as plain as the protocol allows. */
export class WorksheetPage {
  readonly person: SocketPerson;
  readonly docId: string;
  doc = new Y.Doc();
  readonly notices: DocumentNotice[] = [];
  mayWrite = false;
  savedAt: number | null = null;
  /** Where whom sees this page write, as "name: field". */
  writing: string[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(person: SocketPerson, docId: string) {
    this.person = person;
    this.docId = docId;
    person.socket.on('document', (notice) => {
      if (notice.docId !== docId) return;
      this.notices.push(notice);
      if (notice.type === 'update') this.#apply(notice.update);
      if (notice.type === 'awareness') this.#see(notice);
      for (const look of [...this.#waiting]) look();
    });
  }

  static async open(person: SocketPerson, docId: string): Promise<WorksheetPage> {
    const page = new WorksheetPage(person, docId);
    const answer = await page.open();
    if (!answer.ok) throw new Error(`${person.seat.name} can't open it: ${answer.refusal}`);
    return page;
  }

  async open(): Promise<DocumentAnswer<'open'>> {
    const stateVector = encode(Y.encodeStateVector(this.doc));
    const answer = await this.ask<'open'>({ type: 'open', docId: this.docId, stateVector });
    if (!answer.ok) return answer;
    this.#apply(answer.value.update);
    this.#see(answer.value.writing);
    this.mayWrite = answer.value.mayWrite;
    this.savedAt = answer.value.savedAt;
    return answer;
  }

  text(field = 'purpose'): string {
    return this.doc.getText(field).toString();
  }

  /** What changing the document would send. */
  change(change: (doc: Y.Doc) => void): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    this.doc.transact(() => change(this.doc));
    return Y.encodeStateAsUpdate(this.doc, before);
  }

  /** Resolves with the server's answer, once it is on disk. */
  write(text: string, at = this.text().length, field = 'purpose'): Promise<DocumentAnswer<'update'>> {
    if (text.length > maxFieldLength) throw new Error('A text area would not hold that.');
    return this.send(this.change((doc) => doc.getText(field).insert(at, text)));
  }

  send(update: Uint8Array): Promise<DocumentAnswer<'update'>> {
    return this.ask<'update'>({ type: 'update', docId: this.docId, update: encode(update) });
  }

  goTo(field: string | null): Promise<DocumentAnswer> {
    return this.ask({ type: 'awareness', docId: this.docId, field });
  }

  ask<T extends DocumentRequestType>(request: DocumentRequest & { type: T }): Promise<DocumentAnswer<T>> {
    return this.person.socket.timeout(longestWait).emitWithAck('document', request) as Promise<
      DocumentAnswer<T>
    >;
  }

  /** Waits for a fact; says which one didn't come. */
  until(fact: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        settle();
      };
      const look = () => fact() && end(resolve);
      const timer = setTimeout(
        () => end(() => reject(new Error(`${this.person.seat.name} waited for ${what}`))),
        longestWait,
      );
      this.#waiting.add(look);
      look();
    });
  }

  heard(type: DocumentNotice['type']): boolean {
    return this.notices.some((notice) => notice.type === type);
  }

  #apply(update: string): void {
    Y.applyUpdate(this.doc, Buffer.from(update, 'base64'));
  }

  #see({
    writers,
    names,
  }: {
    writers: readonly { participantId: string; field: string }[];
    names: Record<string, string>;
  }): void {
    this.writing = writers.map(({ participantId, field }) => `${names[participantId]}: ${field}`);
  }
}

const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
