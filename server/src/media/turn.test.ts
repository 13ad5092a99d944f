import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { iceServer } from './turn.ts';

const turn = { urls: ['turns:turn.example.org:443?transport=tcp'], secret: 'sixteen-or-longer' };

test('[TURN1] a relay’s credentials are one Seat’s own, expire, and can be checked with the secret alone', () => {
  const now = Date.UTC(2020, 2, 18, 1);
  const { urls, username, credential } = iceServer(turn, 'seat-1', now);
  expect(urls).toEqual(turn.urls);
  const [expires, seat] = username.split(':');
  expect(seat).toBe('seat-1');
  expect(Number(expires) - now / 1000).toBe(4 * 3600);
  expect(credential).toBe(createHmac('sha1', turn.secret).update(username).digest('base64'));
  expect(iceServer(turn, 'seat-2', now).credential).not.toBe(credential);
  expect(JSON.stringify(iceServer(turn, 'seat-1', now))).not.toContain(turn.secret);
});
