import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { MediaServer } from '../../server/src/media/MediaServer.ts';
import { MediaClass, startMedia } from './MediaClass.ts';

let server: MediaServer;
let room: MediaClass;

beforeAll(async () => {
  server = await startMedia(2);
});
afterAll(() => server.close());
afterEach(() => room.close());

test('a trainer is heard and seen by members and observers, and members are not', async () => {
  room = new MediaClass(server);
  room.begin();
  const trainer = await room.join('trainer', 'trainer');
  const member = await room.join('member', 'member', 'e1');
  const observer = await room.join('observer', 'observer');
  await room.speak(trainer, 'trainer');
  await room.show(trainer, 'trainer');
  for (const listener of [member, observer]) {
    await listener.hears('trainer', 'microphone');
    await listener.hears('trainer', 'camera');
  }
  await expect(member.send('microphone')).rejects.toThrow('notAllowed');
  expect(trainer.offered).toEqual([]);
});
