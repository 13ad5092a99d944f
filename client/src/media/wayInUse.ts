/** What the way that a transport uses has carried, as the browser counts it. */
export type WayCounts = {
  /** Which way it is: another one has other counts. */
  readonly id: string;
  /** Questions whether the other end is still there (RFC 7675): every 2.5 s, oftener once nothing comes. */
  readonly asked: number;
  /** Answers, and bytes of any kind. */
  readonly came: number;
};

/** Between two looks, in milliseconds. */
const lookEvery = 500;
/** A round trip takes less on every network that carries a voice, in milliseconds. */
const answersWithin = 1_000;
/** By then even a browser in which all was well has asked, in milliseconds. */
const longest = 5_000;

/** Null while there is no way yet, and in browsers that don't count all of this. */
export function countsOf(report: RTCStatsReport): WayCounts | null {
  for (const transport of report.values() as Iterable<RTCTransportStats>) {
    if (transport.type !== 'transport') continue;
    const pair: RTCIceCandidatePairStats | undefined = report.get(transport.selectedCandidatePairId ?? '');
    if (pair?.requestsSent === undefined || pair.responsesReceived === undefined) return null;
    const { id, requestsSent: asked, responsesReceived, bytesReceived = 0 } = pair;
    return { id, asked, came: responsesReceived + bytesReceived };
  }
  return null;
}

/**
 * Whether a way that is in doubt leads nowhere any more: the browser has asked the other end, and for a second
 * neither an answer nor anything else came. Browsers themselves wait for five such questions and five seconds.
 */
export async function leadsNowhere(counts: () => Promise<WayCounts | null>): Promise<boolean> {
  const began = performance.now();
  const first = await counts();
  let askedAt: number | null = null;
  while (performance.now() - began < longest) {
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
    const now = await counts();
    if (!first || !now || now.id !== first.id || now.came !== first.came) return false;
    if (now.asked > first.asked) askedAt ??= performance.now();
    if (askedAt !== null && performance.now() - askedAt >= answersWithin) return true;
  }
  return false;
}
