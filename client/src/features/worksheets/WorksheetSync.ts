import * as Y from 'yjs';
import type { DocumentAnswers, DocumentNotice, DocumentRefusal } from '#shared/documents.ts';
import type { DocumentWire } from '../../room/documentWire.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { type Lost, newState, type SyncState } from './syncState.ts';
import { UnsentUpdates } from './UnsentUpdates.ts';
import type { UnsentCopy } from './unsentCopy.ts';
import { WhereTold } from './WhereTold.ts';

/** After an answer, or none, that is worth another try, in milliseconds. */
const tryAgainAfter = 1_000;

/** Where a change of the document comes from that was not made on this page. */
const server = { from: 'the server' };
const earlierPage = { from: 'an earlier page' };

/**
 * A Worksheet's document on this device, kept the same as the server's. What is typed leaves as soon as the
 * update before it is acknowledged. It is kept until it is, and without a connection also for a later page.
 */
export class WorksheetSync {
  readonly #docId: string;
  readonly #wire: DocumentWire;
  readonly #copy: UnsentCopy;
  readonly #ended: () => void;
  /** What an earlier page could not send, until the document is there to put it in. */
  readonly #earlier: Uint8Array[];
  readonly #unsent = new UnsentUpdates();
  readonly #where: WhereTold;
  readonly #listeners = new Set<() => void>();
  readonly #closers: (() => void)[];
  #state: SyncState;
  /** Counts what was opened or lost, so that a late answer is known as such. */
  #round = 0;
  /** The server tells of updates, and takes them. */
  #isOpen = false;
  #isSending = false;
  #isCopied: boolean;
  #isLeaving = false;
  #held: string[] | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `ended` is told when nobody looks at it any more and all is sent. */
  constructor(docId: string, wire: DocumentWire, copy: UnsentCopy, ended: () => void) {
    this.#docId = docId;
    this.#wire = wire;
    this.#copy = copy;
    this.#earlier = copy.read();
    this.#isCopied = this.#earlier.length > 0;
    this.#ended = ended;
    this.#state = this.#begin(null);
    this.#where = new WhereTold((field) => this.#tell({ type: 'awareness', docId, field }));
    this.#closers = [
      wire.onNotice((notice) => notice.docId === docId && this.#noticed(notice)),
      wire.onLive((isLive) => this.#connection(isLive)),
    ];
  }

  get state(): SyncState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What others write waits until the function that this returns is called: an input method is at work. */
  hold(): () => void {
    this.#held ??= [];
    return () => {
      const held = this.#held ?? [];
      this.#held = null;
      for (const update of held) this.#apply(update);
    };
  }

  /** Tells the others in which field this person writes. */
  goTo(field: string | null): void {
    this.#where.goTo(field);
  }

  /** Somebody looks at it, perhaps again. */
  stay(): void {
    this.#isLeaving = false;
    if (this.#state.at === 'closed' && this.#state.isOnline) void this.#open();
  }

  /** Nobody looks at it any more. */
  leave(): void {
    this.#isLeaving = true;
    this.goTo(null);
    this.#endIfDone();
  }

  #endIfDone(): void {
    if (!this.#isLeaving || !this.#unsent.isEmpty) return;
    for (const close of this.#closers.splice(0)) close();
    this.#where.close();
    clearTimeout(this.#timer);
    if (this.#isOpen) this.#tell({ type: 'close', docId: this.#docId });
    this.#state.doc.destroy();
    this.#ended();
  }

  /** A page may go at any time, as on a phone that needs the memory: the next one sends the rest. */
  #keepCopy(): void {
    const all = [...this.#earlier, ...this.#unsent.all()];
    if (all.length > 0 || this.#isCopied) this.#copy.write(all);
    this.#isCopied = all.length > 0;
  }

  #begin(lost: Lost | null): SyncState {
    const state = newState(lost);
    state.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === server || origin === earlierPage) return;
      this.#unsent.add(update);
      this.#become({ isUnsent: true, lost: null });
      this.#keepCopy();
      void this.#send();
    });
    return state;
  }

  #connection(isOnline: boolean): void {
    this.#become({ isOnline });
    if (isOnline) void this.#open();
    else this.#isOpen = false;
  }

  async #open(): Promise<void> {
    clearTimeout(this.#timer);
    const round = ++this.#round;
    this.#isOpen = false;
    const stateVector = toBase64(Y.encodeStateVector(this.#state.doc));
    const answer = await this.#wire
      .request({ type: 'open', docId: this.#docId, stateVector })
      .catch(() => null);
    if (round !== this.#round) return;
    if (answer?.ok) this.#opened(answer.value);
    else if (answer?.refusal === 'notAllowed') this.#become({ at: 'closed' });
    else this.#openLater();
  }

  #opened({ update, mayWrite, savedAt, writing }: DocumentAnswers['open']): void {
    this.#apply(update);
    this.#isOpen = true;
    this.#become({ at: 'open', mayWrite, savedAt, writing });
    this.#where.forgotten();
    this.#takeUpEarlier();
    void this.#send();
  }

  #openLater(): void {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#state.isOnline) void this.#open();
    }, tryAgainAfter);
  }

  /** What an earlier page could not send. It fits, unless the server has lost what it leans on. */
  #takeUpEarlier(): void {
    const { doc } = this.#state;
    for (const update of this.#earlier.splice(0)) {
      Y.applyUpdate(doc, update, earlierPage);
      this.#unsent.addEarlier(update);
    }
    if (doc.store.pendingStructs || doc.store.pendingDs) this.#loseAll('discarded');
    else this.#become({ isUnsent: !this.#unsent.isEmpty });
  }

  async #send(): Promise<void> {
    if (this.#isSending || !this.#isOpen || !this.#state.mayWrite) return;
    const update = this.#unsent.next();
    if (!update) return;
    this.#isSending = true;
    const { doc } = this.#state;
    const request = { type: 'update', docId: this.#docId, update: toBase64(update) } as const;
    const answer = await this.#wire.request(request).catch(() => null);
    this.#isSending = false;
    if (doc !== this.#state.doc) void this.#send();
    else if (answer?.ok) this.#sent(answer.value.savedAt);
    else this.#refused(answer?.refusal ?? 'notNow');
  }

  #sent(savedAt: number): void {
    this.#unsent.sent();
    this.#keepCopy();
    this.#become({ isUnsent: !this.#unsent.isEmpty, savedAt });
    this.#endIfDone();
    void this.#send();
  }

  #refused(refusal: DocumentRefusal): void {
    switch (refusal) {
      case 'fieldFull':
      case 'full':
      case 'discarded':
        this.#loseAll(refusal);
        return;
      case 'badRequest':
        this.#loseAll('discarded');
        return;
      case 'readOnly':
        // It stays here: it can be sent when the document is unlocked.
        this.#become({ mayWrite: false });
        return;
      case 'notAllowed':
        this.#become({ at: 'closed', mayWrite: false });
        return;
      default:
        // Without a connection the next one opens it.
        if (this.#state.isOnline) this.#openLater();
    }
  }

  /** This copy holds what no other will: it begins anew with what the server has. */
  #loseAll(lost: Lost): void {
    this.#unsent.clear();
    this.#keepCopy();
    this.#held &&= [];
    const { doc, isOnline } = this.#state;
    this.#state = this.#begin(lost);
    this.#become({ isOnline });
    doc.destroy();
    if (isOnline) void this.#open();
  }

  #noticed(notice: DocumentNotice): void {
    switch (notice.type) {
      case 'update':
        this.#apply(notice.update);
        this.#become({ savedAt: notice.savedAt });
        return;
      case 'rights':
        this.#become({ mayWrite: notice.mayWrite });
        void this.#send();
        return;
      case 'closed':
        this.#isOpen = false;
        this.#round++;
        this.#become({ at: 'closed', mayWrite: false });
        return;
      case 'reopen':
        void this.#open();
        return;
      case 'awareness':
        this.#become({ writing: notice });
    }
  }

  #apply(update: string): void {
    if (this.#held) this.#held.push(update);
    else Y.applyUpdate(this.#state.doc, fromBase64(update), server);
  }

  /** What need not arrive. */
  #tell(request: Parameters<DocumentWire['request']>[0]): void {
    if (this.#isOpen) this.#wire.request(request).catch(() => {});
  }

  #become(change: Partial<SyncState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
