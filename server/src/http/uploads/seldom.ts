/**
 * Calls `hint` at most once in so many milliseconds. A hint may be lost: what comes in between is dropped, and one that
 * fails is passed over.
 */
export function seldom<A extends unknown[]>(
  every: number,
  hint: (...what: A) => Promise<void>,
): (...what: A) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (...what) => {
    if (performance.now() - saidAt < every) return;
    saidAt = performance.now();
    hint(...what).catch(() => {});
  };
}
