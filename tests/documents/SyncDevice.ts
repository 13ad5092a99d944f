import type {
  DocumentAnswer,
  DocumentNotice,
  DocumentRequest,
  DocumentRequestType,
} from '#shared/documents.ts';
import { Typing } from '../../client/src/features/worksheets/syncState.ts';
import type { UnsentCopy } from '../../client/src/features/worksheets/unsentCopy.ts';
import { WorksheetSync } from '../../client/src/features/worksheets/WorksheetSync.ts';
import type { DocumentWire } from '../../client/src/room/documentWire.ts';
import { type DocumentBed, FakeSeat } from './DocumentBed.ts';

/** A connection that passes on what it hears. */
class ToldSeat extends FakeSeat {
  told: ((notice: DocumentNotice) => void) | null = null;

  override notify(notice: DocumentNotice): void {
    super.notify(notice);
    this.told?.(notice);
  }
}

/**
 * Somebody's device with the client's own `WorksheetSync` on it, whose network a test cuts and mends, and
 * whose page it closes and opens again.
 */
export class SyncDevice implements DocumentWire, UnsentCopy {
  readonly participantId: string;
  readonly #bed: DocumentBed;
  readonly #typing = new Typing();
  /** What the browser remembers between pages. */
  kept: readonly Uint8Array[] = [];
  sync: WorksheetSync;
  hasEnded = false;
  #seat: ToldSeat | null = null;
  #rejects = new Set<() => void>();
  #noticed: ((notice: DocumentNotice) => void) | null = null;
  #becomesLive: ((isLive: boolean) => void) | null = null;
  /** The server's next answer is lost with the connection, after it has done what was asked. */
  #loseAnswer = false;

  constructor(bed: DocumentBed, participantId: string) {
    this.#bed = bed;
    this.participantId = participantId;
    this.#connect();
    this.sync = this.#openPage();
  }

  get text(): string {
    return this.sync.state.doc.getText('purpose').toString();
  }

  /** As a text area does it. */
  type(text: string, at = this.text.length): void {
    const { doc } = this.sync.state;
    doc.transact(() => doc.getText('purpose').insert(at, text), this.#typing);
  }

  cut(): void {
    const seat = this.#seat;
    if (!seat) return;
    this.#seat = null;
    seat.told = null;
    this.#bed.seats.delete(seat);
    this.#bed.documents.seatClosed(seat.seatId);
    this.#becomesLive?.(false);
    for (const reject of [...this.#rejects]) reject();
  }

  mend(): void {
    if (this.#seat) return;
    this.#connect();
    this.#becomesLive?.(true);
  }

  cutBeforeAnswer(): void {
    this.#loseAnswer = true;
  }

  /** The page goes without a word, and another one comes. */
  newPage(): void {
    this.cut();
    this.#connect();
    this.sync = this.#openPage();
  }

  #openPage(): WorksheetSync {
    return new WorksheetSync(this.#bed.docId, this, this, () => {
      this.hasEnded = true;
    });
  }

  #connect(): void {
    const seat = new ToldSeat(this.#bed.documents, this.participantId);
    seat.told = (notice) => this.#noticed?.(notice);
    this.#bed.seats.add(seat);
    this.#seat = seat;
  }

  request<T extends DocumentRequestType>(request: DocumentRequest & { type: T }): Promise<DocumentAnswer<T>> {
    const seat = this.#seat;
    if (!seat) return Promise.reject(new Error('not connected'));
    return new Promise((resolve, reject) => {
      const lost = () => {
        this.#rejects.delete(lost);
        reject(new Error('the connection broke'));
      };
      this.#rejects.add(lost);
      void seat.ask(request).then((answer) => {
        if (this.#loseAnswer && request.type === 'update') {
          this.#loseAnswer = false;
          this.cut();
        }
        if (this.#rejects.delete(lost)) resolve(answer as DocumentAnswer<T>);
      });
    });
  }

  onNotice(listener: (notice: DocumentNotice) => void): () => void {
    this.#noticed = listener;
    return () => {
      this.#noticed = null;
    };
  }

  onLive(listener: (isLive: boolean) => void): () => void {
    this.#becomesLive = listener;
    listener(this.#seat !== null);
    return () => {
      this.#becomesLive = null;
    };
  }

  read(): Uint8Array[] {
    return [...this.kept];
  }

  write(updates: readonly Uint8Array[]): void {
    this.kept = updates;
  }
}
