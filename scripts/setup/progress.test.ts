import { expect, test } from 'vitest';
import { aptProgress, ninjaProgress, progressBar, progressPrinter, timeLeft } from './progress.mjs';

test("ninja's lines tell how much is done, the compiler's warnings nothing", () => {
  expect(ninjaProgress('[12/195] Compiling C++ object a.o')).toEqual({ done: 12, total: 195 });
  expect(ninjaProgress('../src/a.cpp:12:3: warning: [3/4] is odd')).toBeUndefined();
  expect(ninjaProgress("ninja: Entering directory `out'")).toBeUndefined();
});

test("apt's download is the first half and its installation the second", () => {
  expect(aptProgress('dlstatus:1:50.0000:Retrieving file 1 of 2')).toBe(0.25);
  expect(aptProgress('pmstatus:libuv1:amd64:50.0:Unpacking libuv1:amd64')).toBe(0.75);
  expect(aptProgress('pmstatus:dpkg-exec:100:Running dpkg')).toBe(1);
  expect(aptProgress('media-change: please insert')).toBeUndefined();
});

test('the time left goes on from what is done, and is not guessed at the start', () => {
  expect(timeLeft(0.01, 1_000)).toBe('');
  expect(timeLeft(0.5, 30_000)).toBe('30 s left');
  expect(timeLeft(0.25, 60_000)).toBe('3 min left');
  expect(timeLeft(1, 60_000)).toBe('');
});

test('a bar is as long at the start as at the end', () => {
  const lengths = [0, 0.333, 1].map((share) => progressBar(share, 0).split(' ')[0]?.length);
  expect(new Set(lengths).size).toBe(1);
});

test('a terminal gets one line that changes, a log gets a line each tenth', () => {
  let now = 0;
  const written = (isTTY: boolean) => {
    const parts: string[] = [];
    const printer = progressPrinter({ isTTY, write: (text) => parts.push(text) }, () => now);
    for (let done = 1; done <= 100; done += 1) {
      now = done * 1_000;
      printer.show(done / 100);
    }
    printer.clear();
    return parts.join('');
  };
  expect(written(true)).not.toContain('\n');
  expect(written(true).endsWith('\r\x1b[K')).toBe(true);
  expect(written(false).split('\n').filter(Boolean)).toHaveLength(10);
});
