import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { blankPdf } from '../fixtures/decks/pdf.ts';
import { S3Store } from '../helpers/S3Store.ts';
import type { SocketPerson } from '../helpers/SocketPerson.ts';
import { sampleVideo } from '../helpers/sampleVideo.ts';
import { School, type SchoolClass } from '../sockets/School.ts';

let store: S3Store;
let school: School;
let schoolClass: SchoolClass;
let trainer: SocketPerson;

beforeAll(async () => {
  store = await S3Store.open();
  const { endpoint, bucket, region, keyId, secret } = store.settings;
  school = await School.open({
    BLOBS_S3_ENDPOINT: endpoint,
    BLOBS_S3_BUCKET: bucket,
    BLOBS_S3_REGION: region,
    BLOBS_S3_KEY_ID: keyId,
    BLOBS_S3_SECRET: secret,
  });
  schoolClass = await school.newClass();
  trainer = await schoolClass.enter('trainer');
});
afterAll(async () => {
  schoolClass?.close();
  await school?.close();
  await store?.close();
});

const headers = () => ({ authorization: `Bearer ${trainer.seat.participantId}.${trainer.seat.secret}` });
const ofSession = (path: string) => `${school.url}/api/sessions/${schoolClass.sessionId}/${path}`;
async function upload(path: 'decks' | 'clips', content: Buffer, name: string): Promise<void> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(content)]), name);
  const { status } = await fetch(ofSession(path), { method: 'POST', headers: headers(), body });
  expect(status).toBe(202);
}
const stored = async (folder: string) =>
  (await store.onDisk()).filter((path) => path.includes(`/${folder}/`) && path.endsWith('_object'));

test('a deck and a video come from the store, any part of the video too, and are deleted there', async () => {
  await upload('decks', blankPdf(2), 'Meetings.pdf');
  await upload('clips', await sampleVideo({ seconds: 1 }), 'A meeting.mp4');
  await trainer.until(() => trainer.view?.slides.decks?.length === 1, 'the deck');
  await trainer.until(() => trainer.view?.clips.clips?.length === 1, 'the video');
  const deckId = trainer.view?.slides.decks?.[0]?.id ?? '';
  const clipId = trainer.view?.clips.clips?.[0]?.id ?? '';

  const page = await fetch(ofSession(`decks/${deckId}/1/800.webp`), { headers: headers() });
  expect(page.status).toBe(200);
  expect(Buffer.from(await page.arrayBuffer()).toString('latin1', 8, 12)).toBe('WEBP');

  const video = ofSession(`clips/${clipId}/standard.mp4`);
  const whole = Buffer.from(await (await fetch(video, { headers: headers() })).arrayBuffer());
  expect(whole.toString('latin1', 4, 8)).toBe('ftyp');
  const part = await fetch(video, { headers: { ...headers(), range: 'bytes=1000-1999' } });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 1000-1999/${whole.length}`);
  expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(1000, 2000))).toBe(true);

  expect((await stored('decks')).length).toBe(5);
  await trainer.must({ feature: 'slides', type: 'removeDeck', deckId });
  await trainer.must({ feature: 'clips', type: 'remove', clipId });
  await vi.waitUntil(
    async () => (await stored('decks')).length + (await stored('clips')).length === 0,
    20_000,
  );
});

test('a store that is away takes the server from readiness, and back comes both', async () => {
  const readiness = async () => {
    const answer = await fetch(`${school.url}/readyz`);
    return [answer.status, await answer.json()];
  };
  const whole = { ok: true, database: true, blobs: true, mediaWorkers: 1 };
  await expect.poll(readiness).toEqual([200, whole]);
  await store.stop();
  expect(await readiness()).toEqual([503, { ...whole, ok: false, blobs: false }]);
  await store.start();
  await expect.poll(readiness).toEqual([200, whole]);
});
