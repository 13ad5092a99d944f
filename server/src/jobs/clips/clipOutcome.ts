import type { ClipProblem } from '#shared/clips.ts';

/** A video was refused. `detail` is for the server's log: English, and never shown to people. */
export type ClipRefused = { ok: false; problem: ClipProblem; detail: string };

export function refuseClip(problem: ClipProblem, detail: string): ClipRefused {
  return { ok: false, problem, detail };
}
