import pino from 'pino';
import type { Role, Space } from '#shared/basics.ts';
import type { Command, SystemCommand } from '#shared/contract.ts';
import type { MediaNotice, Source } from '#shared/media.ts';
import { mediaWorkerPath } from '../../scripts/setup/mediaWorkerPath.mjs';
import { type Actor, systemActor } from '../../server/src/kernel/participant.ts';
import { MediaServer } from '../../server/src/media/MediaServer.ts';
import type { RoomMedia } from '../../server/src/media/RoomMedia.ts';
import { RoomCore } from '../../server/src/room/RoomCore.ts';
import { MediaPeer } from '../helpers/MediaPeer.ts';

/** Real workers on free ports. */
export const startMedia = (
  workers = 2,
  log = pino({ level: process.env.MEDIA_LOG ?? 'silent' }),
): Promise<MediaServer> =>
  MediaServer.start(
    {
      announced: { ipv4: null, ipv6: null },
      turn: null,
      firstPort: 0,
      workers,
      workerBin: mediaWorkerPath() ?? null,
      qualitiesEvery: 300,
    },
    log,
  );

/**
 * A Room's rules and its media, without Journal and sockets: Commands change the State, the State moves
 * media, and every Seat is a peer that really sends and receives.
 */
export class MediaClass {
  readonly media: RoomMedia;
  readonly peers = new Map<string, MediaPeer>();
  /** By Seat, whose it is. */
  readonly seats = new Map<string, string>();
  silenced = new Set<string>();
  readonly #core = new RoomCore(() => null);
  readonly #watchers = new Set<() => void>();
  #made = 0;

  constructor(server: MediaServer, roomId = 'room') {
    this.media = server.room(roomId);
    this.#update();
  }

  /** Opens a Seat for somebody who speaks for it. Its name is the Participant's and a number. */
  seat(
    participantId: string,
    role: Role,
    enterpriseId: string | null,
    notify: (notice: MediaNotice) => void,
  ): string {
    const seatId = `${participantId}.${++this.#made}`;
    this.system({ feature: 'people', type: 'seatOpened', seatId, participantId, role, enterpriseId });
    this.media.seatOpened({ seatId, participantId, notify });
    this.seats.set(seatId, participantId);
    return seatId;
  }

  /** Opens a Seat with a peer, which has not begun yet. */
  open(participantId: string, role: Role = 'member', enterpriseId: string | null = null): string {
    let listener: (notice: MediaNotice) => void = () => undefined;
    const seatId = this.seat(participantId, role, enterpriseId, (notice) => listener(notice));
    const peer = new MediaPeer({
      request: (request) => this.media.request(seatId, request),
      onNotice: (told) => {
        listener = told;
      },
    });
    this.peers.set(seatId, peer);
    return seatId;
  }

  /** Opens a Seat and lets it receive. */
  async join(
    participantId: string,
    role: Role = 'member',
    enterpriseId: string | null = null,
  ): Promise<MediaPeer> {
    const peer = this.peer(this.open(participantId, role, enterpriseId));
    await peer.start();
    return peer;
  }

  peer(seatId: string): MediaPeer {
    const peer = this.peers.get(seatId);
    if (!peer) throw new Error(`no Seat ${seatId}`);
    return peer;
  }

  leave(seatId: string): void {
    const participantId = this.seats.get(seatId) ?? '';
    this.peers.get(seatId)?.close();
    this.peers.delete(seatId);
    this.seats.delete(seatId);
    this.media.seatClosed(seatId);
    this.system({ feature: 'people', type: 'seatClosed', seatId, participantId });
  }

  /** Whether it was accepted. */
  do(participantId: string, command: Command): boolean {
    const viewer = this.#core.viewer(participantId);
    if (!viewer) return false;
    const actor: Actor = { ...viewer, id: participantId };
    const applied = this.#core.command(command, { actor, at: ++this.#made, newId: this.#newId });
    this.#update();
    return 'outputs' in applied;
  }

  system(command: SystemCommand): void {
    this.#core.apply(command, { actor: systemActor, at: ++this.#made, newId: this.#newId });
    this.#update();
  }

  place(places: Record<string, Space>): void {
    this.system({ feature: 'people', type: 'placed', places });
  }

  /** Everyone into the plenary. */
  begin(): void {
    this.system({ feature: 'people', type: 'phaseChanged', phase: 'live' });
  }

  /** Switches the microphone on, and sends. */
  async speak(peer: MediaPeer, participantId: string): Promise<void> {
    this.do(participantId, { feature: 'stage', type: 'setMicrophone', on: true });
    await peer.send('microphone');
  }

  async show(peer: MediaPeer, participantId: string): Promise<void> {
    this.do(participantId, { feature: 'stage', type: 'setCamera', on: true });
    await peer.send('camera');
  }

  silence(ids: readonly string[]): void {
    this.silenced = new Set(ids);
    this.#update();
  }

  get state() {
    return this.#core.state;
  }

  close(): void {
    for (const peer of this.peers.values()) peer.close();
    this.media.close();
  }

  /** What this person has switched on. */
  wishesOf(participantId: string): Record<Source, boolean> {
    const { players, screen } = this.state.stage;
    const { microphone = false, camera = false } = players[participantId] ?? {};
    return { microphone, camera, screen: screen === participantId };
  }

  /** Calls back after each change. @returns what ends that. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #update(): void {
    this.media.update({ state: this.#core.state, silenced: this.silenced });
    for (const watcher of this.#watchers) watcher();
  }

  readonly #newId = () => `id-${++this.#made}`;
}
