import { createServer, type Server } from 'node:http';
import { type AddressInfo, isIPv4 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Role } from '#shared/basics.ts';
import { MediaRequest } from '#shared/schemas/media.ts';
import type { MediaClass } from './MediaClass.ts';
import type { FromPage, ToPage } from './page/protocol.ts';

/** The test page's files, by path. */
export async function buildPage(): Promise<Map<string, string | Uint8Array>> {
  const built = (await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    build: { write: false, minify: false },
  })) as Rolldown.RolldownOutput;
  return new Map(
    built.output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
}

/** Serves the page, and joins whoever opens it to a class: trainers' names begin with `t`. */
export class PageServer {
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  readonly #room: () => MediaClass;
  /** What each page's socket does when it closes. */
  readonly #open = new Map<WebSocket, () => void>();

  private constructor(files: ReadonlyMap<string, string | Uint8Array>, room: () => MediaClass) {
    this.#room = room;
    this.#http = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://page').pathname;
      const name = path === '/' ? '/index.html' : path;
      const file = files.get(name);
      const type = name.endsWith('.html') ? 'text/html' : 'text/javascript';
      response.writeHead(file ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(file);
    });
    this.#sockets = new WebSocketServer({ server: this.#http });
    this.#sockets.on('connection', (socket, request) => {
      const who = new URL(request.url ?? '/', 'http://page').searchParams.get('who') ?? '';
      this.#seat(socket, who);
    });
  }

  static async start(
    files: ReadonlyMap<string, string | Uint8Array>,
    room: () => MediaClass,
  ): Promise<PageServer> {
    const server = new PageServer(files, room);
    await new Promise<void>((resolve) => server.#http.listen(0, resolve));
    return server;
  }

  url(who: string, host = 'localhost'): string {
    return `http://${host}:${(this.#http.address() as AddressInfo).port}/?who=${who}`;
  }

  /**
   * Ends every page's connection, as a proxy's restart would; pages come back by themselves.
   * @param options.unnoticed the server keeps their Seats, as where a network breaks without a word.
   */
  dropAll({ unnoticed = false } = {}): void {
    for (const [socket, leave] of this.#open) {
      if (unnoticed) socket.off('close', leave);
      socket.terminate();
    }
    this.#open.clear();
  }

  async close(): Promise<void> {
    this.dropAll();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #seat(socket: WebSocket, who: string): void {
    const room = this.#room();
    const role: Role = who.startsWith('t') ? 'trainer' : 'member';
    const tell = (message: ToPage) =>
      socket.readyState === socket.OPEN && socket.send(JSON.stringify(message));
    const seatId = room.seat(who, role, role === 'member' ? 'e1' : null, (notice) => tell({ notice }));
    const want = () => tell({ want: room.wishesOf(who) });
    const unwatch = room.watch(want);
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as FromPage;
      if ('command' in message) room.do(who, message.command);
      else
        void room.media
          .request(seatId, MediaRequest.parse(message.request))
          .then((answer) => tell({ id: message.id, answer }));
    });
    const leave = () => {
      this.#open.delete(socket);
      unwatch();
      room.leave(seatId);
    };
    this.#open.set(socket, leave);
    socket.on('close', leave);
    want();
  }
}

/** An address of this machine that browsers don't trust as they trust localhost; null without a network. */
export const outerHost = (): string | null =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .find(({ address, internal }) => !internal && isIPv4(address))?.address ?? null;
