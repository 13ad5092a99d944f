import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { School } from './School.ts';

let school: School;
beforeAll(async () => {
  school = await School.open();
});
afterAll(() => school.close());

test('[ROOM17] whoever connects again and again waits, costs nobody else anything, and then comes in', async () => {
  const schoolClass = await school.newClass();
  const seat = await schoolClass.seat('member', 'Restless');
  const { sessionId, participantId, secret } = seat;
  /** Comes in and goes at once. @returns why not, if the server says no. */
  const comesAndGoes = () =>
    new Promise<string>((resolve) => {
      const socket = io(school.url, {
        auth: { sessionId, participantId, secret },
        transports: ['websocket'],
        forceNew: true,
        reconnection: false,
      });
      const ends = (how: string) => {
        socket.disconnect();
        resolve(how);
      };
      socket.on('snapshot', () => ends('in'));
      socket.on('connect_error', (error) => ends(error.message));
    });

  const answers: string[] = [];
  while (answers.at(-1) !== 'busy' && answers.length < 500) answers.push(await comesAndGoes());
  expect(answers.length, 'enough for a bad network and many tabs').toBeGreaterThan(30);
  expect(answers.length).toBeLessThan(500);
  expect(new Set(answers)).toEqual(new Set(['in', 'busy']));

  const other = await schoolClass.enter('member', 'Calm');
  expect(other.view).not.toBeNull();
  const again: string[] = [];
  while (again.at(-1) !== 'in' && again.length < 5_000) again.push(await comesAndGoes());
  expect(again.at(-1)).toBe('in');
  schoolClass.close();
});
