import { setTimeout as wait } from 'node:timers/promises';

/** How long, in milliseconds, and how often a store is asked. */
export type Patience = {
  /** Until it begins to answer, beside the time that what is sent takes. */
  readonly answer: number;
  /** How long to wait before the second time, the third, and so on. */
  readonly pauses: readonly number[];
};

export const usualPatience: Patience = { answer: 20_000, pauses: [200, 1_000] };

/** What is sent goes at least so fast, in bytes a millisecond: 2 Mbit/s, so that the largest video has 14 minutes. */
const slowest = 250;

/** A fetch that asks again when the store doesn't answer, or answers that it can't just now. */
export function patientFetch({ answer, pauses }: Patience): typeof fetch {
  return async (address, init = {}) => {
    for (let tries = 0; ; tries++) {
      const pause = pauses[tries];
      try {
        const response = await answerWithin(answer + lengthOf(init.body) / slowest, (signal) =>
          fetch(address, { ...init, signal }),
        );
        const busy = response.status >= 500 || response.status === 429;
        if (!busy || pause === undefined) return response;
        await response.body?.cancel();
      } catch (error) {
        if (pause === undefined) throw error;
      }
      await wait(pause);
    }
  };
}

function lengthOf(body: unknown): number {
  if (body instanceof Blob) return body.size;
  return body instanceof Uint8Array ? body.length : 0;
}

/** The time counts until the answer begins, not until all of it has come: a video may take long. */
async function answerWithin(
  time: number,
  ask: (signal: AbortSignal) => Promise<Response>,
): Promise<Response> {
  const controller = new AbortController();
  const late = new DOMException(`no answer in ${time} ms`, 'TimeoutError');
  const timer = setTimeout(() => controller.abort(late), time);
  try {
    return await ask(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
