import * as ndc from 'node-datachannel';
import type { TransportOffer } from '#shared/media.ts';
import type { DtlsParameters } from '#shared/rtp.ts';

/** Nothing answers for this long, and the test says so instead of waiting for its own limit. */
const patience = 10_000;

/**
 * One end of a mediasoup WebRtcTransport, over real ICE, DTLS and SRTP. It has a single media section:
 * libdatachannel hands every packet to the only track there is, whatever its SSRC, and sends whatever it
 * is given, so nothing is ever negotiated anew.
 */
export abstract class RtpSession {
  protected readonly peer: ndc.PeerConnection;
  /** Kept, since a track is closed when JavaScript forgets it. */
  protected track: ndc.Track | null = null;
  #closed = false;
  #patience: NodeJS.Timeout | undefined;

  constructor(name: string) {
    this.peer = new ndc.PeerConnection(name, { iceServers: [] });
  }

  /** Resolves once DTLS is up. @param connect gives the server this end's fingerprint. */
  protected async connected(
    begin: () => void,
    finish: (localSdp: string) => void,
    connect: (dtlsParameters: DtlsParameters) => Promise<void>,
  ): Promise<void> {
    const described = new Promise<string>((resolve) => this.peer.onLocalDescription((sdp) => resolve(sdp)));
    const up = new Promise<void>((resolve, reject) => {
      this.#patience = setTimeout(() => reject(new Error('no media connection')), patience);
      this.peer.onStateChange((state) => {
        if (state === 'connected') resolve();
        if (state === 'failed') reject(new Error('the media connection failed'));
        if (state !== 'connecting') clearTimeout(this.#patience);
      });
    });
    // Nobody waits for it any more when one of the steps before it fails.
    up.catch(() => undefined);
    begin();
    const sdp = await described;
    const fingerprint = /a=fingerprint:sha-256 (\S+)/i.exec(sdp)?.[1] ?? '';
    await connect({ role: 'client', fingerprints: [{ algorithm: 'sha-256', value: fingerprint }] });
    finish(sdp);
    await up;
  }

  get iceState(): string {
    return this.peer.iceState();
  }

  /** Safe to call twice. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#patience);
    this.track?.close();
    this.track = null;
    this.peer.close();
  }
}

/** mediasoup's end as a session description. */
export function sdpOf(offer: TransportOffer, direction: string, setup: string): string {
  const fingerprint = offer.dtlsParameters.fingerprints.find((f) => f.algorithm === 'sha-256')?.value;
  const candidates = offer.iceCandidates
    .filter((c) => c.protocol === 'udp')
    .map((c) => `a=candidate:${c.foundation} 1 udp ${c.priority} ${c.address} ${c.port} typ host`);
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'a=ice-lite',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    `a=${direction}`,
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    `a=ice-ufrag:${offer.iceParameters.usernameFragment}`,
    `a=ice-pwd:${offer.iceParameters.password}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    `a=setup:${setup}`,
    ...candidates,
    'a=end-of-candidates',
    '',
  ].join('\r\n');
}
