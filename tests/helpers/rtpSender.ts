import * as ndc from 'node-datachannel';
import type { TransportOffer } from '#shared/media.ts';
import type { DtlsParameters } from '#shared/rtp.ts';
import { RtpSession, sdpOf } from './rtpSession.ts';

/** Sends packets that the test makes, and hears the RTCP about them. */
export class RtpSender extends RtpSession {
  constructor(onRtcp: (packet: Buffer) => void) {
    super('sender');
    const section = new ndc.Audio('0', 'SendOnly');
    section.addOpusCodec(111);
    section.addSSRC(1, 'sender');
    this.track = this.peer.addTrack(section);
    this.track.onMessage(onRtcp);
  }

  async connect(offer: TransportOffer, connect: (d: DtlsParameters) => Promise<void>): Promise<void> {
    await this.connected(
      () => this.peer.setLocalDescription(),
      () => this.peer.setRemoteDescription(sdpOf(offer, 'recvonly', 'passive'), 'answer'),
      connect,
    );
  }

  send(packet: Buffer): void {
    if (this.track?.isOpen()) this.track.sendMessageBinary(packet);
  }
}
