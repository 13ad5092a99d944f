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
  test('runs one at a time, in order, and tells those that wait their place', async () => {
    const queue = new JobQueue();
    const jobs = [heldJob(), heldJob(), heldJob()];
    const places: number[][] = jobs.map(() => []);
    const ends = jobs.map((job, i) => queue.add(job.work, { onPlace: (place) => places[i]!.push(place) }));
    expect(places).toEqual([[0], [1], [2]]);
    expect(queue.length).toBe(3);

    jobs[1]!.end('second'); // Even if it could end at once, it hasn't begun.
    jobs[0]!.end('first');
    expect(await ends[0]).toBe('first');
    await jobs[2]!.begun;
    expect(await ends[1]).toBe('second');
    expect(places).toEqual([[0], [1, 0], [2, 1, 0]]);
    jobs[2]!.end('third');
    expect(await ends[2]).toBe('third');
    await queue.close();
    expect(queue.length).toBe(0);
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

  test('a waiting job that is called off leaves the line, and the others move up', async () => {
    const queue = new JobQueue();
    const running = heldJob();
    const ran = queue.add(running.work);
    const calledOff = new AbortController();
    let began = false;
    const waiting = queue.add(
      async () => {
        began = true;
      },
      { signal: calledOff.signal },
    );
    const places: number[] = [];
    const last = queue.add(async () => 'last', { onPlace: (place) => places.push(place) });

    calledOff.abort(new Error('no longer wanted'));
    await expect(waiting).rejects.toThrow('no longer wanted');
    running.end('ran');
    expect([await ran, await last, began]).toEqual(['ran', 'last', false]);
    expect(places).toEqual([2, 1, 0]);
  });

  test('closing aborts the running job, refuses the waiting, and waits for the end', async () => {
    const queue = new JobQueue();
    const running = heldJob();
    const ended = Promise.withResolvers<string>();
    const first = queue.add(async (signal) => {
      await running.work(signal).catch(() => {});
      return ended.promise; // Cleaning up takes its time.
    });
    const second = queue.add(async () => 'never');
    await running.begun;
    let closed = false;
    const closing = queue.close().then(() => {
      closed = true;
    });
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(closed).toBe(false);
    ended.resolve('cleaned up');
    await closing;
    expect(await first).toBe('cleaned up');
    await expect(queue.add(async () => 'late')).rejects.toMatchObject({ name: 'AbortError' });
    await queue.close();
  });
});
