import { beforeEach, expect, test } from 'vitest';
import { DeviceCodes } from './DeviceCodes.ts';

let now = 0;
let codes = new DeviceCodes(() => now);
beforeEach(() => {
  now = 0;
  codes = new DeviceCodes(() => now);
});

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

test('a code is good once, for its own person, and only the newest', () => {
  const first = codes.make('wang');
  now = 1;
  const second = codes.make('wang');
  codes.make('li');
  if (first.code !== second.code) expect(codes.use('wang', first.code)).toBe(false);
  expect(codes.use('wang', second.code)).toBe(true);
  expect(codes.use('wang', second.code)).toBe(false);
});

test('five wrong tries end a code', () => {
  const { code } = codes.make('wang');
  for (let i = 0; i < 5; i++) expect(codes.use('wang', otherThan(code))).toBe(false);
  expect(codes.use('wang', code)).toBe(false);
  expect(codes.size).toBe(0);
});

test('a code is good to its last moment; after it neither is it good nor does it stay in memory', () => {
  const { code, expiresAt } = codes.make('wang');
  for (let i = 0; i < 1_000; i++) codes.make(`person-${i}`);
  now = expiresAt;
  expect(codes.use('wang', code)).toBe(true);
  const later = codes.make('wang');
  now = later.expiresAt;
  codes.make('li');
  expect(codes.size).toBe(2);
  now += 1;
  expect(codes.use('wang', later.code)).toBe(false);
  expect(codes.size).toBe(1);
});
