import type { Browser, Page } from 'playwright-core';
import { Bot } from '../../tests/bots/Bot.ts';
import { enterClass, laptop, launchChromium, newPerson, phone } from '../../tests/helpers/chromium.ts';
import { giveTone } from '../../tests/helpers/tones.ts';
import { BenchNetwork, classAddress } from './BenchNetwork.ts';
import { demoDeckOf } from './demoDeckOf.ts';
import { Listener } from './listener.ts';
import { type PreparedProduct, prepareProduct, stoppedAtTheEnd } from './product.ts';
import { startRelay } from './relay.ts';
import type { Figures } from './report.ts';
import { giveStampedCamera } from './stampedCamera.ts';

/** A member in a page of their own, behind the benchmark's wire. */
export type Member = {
  readonly page: Page;
  readonly listener: Listener;
  /** How voices come, such as `host udp` or `relay tls`. */
  way(): Promise<string>;
  /** The last mode that the page has asked the server for. */
  mode(): string;
  leave(): Promise<void>;
};

/** `mode`: what the person has chosen; unless given, the network chooses. */
export type MemberOptions = { mode?: 'full' | 'light' | 'audio'; ipv6?: boolean; size?: typeof phone };

/** A class with one trainer, who speaks, and the wire to whoever comes in. */
export type NetworkClass = {
  readonly network: BenchNetwork;
  /** The page's port. */
  readonly port: number;
  readonly trainer: Page;
  /** The trainer's camera, on from the first time on. */
  showCamera(): Promise<void>;
  /** Shows the class another page, counted from 0. @returns which. */
  turnPage(): Promise<number>;
  comeIn(options?: MemberOptions): Promise<Member>;
  close(): Promise<void>;
};

/** One thing that happens to a network, and what it was like. It throws when sound never comes. */
export type Scenario = (room: NetworkClass, say: (text: string) => void) => Promise<Figures>;

/** Beyond this, sound does not come any more, in milliseconds. */
export const never = 30_000;

declare global {
  interface Window {
    peers: RTCPeerConnection[];
  }
}

/** Of the demo's deck. */
const pageCount = 16;
/** Hertz. */
const tone = 500;

/** A class that is under way, whose presenter is the first trainer. */
export function prepareNetworkClass(say: (text: string) => void): Promise<PreparedProduct> {
  return prepareProduct(async ({ links }) => {
    say('preparing the class: the deck is being drawn');
    const trainer = await Bot.join(links.trainers[0]?.link ?? '', { media: false });
    try {
      await trainer.must({ feature: 'session', type: 'start' });
      await trainer.must({ feature: 'session', type: 'present', participantId: trainer.id });
      const deckId = await demoDeckOf(trainer);
      await trainer.must({ feature: 'slides', type: 'showPage', deckId, page: 0 });
    } finally {
      trainer.leave();
    }
  });
}

/** The product, a relay and the trainer's browser at one end of a wire, the members' browser at the other. */
export async function openNetworkClass(prepared: PreparedProduct): Promise<NetworkClass> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closers.reverse()) await end();
  };
  try {
    const network = await BenchNetwork.make();
    closers.push(network.close);
    const within = network.within('class');
    const { ipv4, ipv6, relay: address } = classAddress;
    const relay = await startRelay({ address, mediaAddress: ipv4, within });
    closers.push(relay.stop);
    const product = await prepared.run({ within, environment: { ...relay.environment, HOST: '::' } });
    closers.push(product.stop);
    const { port } = new URL(product.url);
    const origins = { ipv4: `http://${ipv4}:${port}`, ipv6: `http://[${ipv6}]:${port}` };
    const launch = async (end: 'class' | 'member', flags: string[] = []) => {
      const browser = await launchChromium(flags, await network.chromiumAt(end));
      closers.push(stoppedAtTheEnd(() => browser.close()));
      return browser;
    };
    const trainer = await speak(await launch('class'), product.links.trainers[0]?.link ?? '');
    const browser = await launch('member', [
      // The relay's certificate is one that nobody but this benchmark knows.
      '--ignore-certificate-errors',
      // As with HTTPS, which everybody else has.
      `--unsafely-treat-insecure-origin-as-secure=${Object.values(origins).join(',')}`,
    ]);
    const links = product.links.enterprises.map(({ link }) => new URL(link).pathname);
    let cameraIsOn = false;
    let members = 0;
    let shown = 0;
    return {
      network,
      port: Number(port),
      trainer,
      showCamera: async () => {
        if (!cameraIsOn)
          await trainer
            .getByRole('button', { name: /^摄像头/ })
            .first()
            .click();
        cameraIsOn = true;
      },
      turnPage: async () => {
        shown = (shown + 1) % pageCount;
        const name = `向全班展示第 ${shown + 1} 页`;
        await trainer.getByRole('button', { name, exact: true }).click({ timeout: 30_000 });
        return shown;
      },
      comeIn: (options = {}) => {
        const origin = options.ipv6 ? origins.ipv6 : origins.ipv4;
        const link = origin + (links[members % links.length] ?? '');
        return comeIn(browser, link, Math.floor(members++ / links.length), options);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The trainer's own page, whose microphone sends a tone. */
async function speak(browser: Browser, link: string): Promise<Page> {
  const context = await newPerson(browser, { size: laptop });
  await giveTone(context, tone);
  const page = await context.newPage();
  await giveStampedCamera(page);
  await enterClass(page, link);
  await page.getByRole('button', { name: /^发言/ }).first().click();
  await page.getByRole('tab', { name: '课件' }).click();
  return page;
}

async function comeIn(
  browser: Browser,
  link: string,
  place: number,
  { mode, size = phone }: MemberOptions,
): Promise<Member> {
  const context = await newPerson(browser, { size });
  const page = await context.newPage();
  const listener = await Listener.at(page);
  await page.addInitScript((chosen) => {
    if (chosen) localStorage.setItem('media mode', chosen);
    window.peers = [];
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...args: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...args);
        window.peers.push(this);
      }
    };
  }, mode ?? null);
  let asked = 'none';
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      asked = /"type":"(?:start|setMode)","mode":"(\w+)"/.exec(payload.toString())?.[1] ?? asked;
    }),
  );
  await enterClass(page, link, place);
  return {
    page,
    listener,
    way: () => page.evaluate(wayOfVoices),
    mode: () => asked,
    leave: () => context.close(),
  };
}

/** Runs in the page. */
async function wayOfVoices(): Promise<string> {
  for (const peer of window.peers.toReversed()) {
    if (peer.connectionState !== 'connected') continue;
    const stats = await peer.getStats();
    for (const transport of stats.values()) {
      const pair = transport.type === 'transport' && stats.get(transport.selectedCandidatePairId);
      const own = pair && stats.get(pair.localCandidateId);
      if (own) return `${own.candidateType} ${own.relayProtocol ?? own.protocol} ${own.address ?? ''}`.trim();
    }
  }
  return 'none';
}

/** Does something with a member who hears the trainer. */
export async function withMember<Result>(
  room: NetworkClass,
  use: (member: Member) => Promise<Result>,
  options: MemberOptions = {},
): Promise<Result> {
  const member = await room.comeIn(options);
  try {
    await member.listener.soundAfter(0, never);
    return await use(member);
  } finally {
    await member.leave();
  }
}
