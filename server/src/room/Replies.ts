import type { Reply } from '#shared/socket.ts';

/** Replies kept for repeated Commands: some minutes of the busiest class. */
const maxReplies = 5_000;

/** First replies by the Command's id, so that a Command that is sent again doesn't double. */
export class Replies {
  readonly #replies = new Map<string, Reply>();

  get(commandId: string): Reply | undefined {
    return this.#replies.get(commandId);
  }

  add(commandId: string, reply: Reply): void {
    this.#replies.set(commandId, reply);
    if (this.#replies.size <= maxReplies) return;
    const [oldest] = this.#replies.keys();
    if (oldest !== undefined) this.#replies.delete(oldest);
  }
}
