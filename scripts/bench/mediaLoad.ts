import { createSocket } from 'node:dgram';
import { setTimeout as pause } from 'node:timers/promises';
import { Bot } from '../../tests/bots/Bot.ts';
import { answerLoad } from '../../tests/helpers/LoadProcess.ts';
import { rtpPacket, vp8Payload } from '../../tests/helpers/rtpPackets.ts';
import { JanusViewer } from './JanusViewer.ts';
import { janusPorts } from './janus.ts';
import { LoadMeter } from './LoadMeter.ts';
import type { MediaAnswer, MediaAsk, Viewer } from './media.ts';

/** What has come to one viewer so far. */
type Watching = { packets(): number; lost(): number };

const watching: Watching[] = [];

answerLoad(async (ask: MediaAsk): Promise<MediaAnswer> => {
  switch (ask.ask) {
    case 'teach':
      return { teacherId: await teach(ask.links) };
    case 'feed':
      feedJanus();
      return {};
    case 'watch': {
      await pause(Math.max(0, ask.beginsAt - Date.now()));
      return { firsts: await Promise.all(ask.viewers.map((viewer) => comeIn(viewer, ask.teacherId))) };
    }
    case 'measure': {
      const meter = new LoadMeter();
      const before = sum((viewer) => viewer.packets());
      await pause(ask.for);
      const packets = sum((viewer) => viewer.packets()) - before;
      return { packets, lost: sum((viewer) => viewer.lost()), load: meter.end() };
    }
  }
});

const sum = (of: (viewer: Watching) => number) => watching.reduce((all, viewer) => all + of(viewer), 0);

/** Three trainers with voice and a camera of three layers, the first of them with a screen as well. */
async function teach(links: readonly string[]): Promise<string> {
  // What they get of each other is no part of the work.
  const trainers = await Promise.all(links.map((link) => Bot.join(link, { media: { takes: () => false } })));
  const [presenter] = trainers;
  if (!presenter) throw new Error('There is no trainer.');
  await presenter.must({ feature: 'session', type: 'start' });
  await presenter.must({ feature: 'session', type: 'present', participantId: presenter.id });
  const turnedOn = await Promise.all(
    trainers.map(
      async (trainer) => (await trainer.turnOn('microphone')) && (await trainer.turnOn('camera', 3)),
    ),
  );
  if (!turnedOn.every(Boolean) || !(await presenter.turnOn('screen')))
    throw new Error('A trainer can not be seen.');
  return presenter.id;
}

/** @returns how long it took to the first packet of the camera, in milliseconds, or why it never came. */
async function comeIn(viewer: Viewer, teacherId: string): Promise<number | string> {
  await pause(viewer.after);
  const began = performance.now();
  try {
    if (viewer.at === 'janus') {
      const janus = new JanusViewer();
      await janus.watch();
      watching.push({
        packets: () => janus.packets,
        lost: () => [...janus.gaps.values()].reduce((all, { lost }) => all + lost, 0),
      });
      return performance.now() - began;
    }
    const bot = await Bot.join(viewer.link, {
      place: viewer.place,
      media: { takes: ({ participantId, source }) => participantId === teacherId && source !== 'screen' },
    });
    await bot.hears(teacherId, 'camera', 1);
    const took = performance.now() - began;
    await bot.hears(teacherId, 'microphone', 1);
    watching.push({
      packets: () => bot.packets,
      lost: () => [...(bot.peer?.heard.values() ?? [])].reduce((all, { gaps }) => all + gaps.lost, 0),
    });
    return took;
  } catch (error) {
    return String(error);
  }
}

/** The same packets as one trainer's voice and camera: 50 and 40 a second. */
function feedJanus(): void {
  const socket = createSocket('udp4');
  const every = 20;
  const began = performance.now();
  let ticks = 0;
  let frames = 0;
  setInterval(() => {
    for (const due = Math.floor((performance.now() - began) / every); ticks < due; ) {
      ticks++;
      const voice = { ssrc: 1, payloadType: 111, sequence: ticks, timestamp: ticks * 960 };
      socket.send(rtpPacket(voice, Buffer.alloc(80), false, null), janusPorts.voice, '127.0.0.1');
      if (ticks % 5 === 0) continue;
      frames++;
      const picture = { ssrc: 2, payloadType: 96, sequence: frames, timestamp: frames * 2250 };
      socket.send(
        rtpPacket(picture, vp8Payload(frames % 100 === 1), true, null),
        janusPorts.picture,
        '127.0.0.1',
      );
    }
  }, every);
}
