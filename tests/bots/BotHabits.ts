import { groupOf, type Space } from '#shared/basics.ts';
import type { Bot } from './Bot.ts';
import { linesFor } from './lines.ts';

export type Deed = 'vote' | 'message' | 'hand' | 'speech';

type Seconds = readonly [from: number, to: number];
/** How long people take, in seconds. */
const after = {
  poll: [1, 6],
  invitation: [1, 4],
  handRaised: [15, 45],
  speechBegun: [6, 15],
  /** Between two things that somebody does unasked: of a hundred, one does something each second. */
  rest: [10, 190],
  /** The same in a group, where people talk. */
  restInGroup: [5, 40],
} as const satisfies Record<string, Seconds>;

/** Makes a Bot take part as people do: it votes, chats, raises its hand, and speaks when it is asked to. */
export class BotHabits {
  readonly #bot: Bot;
  readonly #did: (deed: Deed) => void;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #pollsSeen = new Set<string>();
  readonly #unwatch: () => void;
  #isAsked = false;
  #space: Space | null = null;
  #rest: NodeJS.Timeout | null = null;

  /** @param did told what it has done, where it was accepted. */
  constructor(bot: Bot, did: (deed: Deed) => void) {
    this.#bot = bot;
    this.#did = did;
    this.#unwatch = bot.watch(() => this.#look());
    this.#look();
  }

  /** Safe to call twice. */
  end(): void {
    this.#unwatch();
    for (const timer of this.#timers) this.#drop(timer);
  }

  #look(): void {
    const { people, polls, stage } = this.#bot.view;
    if (people.me.space !== this.#space) {
      this.#space = people.me.space;
      this.#goOnLater();
    }
    for (const { id, open, myVote } of polls.opened) {
      if (!open || myVote !== null || this.#pollsSeen.has(id)) continue;
      this.#pollsSeen.add(id);
      this.#in(after.poll, () => this.#vote(id));
    }
    const wasAsked = this.#isAsked;
    this.#isAsked = stage.me.invitation === 'asked';
    if (this.#isAsked && !wasAsked) this.#in(after.invitation, () => this.#comeUp());
  }

  async #vote(pollId: string): Promise<void> {
    const poll = this.#bot.view.polls.opened.find(({ id }) => id === pollId);
    if (!poll?.open) return;
    // The first answer is the one most like, so that bars have different lengths.
    const option = Math.floor(Math.random() ** 1.6 * poll.options.length);
    if (await this.#bot.do({ feature: 'polls', type: 'vote', pollId, option })) this.#did('vote');
  }

  async #comeUp(): Promise<void> {
    if (this.#bot.view.stage.me.invitation !== 'asked') return;
    if (!(await this.#bot.do({ feature: 'stage', type: 'answerInvite', accept: true }))) return;
    await this.#speak();
  }

  async #speak(): Promise<void> {
    if (!(await this.#bot.turnOn('microphone'))) return;
    this.#did('speech');
    this.#in(after.speechBegun, async () => {
      if (this.#bot.view.stage.me.microphone) await this.#bot.turnOff('microphone');
      if (this.#bot.view.stage.me.invitation === 'onStage')
        await this.#bot.do({ feature: 'stage', type: 'stepDown' });
    });
  }

  #goOnLater(): void {
    if (this.#rest) this.#drop(this.#rest);
    const inGroup = groupOf(this.#bot.view.people.me.space) !== null;
    this.#rest = this.#in(inGroup ? after.restInGroup : after.rest, () => this.#goOn());
  }

  /** Something unasked, and then the next. */
  async #goOn(): Promise<void> {
    this.#goOnLater();
    const { session, people } = this.#bot.view;
    if (session.phase === 'closed' || people.me.role !== 'member' || !this.#bot.connected) return;
    const inGroup = groupOf(people.me.space) !== null;
    const dice = Math.random();
    if (inGroup && dice < 0.4) await this.#speak();
    else if (!inGroup && session.phase === 'live' && dice < 0.25) await this.#raiseHand();
    else if (dice > 0.95) this.#bot.loseConnection();
    else await this.#say(inGroup);
  }

  async #say(inGroup: boolean): Promise<void> {
    const { chat, session } = this.#bot.view;
    if (!chat?.open) return;
    const lines = linesFor(inGroup ? 'group' : session.phase === 'live' ? 'class' : 'waiting');
    const text = lines[Math.floor(Math.random() * lines.length)] ?? '';
    if (await this.#bot.do({ feature: 'chat', type: 'send', text })) this.#did('message');
  }

  async #raiseHand(): Promise<void> {
    if (this.#isUp() || !(await this.#bot.do({ feature: 'hands', type: 'raise' }))) return;
    this.#did('hand');
    this.#in(after.handRaised, async () => {
      if (this.#isUp()) await this.#bot.do({ feature: 'hands', type: 'lower' });
    });
  }

  #isUp(): boolean {
    return this.#bot.view.hands.queue?.includes(this.#bot.id) ?? false;
  }

  #drop(timer: NodeJS.Timeout): void {
    clearTimeout(timer);
    this.#timers.delete(timer);
  }

  #in([from, to]: Seconds, deed: () => Promise<void>): NodeJS.Timeout {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        void deed();
      },
      (from + Math.random() * (to - from)) * 1000,
    );
    this.#timers.add(timer);
    return timer;
  }
}
