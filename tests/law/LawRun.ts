import { nextDue } from '../../server/src/room/features.ts';
import { Accepted } from './Accepted.ts';
import { cards } from './cards.ts';
import { Dealer } from './Dealer.ts';
import type { Draw } from './Draw.ts';
import { withoutErased } from './erasing.ts';
import { type AcceptedStep, FakeClass, type Row, type Step } from './FakeClass.ts';
import { replayDiffers } from './replay.ts';
import { type RuleName, rules } from './rules.ts';
import { shortestStory } from './story.ts';
import { Tells } from './Tells.ts';
import { typeOf } from './watchedFeatures.ts';

/** Attempts in one class; about half are accepted. */
const stepsPerClass = 240;
const fewestClasses = 20;
/** How often each Command type must have been accepted. */
export const enoughAccepted = 100;
/** A deadline that its own Command doesn't move would keep a Room busy for ever. */
const mostDeadlines = 50;

/** Plays classes and keeps what the rules want to know of all of them. */
export class LawRun {
  readonly accepted = new Accepted();
  /** The first breach of each rule, as a story. */
  readonly breaches = new Map<RuleName, string>();
  readonly tells = new Tells();
  /** The Steps of each class. */
  readonly stories: Step[][] = [];
  /** What the Journal of each class holds. */
  readonly journals: Row[][] = [];

  get isEnough(): boolean {
    return this.stories.length >= fewestClasses && this.rare.length === 0 && this.tells.useless.length === 0;
  }

  /** The Command types that were not accepted often enough. */
  get rare(): string[] {
    const counts = cards.map(({ name }) => ({ name, n: this.accepted.of(name) }));
    return counts.filter(({ n }) => n < enoughAccepted).map(({ name, n }) => `${name}: ${n}`);
  }

  /** One class from its first Seat to its end. */
  playClass(draw: Draw): void {
    const play = new Play(this, draw);
    this.stories.push(play.steps);
    for (let i = 0; i < stepsPerClass; i++) play.go(i / stepsPerClass);
    play.end();
  }
}

class Play {
  readonly steps: Step[] = [];
  readonly #run: LawRun;
  readonly #draw: Draw;
  readonly #dealer: Dealer;
  readonly #room = new FakeClass();
  readonly #rows: Row[] = [];
  /** Any time will do; this one is in January 2027. */
  #at = 1_800_000_000_000;

  constructor(run: LawRun, draw: Draw) {
    this.#run = run;
    this.#draw = draw;
    this.#dealer = new Dealer(draw, run.accepted, run.tells.uselessTypes);
  }

  go(progress: number): void {
    this.#room.progress = progress;
    this.#passTime();
    const dealt = this.#dealer.next(this.#room);
    if (dealt) this.#take(dealt.by, dealt.command, this.#draw.chance(70));
  }

  end(): void {
    this.#take('system', { feature: 'people', type: 'heartbeat' }, true);
    this.#run.journals.push(this.#rows);
    const { state } = this.#room;
    const replays = { LAW5: this.#rows, ERASE2: withoutErased(this.#rows, state) };
    for (const [name, rows] of Object.entries(replays) as [keyof typeof replays, readonly Row[]][]) {
      const why = this.#run.breaches.has(name) ? null : replayDiffers(rows, state);
      if (why) this.#run.breaches.set(name, why);
    }
  }

  /** Moves the clock, past the next deadline now and then, and keeps the deadlines on the way. */
  #passTime(): void {
    const due = nextDue(this.#room.state);
    const until =
      due && this.#draw.chance(3) ? Math.max(due.at, this.#at) : this.#at + this.#draw.int(0, 8_000);
    for (let i = 0; ; i++) {
      const next = nextDue(this.#room.state);
      if (!next || next.at > until) break;
      if (i === mostDeadlines)
        throw new Error(`${next.command.feature}.${next.command.type} is due for ever.`);
      this.#at = Math.max(next.at, this.#at);
      this.#take('system', next.command, this.#draw.bool());
    }
    this.#at = until;
  }

  #take(by: string, command: Step['command'], flush: boolean): void {
    const step = { n: this.steps.length, at: this.#at, by, command, flush };
    this.steps.push(step);
    const start = this.#room.bookmark();
    const taken = this.#room.take(step);
    if (taken.result === 'accepted') {
      this.#rows.push(taken.row);
      this.#count(taken);
      this.#run.tells.try(taken, start, step);
    }
    for (const [name, rule] of Object.entries(rules) as [keyof typeof rules, (typeof rules)['LAW1']][]) {
      const { breaches } = this.#run;
      const why = breaches.has(name) ? null : rule(this.#room, taken);
      if (why) breaches.set(name, shortestStory(this.steps, rule) ?? why);
    }
  }

  #count({ handled, row }: AcceptedStep): void {
    const cause = typeOf(row.command);
    for (const { type } of handled) this.#run.accepted.add(type, cause);
    this.#run.accepted.addBy(cause, row.actor.role);
  }
}
