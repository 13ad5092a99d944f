import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Joined } from '#shared/http/join.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import { sampleVideo } from '../helpers/sampleVideo.ts';
import { School, type SchoolClass } from '../sockets/School.ts';

let school: School;
let schoolClass: SchoolClass;
let trainer: SocketPerson;
let member: Joined;
let clipId: string;
/** The whole standard rendition. */
let whole: Buffer;

beforeAll(async () => {
  school = await School.open();
  schoolClass = await school.newClass();
  trainer = await schoolClass.enter('trainer');
  member = await schoolClass.seat('member');
  await trainer.must({ feature: 'session', type: 'start' });
  const answer = await upload(await sampleVideo({ seconds: 2 }), 'A poor meeting.mp4');
  expect(answer.status).toBe(202);
  ({ clipId } = (await answer.json()) as { clipId: string });
  await trainer.until(() => trainer.view?.clips.clips?.length === 1, 'the video');
  const got = await get(trainer.seat, 'standard.mp4');
  expect(got.status).toBe(200);
  whole = Buffer.from(await got.arrayBuffer());
});
afterAll(async () => {
  schoolClass?.close();
  await school?.close();
});

const bearer = ({ participantId, secret }: Joined) => ({
  authorization: `Bearer ${participantId}.${secret}`,
});
function upload(content: Buffer | string, name: string, who = trainer.seat): Promise<Response> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return fetch(`${school.url}/api/sessions/${schoolClass.sessionId}/clips`, {
    method: 'POST',
    headers: bearer(who),
    body,
  });
}
const get = (who: Joined, rendition: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${school.url}/api/sessions/${schoolClass.sessionId}/clips/${clipId}/${rendition}`, {
    method,
    headers: { ...bearer(who), ...headers },
  });
const kept = (): Promise<string[]> => readdir(join(school.dataDir, 'blobs', 'clips')).catch(() => []);

test('[CLIP9] the title is the file’s name, and the uploaded file itself is not kept', async () => {
  expect(trainer.view?.clips.clips).toMatchObject([
    { id: clipId, title: 'A poor meeting', width: 640, height: 360, sound: true },
  ]);
  await vi.waitUntil(async () => {
    const files = await readdir(join(school.dataDir, 'blobs', 'clips', clipId));
    return files.sort().join() === 'light.mp4,sound.m4a,standard.mp4,still.webp';
  }, 20_000);
});

test('[CLIP10] what can’t become a video is refused, and nothing of it is kept', async () => {
  const refused = await upload('%PDF-1.7', 'poster.mp4');
  expect([refused.status, await refused.json()]).toEqual([422, { error: 'notAClip' }]);
  const heard = new Promise((resolve) => {
    trainer.socket.on('signal', (signal) => {
      if (signal.type === 'clipProgress' && signal.problem !== null) resolve(signal.problem);
    });
  });
  const video = await sampleVideo({ seconds: 2 });
  expect((await upload(video.subarray(0, video.length / 2), 'half.mp4')).status).toBe(202);
  expect(await heard).toBe('damaged');
  expect(await kept()).toEqual([clipId]);
  expect((await upload(video, 'mine.mp4', member)).status).toBe(403);
});

describe('any part of a video can be asked for', () => {
  const part = async (range: string, headers: Record<string, string> = {}) => {
    const answer = await get(trainer.seat, 'standard.mp4', { range, ...headers });
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) };
  };

  test('[CLIP17] a range of bytes', async () => {
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 100],
      [`bytes=${whole.length - 10}-`, whole.length - 10, whole.length],
      ['bytes=-10', whole.length - 10, whole.length],
      ['bytes=0-', 0, whole.length],
    ] as const) {
      const { answer, bytes } = await part(range);
      expect(answer.status).toBe(206);
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${whole.length}`);
      expect(answer.headers.get('content-length')).toBe(`${end - start}`);
      expect(bytes.equals(whole.subarray(start, end))).toBe(true);
    }
  });

  test('[CLIP17] the parts together are the whole', async () => {
    const middle = Math.floor(whole.length / 2);
    const parts = await Promise.all([part(`bytes=0-${middle - 1}`), part(`bytes=${middle}-`)]);
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(digest(Buffer.concat(parts.map(({ bytes }) => bytes)))).toBe(digest(whole));
  });

  test('[CLIP17] a part behind the end is refused with the length, and a nonsense range answered whole', async () => {
    const { answer } = await part(`bytes=${whole.length}-`);
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${whole.length}`);
    for (const nonsense of ['bytes=9-1', 'pages=1-2', 'bytes=0-1,4-5'])
      expect((await part(nonsense)).answer.status).toBe(200);
  });

  test('[CLIP17] only of the edition that one has the rest of', async () => {
    const etag = (await part('bytes=0-0')).answer.headers.get('etag') ?? '';
    expect(etag).toMatch(/^".+"$/);
    expect((await part('bytes=0-9', { 'if-range': etag })).answer.status).toBe(206);
    expect((await part('bytes=0-9', { 'if-range': '"another"' })).answer.status).toBe(200);
  });

  test('[CLIP17] its length and kind without its bytes', async () => {
    const kinds = {
      'standard.mp4': 'video/mp4',
      'light.mp4': 'video/mp4',
      'sound.m4a': 'audio/mp4',
      'still.webp': 'image/webp',
    };
    for (const [rendition, kind] of Object.entries(kinds)) {
      const head = await get(trainer.seat, rendition, {}, 'HEAD');
      expect(head.status).toBe(200);
      expect(head.headers.get('content-type')).toBe(kind);
      expect(head.headers.get('accept-ranges')).toBe('bytes');
      expect(head.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
      expect(Number(head.headers.get('content-length'))).toBeGreaterThan(500);
    }
    expect((await get(trainer.seat, 'source')).status).toBe(400);
  });
});

test('[CLIP6] a member gets the video that is shown, and no other', async () => {
  expect((await get(member, 'light.mp4')).status).toBe(404);
  await trainer.must({ feature: 'clips', type: 'show', clipId });
  expect((await get(member, 'light.mp4')).status).toBe(200);
  await trainer.must({ feature: 'clips', type: 'hide' });
  expect((await get(member, 'light.mp4')).status).toBe(404);
});

test('[CLIP18] what a stop interrupted is converted after the next start; a video that is removed is deleted', async () => {
  const long = await sampleVideo({ seconds: 8, size: '1280x720' });
  expect((await upload(long, 'Long.mp4')).status).toBe(202);
  await school.restart();
  await trainer.until(() => trainer.view?.clips.clips?.length === 2, 'the second video');
  const [, second] = trainer.view?.clips.clips ?? [];
  expect(second).toMatchObject({ title: 'Long' });
  for (const id of [clipId, second?.id ?? ''])
    await trainer.must({ feature: 'clips', type: 'remove', clipId: id });
  await vi.waitUntil(async () => (await kept()).length === 0, 20_000);
});
