import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a load process answers when it could not do what it was asked. */
export type Problem = { problem: string };

/**
 * A process of its own that makes load, so that the load takes neither the server's time nor that of
 * whoever measures. It does one thing at a time.
 */
export class LoadProcess<Request extends object, Answer extends object> {
  readonly #child: ChildProcess;

  /** @param script calls {@link answerLoad}. */
  constructor(script: URL) {
    this.#child = fork(script);
  }

  /** @throws what went wrong there, or that it died. */
  async ask(request: Request): Promise<Answer> {
    const over = new AbortController();
    const died = once(this.#child, 'exit', over).then(([code, signal]) => {
      throw new Error(`A load process ended with ${code ?? signal}.`);
    });
    const answered = once(this.#child, 'message', over).then(([answer]) => answer as Answer | Problem);
    this.#child.send(request);
    try {
      const answer = await Promise.race([answered, died]);
      if ('problem' in answer) throw new Error(answer.problem);
      return answer;
    } finally {
      over.abort();
      await Promise.allSettled([answered, died]);
    }
  }

  /** Safe to call twice, whatever it does. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }
}

/** Answers the process that started this one. */
export function answerLoad<Request, Answer extends object>(
  answer: (request: Request) => Promise<Answer>,
): void {
  // Whoever asked is gone, perhaps killed.
  process.on('disconnect', () => process.exit());
  process.on('message', (request: Request) => {
    answer(request).then(
      (done) => process.send?.(done),
      (error: unknown) => process.send?.({ problem: String(error) } satisfies Problem),
    );
  });
}
