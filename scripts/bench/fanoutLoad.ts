import { on, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';
import type { Joined } from '#shared/http/join.ts';
import { answerLoad } from '../../tests/helpers/LoadProcess.ts';
import type { LoadAnswer, LoadRequest } from './fanout.ts';

/** A turn that has not reached everybody by then is lost, in milliseconds. */
const longestTurn = 10_000;
/** The server refuses a Seat's Commands beyond 15 a second, in milliseconds. */
const betweenTurns = 75;
/** What the product sends for a page turn; the floor sends the same bytes. */
const turnBytes = (page: number) =>
  `42["events",{"events":[{"feature":"slides","type":"pageShown","page":${page}}],"names":{}}]`;

let receivers: { product: WebSocket[]; floor: WebSocket[] } = { product: [], floor: [] };
let trainers: { product: WebSocket; floor: WebSocket } | null = null;
let deckId = '';
let page = 0;

/** Told by every receiver of what it got; replaced for each turn. */
let got: (message: string) => void = () => {};

answerLoad(answer);

async function answer(request: LoadRequest): Promise<LoadAnswer> {
  switch (request.ask) {
    case 'open': {
      deckId = request.deckId;
      const seat = (i: number) => request.members[i % request.members.length] as Joined;
      const product = await inParts(request.sockets, (i) => openSeat(request.url, seat(i)));
      const floor = await inParts(request.sockets, () => openFloor(request.floorUrl));
      for (const socket of [...product, ...floor]) socket.on('message', (bytes) => got(String(bytes)));
      receivers = { product, floor };
      const trainer = await openSeat(request.url, request.trainer);
      trainers = { product: trainer, floor: await openFloor(request.floorUrl) };
      return {};
    }
    case 'turn': {
      const deliveries: number[] = [];
      for (let i = 0; i < request.turns; i++) {
        deliveries.push(...(await turn(request.on)));
        await wait(betweenTurns);
      }
      return { deliveries };
    }
  }
}

/** Turns one page, and waits until every receiver has it. */
function turn(on: 'product' | 'floor'): Promise<number[]> {
  page = page === 5 ? 6 : 5;
  const expected = receivers[on].length;
  const wanted = `"pageShown","page":${page}`;
  const deliveries: number[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`${on}: ${deliveries.length} of ${expected} in time`)),
      longestTurn,
    );
    const start = performance.now();
    got = (message) => {
      if (!message.includes(wanted)) return;
      deliveries.push(performance.now() - start);
      if (deliveries.length < expected) return;
      clearTimeout(timer);
      resolve(deliveries);
    };
    const id = `bench-${process.pid}-${Math.random().toString(36).slice(2)}`;
    const command = { feature: 'slides', type: 'showPage', deckId, page };
    if (on === 'product') trainers?.product.send(`421${JSON.stringify(['command', { id, command }])}`);
    else trainers?.floor.send(turnBytes(page));
  });
}

/** A Socket.IO connection by hand: as little as a receiver can be. */
async function openSeat(url: string, { sessionId, participantId, secret }: Joined): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
  });
  socket.on('message', (bytes) => {
    const message = String(bytes);
    if (message === '2') socket.send('3');
    else if (message.startsWith('0'))
      socket.send(`40${JSON.stringify({ sessionId, participantId, secret })}`);
  });
  // `on` keeps what comes while nobody looks: the snapshot may be in one packet with what precedes it.
  for await (const [bytes] of on(socket, 'message', { close: ['close'] })) {
    const message = String(bytes);
    if (message.startsWith('44')) throw new Error(`not let in: ${message}`);
    if (message.startsWith('42["snapshot"')) return socket;
  }
  throw new Error('The connection ended before its snapshot.');
}

async function openFloor(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'open');
  return socket;
}

/** Opens some at a time: the class is what is measured, not the rush to the door. */
async function inParts(count: number, open: (i: number) => Promise<WebSocket>): Promise<WebSocket[]> {
  const all: WebSocket[] = [];
  for (let from = 0; from < count; from += 50)
    all.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - from) }, (_, i) => open(from + i)))),
    );
  return all;
}
