import { describe, expect, test } from 'vitest';
import { JobQueue } from './JobQueue.ts';

/** A job that ends when told to, and rejects when its signal aborts. */
function heldJob() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const work = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    begun.resolve();
    return promise;
  };
  return { work, begun: begun.promise, end: resolve, fail: reject };
}

describe('the queue of jobs', () => {
  test('runs one at a time, in order', async () => {
    const queue = new JobQueue();
    const began: number[] = [];
    const jobs = [heldJob(), heldJob(), heldJob()];
    const ends = jobs.map((job, i) =>
      queue.add((signal) => {
        began.push(i);
        return job.work(signal);
      }),
    );
    await jobs[0]!.begun;
    jobs[1]!.end('second'); // Even if it could end at once, it hasn't begun.
    expect(began).toEqual([0]);
    jobs[0]!.end('first');
    expect(await ends[0]).toBe('first');
    expect(await ends[1]).toBe('second');
    await jobs[2]!.begun;
    expect(began).toEqual([0, 1, 2]);
    jobs[2]!.end('third');
    expect(await ends[2]).toBe('third');
    await queue.close();
  });

  test('a job that fails, even before its first step, does not hold up the next', async () => {
    const queue = new JobQueue();
    const failing = queue.add(async () => {
      throw new Error('a full disk');
    });
    const next = queue.add(async () => 'next');
    await expect(failing).rejects.toThrow('a full disk');
    expect(await next).toBe('next');
  });

  test('closing aborts the running job, waits for its end, and begins no other', async () => {
    const queue = new JobQueue();
    const running = heldJob();
    const stopped = Promise.withResolvers<void>();
    const ended = Promise.withResolvers<string>();
    const first = queue.add(async (signal) => {
      await running.work(signal).catch(() => {});
      stopped.resolve();
      return ended.promise; // Cleaning up takes its time.
    });
    const second = expect(queue.add(async () => 'never')).rejects.toMatchObject({ name: 'AbortError' });
    await running.begun;
    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    await stopped.promise;
    expect(closed).toBe(false);
    ended.resolve('cleaned up');
    await closing;
    await second;
    expect(await first).toBe('cleaned up');
    await expect(queue.add(async () => 'late')).rejects.toMatchObject({ name: 'AbortError' });
    await queue.close();
  });
});
