import { createReadStream } from 'node:fs';
import type { Logger } from 'pino';
import type { ClipProblem, Rendition } from '#shared/clips.ts';
import type { SystemCommand } from '#shared/contract.ts';
import { checkClipFile, convertClip } from '../../jobs/clips/convertClip.ts';
import type { JobQueue } from '../../jobs/JobQueue.ts';
import type { Blobs } from '../../persistence/blobs.ts';
import type { Clips, StoredClip } from '../../persistence/clips.ts';
import { newId } from '../../persistence/identity.ts';
import type { RemovalCommand } from '../../persistence/removals.ts';
import type { Room } from '../../room/Room.ts';
import type { Rooms } from '../../room/Rooms.ts';
import { announceReady } from '../uploads/announceReady.ts';
import { ConversionLine } from '../uploads/ConversionLine.ts';
import { convertInFolder } from '../uploads/convertInFolder.ts';
import { patiently } from '../uploads/patiently.ts';
import { Removal } from '../uploads/Removal.ts';
import { receiveUpload, type Upload } from '../uploads/receiveUpload.ts';
import { seldom } from '../uploads/seldom.ts';

type Parts = {
  readonly clips: Clips;
  readonly blobs: Blobs;
  readonly rooms: Rooms;
  readonly queue: JobQueue;
  readonly removals: (command: RemovalCommand) => Promise<readonly string[]>;
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
  readonly #line: ConversionLine<StoredClip>;
  readonly #removal: Removal;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#line = new ConversionLine({
      kind: 'video',
      queue: parts.queue,
      log: parts.log,
      unfinished: () => parts.clips.unfinished(),
      convert: (clip, signal) => this.#convert(clip, signal),
      failed: (clip) => this.#fail(clip, 'failed'),
    });
    this.#removal = new Removal({
      kind: 'video',
      log: parts.log,
      inRoom: ({ clips }) => clips.clips,
      kept: (sessionId) => parts.clips.readyOf(sessionId),
      forget: (id) => this.#forget(id),
      interrupted: () => parts.removals({ feature: 'clips', type: 'remove' }),
    });
  }

  /** Checks and keeps an uploaded file; its renditions follow. @returns the Clip's id, or why it can't become one. */
  receive(sessionId: string, upload: Upload): Promise<{ clipId: string } | { problem: ClipProblem }> {
    const { blobs, clips } = this.#parts;
    return receiveUpload(upload, async (path) => {
      const checked = await checkClipFile(path);
      if (!checked.ok) return { problem: checked.problem };
      const clip: StoredClip = { id: newId(), sessionId, title: upload.title, createdAt: Date.now() };
      await blobs.put(sourceKey(clip.id), createReadStream(path));
      // A file that nothing knows of would stay for good.
      await clips
        .add(clip)
        .catch((error: unknown) => blobs.delete(`clips/${clip.id}`).then(() => Promise.reject(error)));
      this.#line.add(clip);
      return { clipId: clip.id };
    });
  }

  /** Takes up what the last stop interrupted. */
  async resume(): Promise<void> {
    await this.#line.resume();
    await this.#removal.resume(this.#parts.rooms);
  }

  /** Deletes the files of the Clips that are taken out of this Room. @returns what ends that. */
  follow(room: Room): () => void {
    return this.#removal.follow(room);
  }

  #convert(clip: StoredClip, signal: AbortSignal): Promise<void> {
    const { blobs, clips, rooms, log } = this.#parts;
    return convertInFolder(blobs, sourceKey(clip.id), async (source) => {
      const tell = seldom(tellEvery, (share: number) => this.#tell(clip, share, null));
      tell(0);
      const converted = await convertClip({
        source,
        signal,
        keep: (rendition, path) => blobs.put(renditionKey(clip.id, rendition), createReadStream(path)),
        onProgress: tell,
      });
      if (!converted.ok) {
        log.info({ clip: clip.id, ...converted }, 'a video was refused');
        return await this.#fail(clip, converted.problem);
      }
      const { ok: _, ...made } = converted;
      const { id, title, sessionId } = clip;
      const ready: SystemCommand = { feature: 'clips', type: 'clipReady', clip: { id, title, ...made } };
      await patiently(signal, async () => {
        if (await announceReady(rooms, sessionId, ready)) return await this.#fail(clip, 'tooManyClips');
        await clips.finish(clip.id);
        await blobs.delete(sourceKey(clip.id));
      });
    });
  }

  async #fail(clip: StoredClip, problem: ClipProblem | 'failed'): Promise<void> {
    await this.#forget(clip.id);
    await this.#tell(clip, 0, problem);
  }

  /** The files first: as long as they are there, something knows of them. */
  async #forget(clipId: string): Promise<void> {
    await this.#parts.blobs.delete(`clips/${clipId}`);
    await this.#parts.clips.remove(clipId);
  }

  async #tell(
    { id, sessionId, title }: StoredClip,
    share: number,
    problem: ClipProblem | 'failed' | null,
  ): Promise<void> {
    const room = await this.#parts.rooms.get(sessionId);
    room.hint('staff', { type: 'clipProgress', clipId: id, title, share, problem });
  }
}
