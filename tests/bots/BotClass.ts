import { setTimeout as pause } from 'node:timers/promises';
import { Bot } from './Bot.ts';
import { BotHabits, type Deed } from './BotHabits.ts';

export type BotClassOptions = {
  /** Bots are dealt out over these in turn. */
  links: readonly string[];
  count: number;
  media: boolean;
  /** How long the class takes to come in, in milliseconds. */
  within: number;
};

/** A simulated class at this moment. */
export type BotClassStatus = {
  asked: number;
  joined: number;
  connected: number;
  /** Ended by the server, such as at the end of the class. */
  ended: number;
  /** RTP packets received since the beginning. */
  packets: number;
  deeds: Record<Deed, number>;
  refusals: number;
};

/** Many Bots with habits, who come in one after the other. */
export class BotClass {
  readonly bots: Bot[] = [];
  /** How often what went wrong. */
  readonly problems = new Map<string, number>();
  readonly #options: BotClassOptions;
  readonly #habits: BotHabits[] = [];
  readonly #deeds: Record<Deed, number> = { vote: 0, message: 0, hand: 0, speech: 0 };
  readonly #leaving = new AbortController();

  constructor(options: BotClassOptions) {
    this.#options = options;
  }

  /** Resolves when all have come in, or could not. */
  async comeIn(): Promise<void> {
    const { count, within } = this.#options;
    await Promise.all(
      Array.from({ length: count }, (_, i) => this.#one(i, count > 1 ? (i * within) / (count - 1) : 0)),
    );
  }

  get status(): BotClassStatus {
    const sum = (of: (bot: Bot) => number) => this.bots.reduce((all, bot) => all + of(bot), 0);
    const refusalsOf = (bot: Bot) => [...bot.refusals.values()].reduce((all, n) => all + n, 0);
    return {
      asked: this.#options.count,
      joined: this.bots.length,
      connected: sum((bot) => (bot.connected ? 1 : 0)),
      ended: sum((bot) => (bot.ended ? 1 : 0)),
      packets: sum((bot) => bot.packets),
      deeds: { ...this.#deeds },
      refusals: sum(refusalsOf) + [...this.problems.values()].reduce((all, n) => all + n, 0),
    };
  }

  /** Everything that was refused or failed, the most frequent first. */
  get refusals(): [what: string, times: number][] {
    const all = new Map(this.problems);
    for (const bot of this.bots)
      for (const [what, times] of bot.refusals) all.set(what, (all.get(what) ?? 0) + times);
    return [...all].sort(([, a], [, b]) => b - a);
  }

  /** All leave, and nobody comes in any more. Safe to call twice. */
  leave(): void {
    this.#leaving.abort();
    for (const habits of this.#habits) habits.end();
    for (const bot of this.bots) bot.leave();
  }

  async #one(i: number, wait: number): Promise<void> {
    const { links, media } = this.#options;
    const { signal } = this.#leaving;
    const link = links[i % links.length] ?? '';
    try {
      await pause(wait, undefined, { signal });
      const bot = await Bot.join(link, { place: Math.floor(i / links.length), media });
      if (signal.aborted) return bot.leave();
      this.bots.push(bot);
      this.#habits.push(new BotHabits(bot, (deed) => this.#deeds[deed]++));
    } catch (error) {
      if (signal.aborted) return;
      const why = `joining: ${error instanceof Error ? error.message : error}`;
      this.problems.set(why, (this.problems.get(why) ?? 0) + 1);
    }
  }
}
