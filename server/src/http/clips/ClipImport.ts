import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Logger } from 'pino';
import type { ClipProblem, Rendition } from '#shared/clips.ts';
import { checkClipFile, convertClip } from '../../jobs/clips/convertClip.ts';
import type { JobQueue } from '../../jobs/JobQueue.ts';
import type { Blobs } from '../../persistence/blobs.ts';
import type { Clips, StoredClip } from '../../persistence/clips.ts';
import { newId } from '../../persistence/identity.ts';
import type { Room } from '../../room/Room.ts';
import type { Rooms } from '../../room/Rooms.ts';

type Parts = {
  readonly clips: Clips;
  readonly blobs: Blobs;
  readonly rooms: Rooms;
  readonly queue: JobQueue;
  readonly log: Logger;
};

/** Staff are told of the progress at most this often, in milliseconds. */
const tellEvery = 500;

export const renditionKey = (clipId: string, rendition: Rendition): string => `clips/${clipId}/${rendition}`;
const sourceKey = (clipId: string): string => `clips/${clipId}/source`;

/**
 * Brings videos into a Session: the file is checked, kept, converted in its turn, and then the Room has one Clip
 * more and the file itself goes. What a stop interrupted is converted at the next start.
 */
export class ClipImport {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Checks and keeps an uploaded file; its renditions follow. @returns the Clip's id, or why it can't become one. */
  async receive(
    sessionId: string,
    title: string,
    content: Readable,
    isCutOff: () => boolean,
  ): Promise<{ clipId: string } | { problem: ClipProblem }> {
    const { blobs, clips } = this.#parts;
    const folder = await mkdtemp(join(tmpdir(), 'score-upload-'));
    try {
      const path = join(folder, 'upload');
      await pipeline(content, createWriteStream(path));
      if (isCutOff()) return { problem: 'tooBig' };
      const checked = await checkClipFile(path);
      if (!checked.ok) return { problem: checked.problem };
      const clip: StoredClip = { id: newId(), sessionId, title, createdAt: Date.now() };
      await blobs.put(sourceKey(clip.id), createReadStream(path));
      await clips.add(clip);
      this.#enqueue(clip);
      return { clipId: clip.id };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Takes up what the last stop interrupted. */
  async resume(): Promise<void> {
    for (const clip of await this.#parts.clips.unfinished()) this.#enqueue(clip);
  }

  /** Deletes the files of the Clips that are taken out of this Room. @returns what ends that. */
  follow(room: Room): () => void {
    let before: readonly { id: string }[] = [];
    return room.watch(({ clips: { clips: now } }) => {
      if (now === before) return;
      const gone = before.filter(({ id }) => !now.some((clip) => clip.id === id));
      before = now;
      for (const { id } of gone)
        this.#forget(id).catch((error: unknown) =>
          this.#parts.log.error({ err: error, clip: id }, 'a video could not be deleted'),
        );
    });
  }

  #enqueue(clip: StoredClip): void {
    const { queue, log } = this.#parts;
    queue
      .add((signal) => this.#convert(clip, signal))
      .catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') return; // The next start takes it up.
        log.error({ err: error, clip: clip.id }, 'a video could not be converted');
        return this.#fail(clip, 'failed');
      })
      .catch((error: unknown) => log.error({ err: error, clip: clip.id }, 'a video could not be deleted'));
  }

  async #convert(clip: StoredClip, signal: AbortSignal): Promise<void> {
    const { blobs, clips, rooms, log } = this.#parts;
    const folder = await mkdtemp(join(tmpdir(), 'score-clip-'));
    try {
      const source = join(folder, 'source');
      const kept = await blobs.get(sourceKey(clip.id));
      if (!kept) throw new Error(`The file of video ${clip.id} is gone.`);
      await pipeline(kept.stream(), createWriteStream(source));
      await this.#tell(clip, 0, null);
      let told = performance.now();
      const converted = await convertClip({
        source,
        signal,
        keep: (rendition, path) => blobs.put(renditionKey(clip.id, rendition), createReadStream(path)),
        onProgress: (share) => {
          if (performance.now() - told < tellEvery) return;
          told = performance.now();
          void this.#tell(clip, share, null);
        },
      });
      if (!converted.ok) {
        log.info({ clip: clip.id, ...converted }, 'a video was refused');
        return await this.#fail(clip, converted.problem);
      }
      const { ok: _, ...made } = converted;
      const room = await rooms.get(clip.sessionId);
      const { id, title } = clip;
      const refusal = room.system({ feature: 'clips', type: 'clipReady', clip: { id, title, ...made } });
      await room.settled();
      // A Clip that is there already was ready before the last stop.
      if (refusal && refusal !== 'alreadyDone') return await this.#fail(clip, 'tooManyClips');
      await clips.finish(clip.id);
      await blobs.delete(sourceKey(clip.id));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async #fail(clip: StoredClip, problem: ClipProblem | 'failed'): Promise<void> {
    await this.#forget(clip.id);
    await this.#tell(clip, 0, problem);
  }

  async #forget(clipId: string): Promise<void> {
    await this.#parts.clips.remove(clipId);
    await this.#parts.blobs.delete(`clips/${clipId}`);
  }

  async #tell({ id, sessionId, title }: StoredClip, share: number, problem: string | null): Promise<void> {
    const room = await this.#parts.rooms.get(sessionId);
    room.hint('staff', { type: 'clipProgress', clipId: id, title, share, problem });
  }
}
