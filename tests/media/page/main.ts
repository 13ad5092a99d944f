import type { MediaAnswer, MediaNotice, MediaRequest, Source } from '#shared/media.ts';
import { MediaClient } from '../../../client/src/media/MediaClient.ts';
import { switchCommand } from '../../../client/src/media/switchCommand.ts';
import type { FromPage, ToPage } from './protocol.ts';

/**
 * A class page with nothing but media: `MediaClient` over a plain WebSocket, every voice in an audio
 * element, every picture in a video element. Tests speak to it through `window.page`.
 */
const who = new URLSearchParams(location.search).get('who') ?? '';
const answers = new Map<number, (answer: MediaAnswer) => void>();
const noticed = new Set<(notice: MediaNotice) => void>();
const cannot: string[] = [];
const keptMuted: string[] = [];
/** Requests that go out and are never answered, each once, by their type. */
const unanswered: string[] = [];
/** Requests that go out only when they are let go, as over a slow network, by their type. */
const held = new Map<string, Promise<void>>();
let refused = 0;
const news: string[] = [];
let socket: WebSocket | null = null;
let asked = 0;

const client = new MediaClient(
  {
    request: async (request: MediaRequest) => {
      const over = socket;
      await held.get(request.type);
      return new Promise((resolve, reject) => {
        if (over !== socket || socket?.readyState !== WebSocket.OPEN)
          return reject(new Error('not connected'));
        const place = unanswered.indexOf(request.type);
        if (place >= 0) return reject(new Error(`no answer to ${unanswered.splice(place, 1)}`));
        answers.set(++asked, (answer) => {
          if (!answer.ok) refused++;
          resolve(answer);
        });
        tell({ id: asked, request });
      });
    },
    onNotice(listener) {
      noticed.add(listener);
      return () => noticed.delete(listener);
    },
    // Here nothing is between page and server that could go away.
    doubt: () => {},
  },
  {
    key: who,
    cannot(source, problem) {
      cannot.push(`${source} ${problem}`);
      tell({ command: switchCommand(source, false) });
    },
    stillOn(source) {
      tell({ command: switchCommand(source, false) });
    },
    keptMuted(source) {
      keptMuted.push(source);
    },
    blurFailed() {
      tell({ command: switchCommand('camera', false) });
    },
    deviceNews({ kind, happened, device, used }) {
      news.push(`${kind} ${happened}: ${device}, now ${used}`);
    },
  },
);

function tell(message: FromPage): void {
  socket?.send(JSON.stringify(message));
}

function connect(): void {
  const opened = new WebSocket(`ws://${location.host}/?who=${who}`);
  let isLive = false;
  socket = opened;
  opened.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as ToPage;
    if ('answer' in message) answers.get(message.id)?.(message.answer);
    else if ('notice' in message) for (const listener of noticed) listener(message.notice);
    else {
      client.want(message.want);
      if (!isLive) client.start();
      isLive = true;
    }
  });
  opened.addEventListener('close', () => {
    if (isLive) client.lost();
    setTimeout(connect, 100);
  });
}

/** One element for each remote track, as the class page has. */
const elements = new Map<string, { element: HTMLMediaElement; stop: () => void }>();
client.subscribe(() => {
  const { remote, needsTap } = client.getSnapshot();
  if (needsTap) console.info('needs a tap');
  for (const { consumerId, participantId, source, track } of remote) {
    if (elements.has(consumerId)) continue;
    const element = document.createElement(source === 'microphone' ? 'audio' : 'video');
    element.id = `${participantId}-${source}`;
    element.srcObject = new MediaStream([track]);
    document.body.append(element);
    if (element instanceof HTMLVideoElement) {
      element.muted = true;
      void element.play().catch(() => undefined);
    }
    const stop = source === 'microphone' ? client.play(element) : client.show(consumerId, element, 1280);
    elements.set(consumerId, { element, stop });
  }
  for (const [consumerId, { element, stop }] of elements) {
    if (remote.some((r) => r.consumerId === consumerId)) continue;
    stop();
    element.remove();
    elements.delete(consumerId);
  }
});

const page = {
  client,
  cannot,
  keptMuted,
  news,
  unanswered,
  /** Holds requests of this type back. @returns what lets them go. */
  hold(type: MediaRequest['type']): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    held.set(type, promise);
    return () => {
      held.delete(type);
      resolve();
    };
  },
  refused: () => refused,
  /** As a tap on the button would. */
  async turnOn(source: Source): Promise<string | null> {
    const problem = await client.open(source);
    if (!problem) tell({ command: switchCommand(source, true) });
    return problem;
  },
  turnOff(source: Source): void {
    client.pause(source);
    tell({ command: switchCommand(source, false) });
  },
  /** As if its element were this wide on the screen; 0 is out of sight. */
  showAt(participantId: string, source: Source, devicePixels: number): void {
    const remote = client
      .getSnapshot()
      .remote.find((r) => r.participantId === participantId && r.source === source);
    const shown = elements.get(remote?.consumerId ?? '');
    if (remote && shown) shown.stop = client.show(remote.consumerId, shown.element, devicePixels);
  },
  /** How wide the frames of this source are at present. */
  async frameWidth(participantId: string, source: Source): Promise<number> {
    const stats = await client.stats();
    const remote = client
      .getSnapshot()
      .remote.find((r) => r.participantId === participantId && r.source === source);
    let width = 0;
    stats.get(remote?.consumerId ?? '')?.forEach((report) => {
      if (report.type === 'inbound-rtp') width = report.frameWidth ?? 0;
    });
    return width;
  },
  /** Sound and frames that have arrived so far, by `id source`. */
  async received(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    const stats = await client.stats();
    for (const { consumerId, participantId, source } of client.getSnapshot().remote)
      stats.get(consumerId)?.forEach((report) => {
        if (report.type !== 'inbound-rtp') return;
        counts[`${participantId} ${source}`] = report.framesDecoded ?? report.packetsReceived;
      });
    return counts;
  },
};
declare global {
  interface Window {
    page: typeof page;
  }
}

document.querySelector('#tap')?.addEventListener('click', () => {
  void client.allowSound();
});
window.page = page;
connect();
