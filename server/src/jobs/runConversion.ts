import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DeckPage, DeckProgress } from '#shared/decks.ts';
import { confinedCommand, possibleConfinement } from './confinement.ts';
import { type DeckRefused, refuseDeck } from './deckOutcome.ts';
import { type ConversionOrder, ConversionReport } from './worker/messages.ts';

type Outcome = { ok: true } | DeckRefused;
type Ending = { outcome: Outcome } | { error: unknown };

const workerFile = fileURLToPath(new URL('./worker/convertWorker.ts', import.meta.url));

/** How much of what the processes printed last is kept for the log, in characters. */
const keptOutput = 4000;

/**
 * Runs one conversion in a process group of its own, and settles when the last process of the group is
 * gone, whatever ended it.
 *
 * @throws the signal's reason when aborted, an Error when the fault is ours.
 */
export async function runConversion(
  order: ConversionOrder,
  onProgress: (progress: DeckProgress, page?: DeckPage) => void,
  signal?: AbortSignal,
): Promise<Outcome> {
  const confinement = await possibleConfinement();
  signal?.throwIfAborted();
  const child = start(confinedCommand(confinement, order.limits, [process.execPath, workerFile]), order);
  let ending: Ending | undefined;
  const stop = (reason: Ending) => {
    ending ??= reason;
    killGroup(child);
  };
  child.on('message', (message) => {
    const report = ConversionReport.safeParse(message);
    if (!report.success)
      return stop({ error: new Error(`The conversion process said: ${report.error.message}`) });
    if (ending) return;
    switch (report.data.say) {
      case 'progress':
        try {
          return onProgress(report.data.progress, report.data.page);
        } catch (error) {
          return stop({ error });
        }
      case 'done':
        ending = { outcome: { ok: true } };
        return;
      case 'refused':
        ending = { outcome: refuseDeck(report.data.problem, report.data.detail) };
        return;
      case 'failed':
        ending = { error: new Error(`The deck could not be converted: ${report.data.detail}`) };
    }
  });
  const onAbort = () => stop({ error: signal?.reason });
  signal?.addEventListener('abort', onAbort, { once: true });
  const { totalMs } = order.limits;
  const late = refuseDeck('tookTooLong', `stopped after ${totalMs} ms`);
  const timer = setTimeout(() => stop({ outcome: late }), totalMs);
  let gone: Gone;
  try {
    child.send(order, () => {}); // A child that could not take it ends, which is heard below.
    gone = await goneAsWhole(child);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
  ending ??= crashed(gone);
  if ('error' in ending) throw ending.error;
  const { outcome } = ending;
  // What the programs complained of last often says why.
  return outcome.ok ? outcome : refuseDeck(outcome.problem, `${outcome.detail}\n${gone.printed}`.trim());
}

function start([program, ...args]: [string, ...string[]], order: ConversionOrder): ChildProcess {
  return spawn(program, args, {
    cwd: order.scratch,
    // The leader of a new group, so that one signal reaches everything that it starts.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // None of the server's secrets.
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: order.scratch, TMPDIR: order.scratch },
  });
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}

type Gone = { code: number | null; signal: NodeJS.Signals | null; printed: string };

/**
 * Waits until no process of the group is left: each holds our end of its output open until it ends.
 * The channel is waited for as well, since its last report may still be in it.
 */
async function goneAsWhole(child: ChildProcess): Promise<Gone> {
  let printed = '';
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-keptOutput);
    });
  }
  child.once('exit', () => killGroup(child)); // Whatever the first process left running.
  const disconnected = child.connected ? once(child, 'disconnect') : undefined;
  const [code, signal] = await once(child, 'close'); // Rejects when the program could not be started.
  await disconnected;
  return { code, signal, printed };
}

/** A process that ended without a word: the file was too much for it, or we made a mistake. */
function crashed({ code, signal, printed }: Gone): Ending {
  const ended = `The conversion process ended with ${signal ?? `code ${code}`}`;
  // Above 128 a shell reports a signal: out of memory, or PDFium brought down.
  if (signal || (code ?? 0) > 128) return { outcome: refuseDeck('damaged', ended) };
  return { error: new Error(`${ended}: ${printed}`) };
}
