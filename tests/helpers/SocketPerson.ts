import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { type Command, foldRoom, type RoomView } from '#shared/contract.ts';
import type { Join, Joined, LinkInfo } from '#shared/http/join.ts';
import type { ClientToServer, EndReason, Names, Reply, ServerToClient } from '#shared/socket.ts';

/** In milliseconds. It includes what converts a file, at low priority, on a machine that has other work. */
const longestWait = 60_000;

/** Someone in a class over a real socket, who folds what they are told. */
export class SocketPerson {
  readonly seat: Joined;
  readonly socket: Socket<ServerToClient, ClientToServer>;
  view: RoomView | null = null;
  names: Names = {};
  ended: EndReason | null = null;
  /** All text that ever came, to look for what should not have; empty where it isn't kept. */
  heard = '';
  readonly #waiting = new Set<() => void>();

  /** @param keepsText false for many people over a long time. */
  constructor(url: string, seat: Joined, keepsText = true) {
    this.seat = seat;
    const { sessionId, participantId, secret } = seat;
    this.socket = io(url, {
      auth: { sessionId, participantId, secret },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.socket.on('snapshot', ({ view, names }) => {
      if (keepsText) this.heard += JSON.stringify({ view, names });
      this.view = view;
      this.names = { ...this.names, ...names };
      this.#changed();
    });
    this.socket.on('events', ({ events, names }) => {
      if (keepsText) this.heard += JSON.stringify({ events, names });
      if (this.view) this.view = events.reduce(foldRoom, this.view);
      this.names = { ...this.names, ...names };
      this.#changed();
    });
    this.socket.on('ended', (reason) => {
      this.ended = reason;
      this.#changed();
    });
    this.socket.on('disconnect', () => this.#changed());
    this.socket.on('connect_error', () => this.#changed());
  }

  /** Joins by a link and comes in. */
  static async join(url: string, token: string, who?: Join['who']): Promise<SocketPerson> {
    return SocketPerson.enter(url, await joinByLink(url, token, who));
  }

  static async enter(url: string, seat: Joined): Promise<SocketPerson> {
    const person = new SocketPerson(url, seat);
    await person.until(() => person.view !== null, 'a snapshot');
    return person;
  }

  get id(): string {
    return this.seat.participantId;
  }

  do(command: Command, id = randomBytes(12).toString('hex')): Promise<Reply> {
    return this.socket.timeout(longestWait).emitWithAck('command', { id, command });
  }

  /** Does it, or fails with the Refusal. */
  async must(command: Command): Promise<void> {
    const reply = await this.do(command);
    if (!reply.ok) throw new Error(`${command.feature}.${command.type} was refused: ${reply.refusal}`);
  }

  /** Waits for a fact; says which one didn't come. */
  until(fact: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!fact()) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`${this.seat.name} waited ${longestWait} ms for ${what}`));
      }, longestWait);
      this.#waiting.add(look);
      look();
    });
  }

  close(): void {
    this.socket.disconnect();
  }

  #changed(): void {
    for (const look of [...this.#waiting]) look();
  }
}

/** Picks the first free name of the roster, or does as told. */
export async function joinByLink(url: string, token: string, who?: Join['who']): Promise<Joined> {
  const info = await post<LinkInfo>(url, '/api/links/open', { token });
  const free = info.roster.find(({ taken }) => !taken);
  const chosen: Join['who'] =
    who ?? (info.kind !== 'enterprise' ? { by: 'link' } : { by: 'roster', rosterId: free?.id ?? '' });
  return post<Joined>(url, '/api/join', { token, who: chosen });
}

/** @throws an Error with the API's own code. */
export async function post<T>(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(`${response.status} ${answer.error}`);
  return answer;
}
