import type { Device, types } from 'mediasoup-client';
import type { MediaAnswers, MediaMode, Source, TransportOffer } from '#shared/media.ts';
import type { RtpCapabilities, RtpParameters } from '#shared/rtp.ts';
import { IceKeeper } from './IceKeeper.ts';
import type { Ask } from './MediaWire.ts';

/** Loaded only when media is wanted: it is as large as the rest of the page. */
const loadMediasoup = () => import('mediasoup-client');

/** Begins to load what media needs, ahead of time. */
export const preloadMedia = (): void => void loadMediasoup();

/** This browser has no WebRTC that mediasoup knows. */
export class BrowserUnsupported extends Error {}

/** One connection's transports. It ends with them; a new one begins on the next connection. */
export class MediaSession {
  readonly receiving: types.Transport;
  readonly seatId: string;
  /** What it began in. */
  readonly mode: MediaMode;
  readonly elsewhere: { readonly devices: boolean; readonly screen: boolean };
  readonly #device: Device;
  readonly #ask: Ask;
  readonly #lost: () => void;
  readonly #paths = new Set<IceKeeper>();
  #sending: Promise<types.Transport> | null = null;
  #closed = false;

  private constructor(
    device: Device,
    { started, mode }: { started: MediaAnswers['start']; mode: MediaMode },
    ask: Ask,
    lost: () => void,
  ) {
    this.#device = device;
    this.#ask = ask;
    this.#lost = lost;
    this.mode = mode;
    this.seatId = started.seatId;
    this.elsewhere = { devices: started.devicesElsewhere, screen: started.screenElsewhere };
    this.receiving = this.#keep(device.createRecvTransport(transportOptions(started.receiving)));
  }

  /**
   * @param options.previousSeatId this tab's first Seat, if there was a connection before.
   * @param lost told when a transport can't be kept.
   * @throws {BrowserUnsupported} or whatever `ask` throws.
   */
  static async begin(
    ask: Ask,
    { previousSeatId, mode }: { previousSeatId: string | null; mode: MediaMode },
    lost: () => void,
  ): Promise<MediaSession> {
    const start = { type: 'start' as const, mode, ...(previousSeatId === null ? {} : { previousSeatId }) };
    const [{ Device }, started] = await Promise.all([loadMediasoup(), ask(start)]);
    const device = await newDevice(Device);
    const { routerRtpCapabilities } = started;
    await device.load({ routerRtpCapabilities: routerRtpCapabilities as types.RtpCapabilities });
    return new MediaSession(device, { started, mode }, ask, lost);
  }

  /** Asks for Consumers; they come as notices. */
  async receive(): Promise<void> {
    const rtpCapabilities = this.#device.recvRtpCapabilities as RtpCapabilities;
    await this.#ask({ type: 'receive', rtpCapabilities });
  }

  /** The transport to send over, made when it's first needed. */
  transport(): Promise<types.Transport> {
    this.#sending ??= this.#openSending().catch((error: unknown) => {
      this.#sending = null;
      throw error;
    });
    return this.#sending;
  }

  /** Something that should come is missing, and the connection to the server may be well. */
  doubt(): void {
    for (const path of this.#paths) void path.doubt();
  }

  close(): void {
    this.#closed = true;
    this.receiving.close();
    void this.#sending?.then(
      (transport) => transport.close(),
      () => undefined,
    );
  }

  async #openSending(): Promise<types.Transport> {
    const offer = await this.#ask({ type: 'openSending' });
    if (this.#closed) throw new Error('the connection is gone');
    const transport = this.#keep(this.#device.createSendTransport(transportOptions(offer)));
    transport.on('produce', ({ rtpParameters, appData }, done, failed) => {
      const source = appData.source as Source;
      this.#ask({
        type: 'produce',
        source,
        rtpParameters: rtpParameters as RtpParameters,
      }).then(({ producerId }) => done({ id: producerId }), failed);
    });
    return transport;
  }

  #keep(transport: types.Transport): types.Transport {
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      this.#ask({ type: 'connectTransport', transportId: transport.id, dtlsParameters }).then(
        () => done(),
        failed,
      );
    });
    const path = new IceKeeper(transport, this.#ask, () => {
      if (!this.#closed) this.#lost();
    });
    this.#paths.add(path);
    transport.observer.once('close', () => this.#paths.delete(path));
    return transport;
  }
}

async function newDevice(Device: typeof import('mediasoup-client').Device): Promise<Device> {
  try {
    return await Device.factory();
  } catch (error) {
    throw new BrowserUnsupported(String(error));
  }
}

// mediasoup-client's type is this one without `| undefined`.
const transportOptions = (offer: TransportOffer) => offer as types.TransportOptions;
