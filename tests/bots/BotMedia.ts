import type { MediaAnswer, MediaNotice, MediaRequest, Source, TransportOffer } from '#shared/media.ts';
import { MediaPeer, type MediaPeerOptions } from '../helpers/MediaPeer.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';

export type BotMediaOptions = MediaPeerOptions;

type RoomSocket = SocketPerson['socket'];

/** The longest that the server may take to answer, in milliseconds. */
const longestAnswer = 10_000;
/** The wait before another try, in milliseconds. */
const retryAfter = 1_000;
/** A class of two hours says some thousand times who speaks; this many notices are kept. */
const noticesKept = 200;

/** A Bot's sound and picture: one peer for each connection, begun anew whenever it is lost. */
export class BotMedia {
  readonly #socket: RoomSocket;
  readonly #isLocal: boolean;
  readonly #failed: (why: string) => void;
  readonly #options: BotMediaOptions;
  /** With how many simulcast layers each is sent. */
  readonly #sends = new Map<Source, number>();
  #peer: MediaPeer | null = null;
  #stopListening: () => void = () => {};
  #packetsBefore = 0;

  /**
   * @param host the link's; media of a class on this machine never leaves it.
   * @param failed told why something could not be; receiving is tried again by itself.
   */
  constructor(
    socket: RoomSocket,
    host: string,
    failed: (why: string) => void,
    options: BotMediaOptions = {},
  ) {
    this.#options = options;
    this.#socket = socket;
    this.#isLocal = isLoopback(host);
    this.#failed = failed;
  }

  /** Of the present connection; null between two. */
  get peer(): MediaPeer | null {
    return this.#peer;
  }

  /** RTP packets received, over all connections. */
  get packets(): number {
    return this.#packetsBefore + (this.#peer?.packets ?? 0);
  }

  /** Begins, or begins anew; what was sent before is sent again. */
  begin(): void {
    this.end();
    const wire = {
      request: (request: MediaRequest) => this.#request(request),
      onNotice: (listener: (notice: MediaNotice) => void) => this.#listen(listener),
    };
    const peer = new MediaPeer(wire, this.#options);
    this.#peer = peer;
    this.#start(peer).catch((error: unknown) => {
      if (this.#peer !== peer) return;
      this.#failed(reason(error));
      setTimeout(() => this.#peer === peer && this.begin(), retryAfter).unref();
    });
  }

  /** Nothing comes and goes any more, until it begins anew. Safe to call twice. */
  end(): void {
    this.#stopListening();
    this.#packetsBefore = this.packets;
    this.#peer?.close();
    this.#peer = null;
  }

  async send(source: Source, layers = 1): Promise<void> {
    this.#sends.set(source, layers);
    await this.#peer?.send(source, layers).catch((error: unknown) => this.#failed(reason(error)));
  }

  /** Sends only these from now on. */
  keepSending(isOn: (source: Source) => boolean): void {
    for (const source of this.#sends.keys()) {
      if (isOn(source)) continue;
      this.#sends.delete(source);
      // The server may have closed it first.
      this.#peer?.stop(source).catch(() => {});
    }
  }

  async #start(peer: MediaPeer): Promise<void> {
    await peer.start();
    for (const [source, layers] of this.#sends) if (this.#peer === peer) await this.send(source, layers);
  }

  /** Never throws: without a connection or an answer it is `notNow`, which is worth another try. */
  async #request(request: MediaRequest): Promise<MediaAnswer> {
    const notNow = { ok: false, refusal: 'notNow' } as const;
    // What is asked of a closed socket would reach the next connection's Seat.
    if (!this.#socket.connected) return notNow;
    const asked = this.#socket.timeout(longestAnswer).emitWithAck('media', request);
    const answer = await asked.catch(() => notNow);
    return answer.ok && this.#isLocal ? { ok: true, value: withoutWayOut(answer.value) } : answer;
  }

  #listen(listener: (notice: MediaNotice) => void): void {
    const hear = (notice: MediaNotice) => {
      const notices = this.#peer?.notices;
      if (notices && notices.length > noticesKept) notices.splice(0);
      listener(notice);
      if (notice.type === 'transportsLost') this.begin();
    };
    this.#socket.on('media', hear);
    this.#stopListening = () => this.#socket.off('media', hear);
  }
}

type Value = Extract<MediaAnswer, { ok: true }>['value'];

/** The same answer with this machine's own addresses only, where it offers a transport. */
function withoutWayOut(value: Value): Value {
  if (value && 'receiving' in value) return { ...value, receiving: local(value.receiving) };
  return value && 'iceCandidates' in value ? local(value) : value;
}

const local = (offer: TransportOffer): TransportOffer => ({
  ...offer,
  iceCandidates: offer.iceCandidates.filter(({ address }) => isLoopback(address)),
});

const isLoopback = (host: string): boolean => /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host);

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
