import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type NetworkClass,
  never,
  openNetworkClass,
  prepareNetworkClass,
  type Scenario,
  withMember,
} from './networkClass.ts';
import { networkCosts } from './networkCosts.ts';
import { type Figures, round } from './report.ts';

/** How long a voice is listened to for its gaps, in milliseconds. */
const listenFor = 30_000;
const outage = 60_000;
/** How long a picture flows before the network becomes narrow. */
const settle = 3_000;
/** Straight to the server, without its relay. */
const tcp = /^prflx tcp|^host tcp/;

const scenarios: Record<string, Scenario> = {
  udpblocked: (room) => firstSound(room, 'udpblocked', { weather: { drop: 'udp' }, way: tcp }),
  relay: (room) => firstSound(room, 'relay', { weather: { onlyPagesOn: room.port }, way: /^relay tls/ }),
  ipv6: (room) => firstSound(room, 'ipv6', { ipv6: true, way: /udp/ }),
  udpgone,
  loss5,
  addresschange,
  outage60,
  kbit200,
  ...networkCosts,
};

/**
 * Members in a real browser on bad networks: a trainer's voice is a tone, and what a member's page plays is
 * listened to all the while. Both ends are network namespaces of the benchmark's own.
 */
export async function network(say: (text: string) => void, only: readonly string[]): Promise<Figures> {
  const unknown = only.find((name) => !(name in scenarios));
  if (unknown) throw new Error(`There is no ${unknown}. There are: ${Object.keys(scenarios).join(', ')}.`);
  const prepared = await prepareNetworkClass(say);
  try {
    const room = await openNetworkClass(prepared);
    const figures: Record<string, number> = {};
    try {
      for (const [name, scenario] of Object.entries(scenarios)) {
        if (only.length > 0 && !only.includes(name)) continue;
        try {
          const found = await scenario(room, say);
          Object.assign(figures, found);
          say(`${name}: ${JSON.stringify(found)}`);
        } catch (error) {
          say(`${name} failed: ${error}`);
          process.exitCode = 1;
        } finally {
          await room.network.calm();
        }
      }
    } finally {
      await room.close();
    }
    return { ...figures, 'machine.load': round(loadavg()[0] ?? 0) };
  } finally {
    await prepared.clear();
  }
}

/** From the tap until the first sound, where the network lets only one way through. */
async function firstSound(
  room: NetworkClass,
  name: string,
  how: { weather?: Parameters<NetworkClass['network']['become']>[0]; ipv6?: boolean; way: RegExp },
): Promise<Figures> {
  await room.network.become(how.weather ?? null);
  if (how.ipv6) await room.network.only('ipv6');
  return withMember(
    room,
    async ({ listener, way }) => {
      const tapped = await listener.tapped();
      const first = await listener.soundAfter(tapped, never);
      await listener.goesOn(first);
      const taken = await way();
      if (!how.way.test(taken)) throw new Error(`Sound came by ${taken}.`);
      return { [`${name}.media.ms`]: Math.round(first - tapped) };
    },
    { ipv6: how.ipv6 ?? false },
  );
}

async function loss5(room: NetworkClass): Promise<Figures> {
  return withMember(room, async ({ listener }) => {
    await room.network.become({ loss: 5 });
    const from = Date.now();
    return { 'loss5.silence.max.ms': Math.round(await listener.longestSilence(from, from + listenFor)) };
  });
}

/** A trainer speaks with the camera on when the network becomes narrow. */
async function kbit200(room: NetworkClass, say: (text: string) => void): Promise<Figures> {
  await room.showCamera();
  return withMember(room, async ({ page, listener, mode }) => {
    await page.waitForFunction(() => [...document.querySelectorAll('video')].some((v) => v.videoWidth > 0));
    await pause(settle);
    await room.network.become({ rate: 200 });
    const from = Date.now();
    const before = await room.network.carried();
    const silence = await listener.longestSilence(from, from + listenFor);
    const kbit = (((await room.network.carried()).down - before.down) * 8) / (Date.now() - from);
    if (kbit > 220) throw new Error(`${round(kbit)} kbit/s came.`);
    say(`200 kbit/s: the page is in the mode ${mode()}`);
    return {
      'kbit200.silence.max.ms': Math.round(silence),
      'kbit200.down.kbit': round(kbit),
      'kbit200.steps.down': ['full', 'light', 'audio'].indexOf(mode()),
    };
  });
}

/** A firewall that stops UDP while the class goes on: sound has to come another way. */
async function udpgone(room: NetworkClass, say: (text: string) => void): Promise<Figures> {
  return withMember(room, async ({ listener, way }) => {
    const before = await way();
    const gone = Date.now();
    await room.network.become({ drop: 'udp' });
    // By then what was under way has been heard.
    const back = await listener.soundAfter(gone + 1_000, never);
    await listener.goesOn(back);
    const after = await way();
    say(`UDP is gone: ${before}, then ${after}`);
    if (!tcp.test(after)) throw new Error(`Sound came by ${after}.`);
    return { 'udpgone.recovery.ms': Math.round(await listener.longestSilence(gone, back)) };
  });
}

async function outage60(room: NetworkClass): Promise<Figures> {
  return withMember(room, async ({ page, listener }) => {
    await room.network.become({ drop: 'everything' });
    await pause(outage);
    const end = Date.now();
    await room.network.become(null);
    const back = await listener.soundAfter(end, never);
    await listener.goesOn(back);
    // The page is live, too: what is shown is what it shows.
    const shown = await room.turnPage();
    await page.locator(`main img[data-page="${shown}"]`).first().waitFor({ timeout: 5_000 });
    return { 'outage60.recovery.ms': Math.round(back - end) };
  });
}

async function addresschange(room: NetworkClass, say: (text: string) => void): Promise<Figures> {
  await room.network.only('ipv4');
  return withMember(room, async ({ listener, way }) => {
    const before = await way();
    const changed = Date.now();
    await room.network.changeMemberAddress();
    // By then what was under way has been heard.
    const back = await listener.soundAfter(changed + 1_000, never);
    await listener.goesOn(back);
    const after = await way();
    say(`the address changed: ${before}, then ${after}`);
    if (before === after) throw new Error('Nothing has changed.');
    return { 'addresschange.recovery.ms': Math.round(await listener.longestSilence(changed, back)) };
  });
}
