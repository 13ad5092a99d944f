import * as ndc from 'node-datachannel';
import { WebSocket } from 'ws';
import { ssrcOf } from '../../tests/helpers/rtpPackets.ts';
import { SequenceGaps } from '../../tests/helpers/SequenceGaps.ts';
import { janusPorts, janusStream } from './janus.ts';

/** Nothing comes for this long, and it fails, in milliseconds. */
const patience = 10_000;

type Told = {
  janus: string;
  transaction?: string;
  data?: { id: number };
  jsep?: { type: 'offer'; sdp: string };
  error?: { reason: string };
};

/** One who watches the peer's stream, by its API over WebSocket and real ICE, DTLS and SRTP. */
export class JanusViewer {
  readonly gaps = new Map<number, SequenceGaps>();
  packets = 0;
  readonly #socket = new WebSocket(`ws://127.0.0.1:${janusPorts.api}`, 'janus-protocol');
  readonly #peer = new ndc.PeerConnection('viewer', { iceServers: [] });
  /** Kept, since a track is closed when JavaScript forgets it. */
  readonly #tracks: ndc.Track[] = [];
  #session = 0;
  #handle = 0;

  /** Resolves with the first packet. @throws when none comes within 10 s. */
  watch(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Janus sent nothing.')), patience);
      const came = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#peer.onTrack((track) => {
        this.#tracks.push(track);
        track.onMessage((packet) => {
          this.#received(packet);
          came();
        });
      });
      this.#peer.onGatheringStateChange((state) => {
        if (state === 'complete') this.#answer();
      });
      this.#socket.on('error', reject);
      this.#socket.on('open', () => this.#say({ janus: 'create' }, 'session'));
      this.#socket.on('message', (data) => {
        const told = JSON.parse(String(data)) as Told;
        if (told.error) reject(new Error(`Janus: ${told.error.reason}`));
        else this.#told(told);
      });
    });
  }

  close(): void {
    this.#socket.close();
    this.#peer.close();
  }

  #told({ transaction, data, jsep }: Told): void {
    if (transaction === 'session') {
      this.#session = data?.id ?? 0;
      this.#say({ janus: 'attach', plugin: 'janus.plugin.streaming' }, 'handle');
    }
    if (transaction === 'handle') {
      this.#handle = data?.id ?? 0;
      this.#say({ janus: 'message', body: { request: 'watch', id: janusStream } }, 'watch');
    }
    if (jsep) this.#peer.setRemoteDescription(jsep.sdp, 'offer');
  }

  #answer(): void {
    const answer = this.#peer.localDescription();
    if (answer) this.#say({ janus: 'message', body: { request: 'start' }, jsep: answer }, 'start');
  }

  #say(what: object, transaction: string): void {
    const where = {
      ...(this.#session ? { session_id: this.#session } : {}),
      ...(this.#handle ? { handle_id: this.#handle } : {}),
    };
    this.#socket.send(JSON.stringify({ ...what, ...where, transaction }));
  }

  #received(packet: Buffer): void {
    const ssrc = ssrcOf(packet);
    if (ssrc === null) return;
    this.packets++;
    const gaps = this.gaps.get(ssrc) ?? new SequenceGaps();
    gaps.add(packet.readUInt16BE(2));
    this.gaps.set(ssrc, gaps);
  }
}
