import type { TransportOffer } from '#shared/media.ts';
import type { DtlsParameters } from '#shared/rtp.ts';
import { RtpSession, sdpOf } from './rtpSession.ts';

/** Counts what it receives. Many fit into one process: 100 cost about a quarter of a core. */
export class RtpReceiver extends RtpSession {
  readonly #onPacket: (packet: Buffer) => void;

  constructor(onPacket: (packet: Buffer) => void) {
    super('receiver');
    this.#onPacket = onPacket;
  }

  async connect(offer: TransportOffer, connect: (d: DtlsParameters) => Promise<void>): Promise<void> {
    this.peer.onTrack((track) => {
      this.track = track;
      track.onMessage((packet) => this.#onPacket(packet));
    });
    await this.connected(
      () => this.peer.setRemoteDescription(sdpOf(offer, 'sendonly', 'actpass'), 'offer'),
      () => undefined,
      connect,
    );
  }
}
