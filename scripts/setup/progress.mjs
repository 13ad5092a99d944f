/** How many characters the bar itself has. */
const barWidth = 28;

/** Where the output is no terminal, a line is printed each time that one of so many portions is done. */
const printedPortions = 10;

/**
 * Reads ninja's `[12/195] Compiling …`.
 *
 * @param {string} line
 * @returns {{ done: number, total: number } | undefined}
 */
export function ninjaProgress(line) {
  const match = /^\[(\d+)\/(\d+)\] /.exec(line);
  return match ? { done: Number(match[1]), total: Number(match[2]) } : undefined;
}

/**
 * Reads apt's status lines, `dlstatus:12:34.5:…` while it downloads and `pmstatus:name:34.5:…` while it
 * installs, as one share of the whole: both halves take about as long.
 *
 * @param {string} line
 * @returns {number | undefined} 0 to 1.
 */
export function aptProgress(line) {
  const match = /^(dlstatus|pmstatus):[^:]*(?::[a-z0-9]+)?:(\d+(?:\.\d+)?):/.exec(line);
  if (!match) return undefined;
  const share = Math.min(1, Number(match[2]) / 100);
  return match[1] === 'dlstatus' ? share / 2 : 0.5 + share / 2;
}

/**
 * How long the rest will take if it goes on as it went, in words. Empty while too little is done to say.
 *
 * @param {number} share 0 to 1.
 * @param {number} elapsed Milliseconds since the start.
 */
export function timeLeft(share, elapsed) {
  if (share < 0.03 || share > 1) return '';
  const seconds = Math.round((elapsed * (1 - share)) / share / 1000);
  if (seconds < 1) return '';
  return seconds < 90 ? `${seconds} s left` : `${Math.round(seconds / 60)} min left`;
}

/**
 * A bar, such as `███████░░░  70 %  40 s left`.
 *
 * @param {number} share 0 to 1.
 * @param {number} elapsed Milliseconds since the start.
 */
export function progressBar(share, elapsed) {
  const full = Math.round(share * barWidth);
  const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
  return `${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${timeLeft(share, elapsed)}`.trimEnd();
}

/**
 * Shows one step's progress: rewritten in place on a terminal, now and then a line elsewhere.
 *
 * @param {{ write: (text: string) => unknown, isTTY?: boolean }} out
 * @param {() => number} [now] Milliseconds.
 */
export function progressPrinter(out, now = Date.now) {
  const start = now();
  let printed = 0;
  let shown = '';
  return {
    /** @param {number} share 0 to 1. */
    show(share) {
      const bar = progressBar(share, now() - start);
      if (out.isTTY && bar !== shown) out.write(`\r\x1b[K  ${bar}`);
      const portion = Math.floor(share * printedPortions + 1e-9);
      if (!out.isTTY && portion > printed) {
        printed = portion;
        out.write(`  ${bar}\n`);
      }
      shown = bar;
    },
    /** Takes the bar off the terminal, so that the next line starts clean. */
    clear() {
      if (out.isTTY && shown) out.write('\r\x1b[K');
    },
  };
}
