import { afterEach, expect, test, vi } from 'vitest';
import { School } from '../sockets/School.ts';

let school: School | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await school?.close();
});

test('a part that fails to stop keeps no other part running, and its failure is told', async () => {
  school = await School.open();
  const { url, parts } = school;
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  vi.spyOn(parts.rooms, 'close').mockRejectedValueOnce(new Error('a Room did not close'));
  await expect(school.stop()).rejects.toThrow('a Room did not close');
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  await expect(parts.sessions.get('any')).rejects.toThrow(/destroyed/);
});

test('a Room that fails to stop keeps no other Room open', async () => {
  school = await School.open();
  const [first, second] = [await school.newClass(), await school.newClass()];
  const [failing, other] = [await first.room(), await second.room()];
  const close = failing.close.bind(failing);
  vi.spyOn(failing, 'close').mockImplementationOnce(async () => {
    await close();
    throw new Error('no end');
  });
  await expect(school.stop()).rejects.toThrow('no end');
  expect(other.isOpen).toBe(false);
});
