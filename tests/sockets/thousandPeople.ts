import { io, type Socket } from 'socket.io-client';
import type { Command } from '#shared/contract.ts';
import type { Joined } from '#shared/http/join.ts';
import type { ClientToServer, Reply, ServerToClient } from '#shared/socket.ts';
import { answerLoad } from '../helpers/LoadProcess.ts';

export type PeopleRequest =
  /** Everybody, the trainer first, as fast as the server lets them in. */
  | { ask: 'comeIn'; url: string; seats: readonly Joined[] }
  /** The connections break, as fast as the server lets people in again; they come back by themselves. */
  | { ask: 'comeBack' }
  /** The first of them does it; over when all others have heard `hears`. */
  | { ask: 'teach'; command: Command; hears: 'snapshot' | string }
  /** All but the first do it, at once. */
  | { ask: 'doAll'; command: Command }
  | { ask: 'leave' };
/** `polls`: what the first was told can be opened. */
export type PeopleAnswer = { polls?: string[] };

/** Nothing here takes longer, in milliseconds. */
const longestWait = 60_000;
/**
 * More would not come in sooner. What Node makes of each connection that opens or breaks, some tens of
 * microseconds, it does for all of them in one turn, which is nobody's single task.
 */
const atOnce = 50;

/** A connection that counts what comes, by kind: more would cost this process more than the server. */
class Person {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly #heard = new Map<string, number>();
  readonly #waiting = new Map<string, () => void>();
  polls: string[] = [];

  constructor(url: string, { sessionId, participantId, secret }: Joined) {
    this.socket = io(url, {
      auth: { sessionId, participantId, secret },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 10,
      reconnectionDelayMax: 200,
      timeout: longestWait,
    });
    this.socket.on('snapshot', ({ view }) => {
      this.polls = view.polls.planned?.map(({ id }) => id) ?? [];
      this.#hears('snapshot');
    });
    this.socket.on('events', ({ events }) => {
      for (const { feature, type } of events) this.#hears(`${feature}.${type}`);
    });
  }

  /** Resolves when it is heard the next time. */
  next(what: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.set(what, resolve));
  }

  async do(command: Command): Promise<void> {
    const id = `command-${process.pid}-${++commands}`;
    const reply: Reply = await this.socket.timeout(longestWait).emitWithAck('command', { id, command });
    if (!reply.ok) throw new Error(`${command.feature}.${command.type} was refused: ${reply.refusal}`);
  }

  #hears(what: string): void {
    this.#heard.set(what, (this.#heard.get(what) ?? 0) + 1);
    this.#waiting.get(what)?.();
    this.#waiting.delete(what);
  }
}

let commands = 0;
let people: Person[] = [];

answerLoad(async (request: PeopleRequest): Promise<PeopleAnswer> => {
  switch (request.ask) {
    case 'comeIn': {
      const come = request.seats.map((seat) => async () => {
        const person = new Person(request.url, seat);
        people.push(person);
        await person.next('snapshot');
      });
      await inABurst(come, 'a first snapshot');
      return { polls: people.flatMap(({ polls }) => polls) };
    }
    case 'comeBack': {
      const comeBack = people.map((person) => async () => {
        person.socket.io.engine.close();
        await person.next('snapshot');
      });
      await inABurst(comeBack, 'a snapshot again');
      return {};
    }
    case 'teach': {
      const [trainer, ...members] = people;
      const heard = all(
        members.map((member) => member.next(request.hears)),
        request.hears,
      );
      await Promise.all([trainer?.do(request.command), heard]);
      return {};
    }
    case 'doAll':
      await Promise.all(people.slice(1).map((person) => person.do(request.command)));
      return {};
    case 'leave':
      for (const { socket } of people) socket.disconnect();
      people = [];
      return {};
  }
});

/** So many at a time, each as soon as the server has let another one in. */
async function inABurst(each: readonly (() => Promise<void>)[], what: string): Promise<void> {
  const rest = each.values();
  const oneByOne = async () => {
    for (const one of rest) await one();
  };
  await all(
    Array.from({ length: atOnce }, () => oneByOne()),
    what,
  );
}

async function all(facts: readonly Promise<void>[], what: string): Promise<void> {
  let missing = facts.length;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${missing} of ${facts.length} miss ${what}`)), longestWait);
  });
  const counted = facts.map((fact) => fact.then(() => missing--));
  await Promise.race([Promise.all(counted), tooLate]).finally(() => clearTimeout(timer));
}
