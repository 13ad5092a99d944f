import type {
  DocumentAnswer,
  DocumentNotice,
  DocumentRequest,
  DocumentRequestType,
} from '#shared/documents.ts';
import type { RoomStore } from './RoomStore.ts';

/** A document is answered when the disk has it: milliseconds. After this long, in milliseconds, never. */
const answerWithin = 8_000;

/** How Worksheets talk with the server. */
export interface DocumentWire {
  /** Rejects when there is no connection, or when it breaks before the answer. */
  request<T extends DocumentRequestType>(request: DocumentRequest & { type: T }): Promise<DocumentAnswer<T>>;
  /** @returns what ends it. */
  onNotice(listener: (notice: DocumentNotice) => void): () => void;
  /** Calls back with whether one is in the Room, now and when that changes. @returns what ends it. */
  onLive(listener: (isLive: boolean) => void): () => void;
}

/** The documents' wire over the Room's socket. Nothing waits there for a later connection. */
export const documentWireOf = (store: RoomStore): DocumentWire => ({
  async request<T extends DocumentRequestType>(request: DocumentRequest & { type: T }) {
    if (!store.socket.connected) throw new Error('not connected');
    const answer = await store.socket.timeout(answerWithin).emitWithAck('document', request);
    return answer as DocumentAnswer<T>;
  },
  onNotice(listener) {
    store.socket.on('document', listener);
    return () => store.socket.off('document', listener);
  },
  onLive(listener) {
    let isLive = store.connection.at === 'live';
    listener(isLive);
    return store.subscribe(() => {
      if ((store.connection.at === 'live') === isLive) return;
      isLive = !isLive;
      listener(isLive);
    });
  },
});
