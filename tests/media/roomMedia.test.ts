import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { MediaRequest } from '#shared/media.ts';
import type { MediaServer } from '../../server/src/media/MediaServer.ts';
import { vp8Parameters } from '../helpers/rtpPackets.ts';
import { MediaClass, startMedia } from './MediaClass.ts';

let server: MediaServer;
let room: MediaClass;
/** What the server's log has said, from its warnings on. */
const warnings: string[] = [];

beforeAll(async () => {
  server = await startMedia(
    2,
    pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) }),
  );
});
afterAll(() => server.close());
afterEach(() => room.close());

test('[MEDIA1] a trainer is heard and seen by members and observers, and members are not', async () => {
  room = new MediaClass(server);
  room.begin();
  const trainer = await room.join('trainer', 'trainer');
  const member = await room.join('member', 'member', 'e1');
  const observer = await room.join('observer', 'observer');
  await room.speak(trainer, 'trainer');
  await room.show(trainer, 'trainer');
  for (const listener of [member, observer]) {
    await listener.hears('trainer', 'microphone');
    await listener.hears('trainer', 'camera');
  }
  await expect(member.send('microphone')).rejects.toThrow('notAllowed');
  expect(trainer.offered).toEqual([]);
});

test('[MEDIA3] going into a Breakout and back keeps the microphone, and each hears only their own Space', async () => {
  room = new MediaClass(server);
  room.begin();
  const [ann, ben, cat, trainer] = await Promise.all([
    room.join('ann', 'member', 'e1'),
    room.join('ben', 'member', 'e1'),
    room.join('cat', 'member', 'e2'),
    room.join('trainer', 'trainer'),
  ]);
  await room.speak(trainer, 'trainer');
  room.place({ ann: 'group:a', ben: 'group:a', cat: 'group:b' });
  await room.speak(ann, 'ann');
  await ben.hears('ann', 'microphone');
  await room.media.settled();
  expect(ann.offered).toEqual([]);
  expect(ben.offered).toEqual(['ann microphone']);
  expect(cat.offered).toEqual([]);

  room.place({ trainer: 'group:b' });
  await cat.hears('trainer', 'microphone');

  const microphone = [...room.media.seats.values()]
    .find((s) => s.participantId === 'ann')
    ?.producers.get('microphone');
  room.place({ ann: 'plenary', ben: 'plenary', cat: 'plenary', trainer: 'plenary' });
  await Promise.all([ann, ben, cat].map((peer) => peer.hears('trainer', 'microphone')));
  await room.media.settled();
  expect(ben.offered).toEqual(['trainer microphone']);
  expect(microphone?.closed).toBe(false);
  expect(microphone?.paused).toBe(true);

  room.place({ ann: 'group:a', ben: 'group:a' });
  room.do('ann', { feature: 'stage', type: 'setMicrophone', on: true });
  await ben.hears('ann', 'microphone');
  expect(microphone?.paused).toBe(false);
});

test('[MEDIA14] once the class is closed nobody is sent anything, and no transport is left or given', async () => {
  room = new MediaClass(server);
  room.begin();
  const [trainer, member] = await Promise.all([room.join('trainer', 'trainer'), room.join('member')]);
  await room.speak(trainer, 'trainer');
  await member.hears('trainer', 'microphone');
  const [transport] = [...room.media.seats.values()].flatMap((seat) => seat.transports);
  // One who comes in at this very moment is too late as well.
  const lateSeat = room.open('late');
  const late = room.media.request(lateSeat, { type: 'start' });
  room.system({ feature: 'people', type: 'phaseChanged', phase: 'closed' });
  expect(transport?.closed).toBe(true);
  expect(await late).toEqual({ ok: false, refusal: 'notNow' });
  await room.media.settled();
  expect([...room.media.seats.values()].flatMap((seat) => seat.transports)).toEqual([]);
  expect(await room.media.routers.all()).toEqual([]);
  expect(await room.media.request(lateSeat, { type: 'start' })).toEqual({ ok: false, refusal: 'notNow' });

  // A class that goes on after all has its media again.
  room.begin();
  expect(await room.media.request(lateSeat, { type: 'start' })).toMatchObject({ ok: true });
});

test('[MEDIA4] muting stops the packets at once, and unmuting needs no new Consumer', async () => {
  room = new MediaClass(server);
  room.begin();
  const [trainer, member] = await Promise.all([room.join('trainer', 'trainer'), room.join('member')]);
  await room.speak(trainer, 'trainer');
  await room.show(trainer, 'trainer');
  await member.hears('trainer', 'microphone');
  room.do('trainer', { feature: 'stage', type: 'setMicrophone', on: false });
  await member.until(() => member.notices.some((n) => n.type === 'consumerPaused'), 'paused');
  // What was on its way already may still come; then there is none for ten pictures.
  await expect
    .poll(async () => {
      const before = member.packetsFrom('trainer', 'microphone');
      await member.hears('trainer', 'camera', 10);
      return member.packetsFrom('trainer', 'microphone') - before;
    })
    .toBe(0);
  const added = member.notices.filter((n) => n.type === 'consumersAdded').length;
  room.do('trainer', { feature: 'stage', type: 'setMicrophone', on: true });
  await member.hears('trainer', 'microphone');
  expect(member.notices.filter((n) => n.type === 'consumersAdded')).toHaveLength(added);
});

test('[MEDIA5] the Seat that begins last takes microphone and camera from the other', async () => {
  room = new MediaClass(server);
  room.begin();
  const laptop = await room.join('trainer', 'trainer');
  const member = await room.join('member');
  await room.speak(laptop, 'trainer');
  await room.show(laptop, 'trainer');
  await member.hears('trainer', 'camera');

  const phone = room.peer(room.open('trainer', 'trainer'));
  expect((await phone.start()).devicesElsewhere).toBe(true);
  await phone.send('microphone');
  await laptop.until(
    () => laptop.notices.filter((n) => n.type === 'producerClosed').length === 2,
    'both taken',
  );
  await member.hears('trainer', 'microphone');
  await room.media.settled();
  expect(member.offered).toEqual(['trainer microphone']);
  expect(phone.offered).toEqual([]);
});

test('[MEDIA5] a Seat that leaves while it begins to send takes nothing over', async () => {
  room = new MediaClass(server);
  room.begin();
  const seatId = room.open('trainer', 'trainer');
  const peer = room.peer(seatId);
  await peer.start();
  const levels = room.media.seats.get(seatId)?.router?.levels;
  if (!levels) throw new Error('The Seat has no Router.');
  const add = levels.addProducer.bind(levels);
  levels.addProducer = (options) => {
    const added = add(options);
    room.leave(seatId);
    return added;
  };
  await expect(room.speak(peer, 'trainer')).rejects.toThrow('notNow');
  levels.addProducer = add;
  const next = room.peer(room.open('trainer', 'trainer'));
  expect((await next.start()).devicesElsewhere).toBe(false);
});

test('[QUALITY1] what a Seat had still to say when it left is not kept of somebody who is gone', async () => {
  room = new MediaClass(server);
  room.begin();
  const seatId = room.open('trainer', 'trainer');
  const asked = (['start', 'report'] as const).map((type) =>
    room.media.request(seatId, type === 'start' ? { type } : { type, roundTrip: 20, loss: 0, kbit: 100 }),
  );
  room.leave(seatId);
  await Promise.all(asked);
  expect([...room.media.qualities.keys()]).toEqual([]);
});

test('[MEDIA6] people who sit in one room hear through one device', async () => {
  room = new MediaClass(server);
  room.begin();
  const [trainer, loud, quiet] = await Promise.all([
    room.join('trainer', 'trainer'),
    room.join('loud', 'member', 'e1'),
    room.join('quiet', 'member', 'e1'),
  ]);
  await room.speak(trainer, 'trainer');
  await room.show(trainer, 'trainer');
  await quiet.hears('trainer', 'microphone');
  room.silence(['quiet']);
  await room.media.settled();
  expect(quiet.offered).toEqual(['trainer camera']);
  await loud.hears('trainer', 'microphone');
  room.silence([]);
  await quiet.hears('trainer', 'microphone');
});

test('an Enterprise shares a worker, and what crosses workers is piped once and closed when unused', async () => {
  room = new MediaClass(server);
  room.begin();
  const trainer = await room.join('trainer', 'trainer');
  await room.speak(trainer, 'trainer');
  const members = await Promise.all(
    ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => room.join(id, 'member', `e-${id[0]}`)),
  );
  for (const member of members) await member.hears('trainer', 'microphone');
  const seats = [...room.media.seats.values()];
  const workersOf = (enterprise: string) =>
    new Set(seats.filter((s) => s.participantId.startsWith(enterprise)).map((s) => s.worker?.index));
  expect(workersOf('a').size).toBe(1);
  expect(workersOf('b').size).toBe(1);
  expect(workersOf('b')).not.toEqual(workersOf('a'));
  const piped = async () => {
    const routers = await room.media.routers.all();
    const pipes = await Promise.all(routers.flatMap((r) => [...r.pipes.values()]));
    return pipes.flatMap((pipe) => pipe.producerIds).length;
  };
  await room.media.settled();
  expect(await piped()).toBe(1);
  room.place(Object.fromEntries(['a1', 'a2', 'a3', 'b1', 'b2', 'b3'].map((id) => [id, 'group:x'])));
  await room.media.settled();
  expect(await piped()).toBe(0);
});

test('[MEDIA8] a worker that is killed is replaced, and its people are back by themselves', async () => {
  room = new MediaClass(server);
  room.begin();
  const [trainer, a, b] = await Promise.all([
    room.join('trainer', 'trainer'),
    room.join('a', 'member', 'e1'),
    room.join('b', 'member', 'e2'),
  ]);
  await room.speak(trainer, 'trainer');
  for (const peer of [a, b]) await peer.hears('trainer', 'microphone');
  const home = [...room.media.seats.values()].find((s) => s.participantId === 'trainer')?.worker;

  process.kill(home?.worker.pid ?? 0, 'SIGKILL');
  await trainer.until(() => trainer.notices.some((n) => n.type === 'transportsLost'), 'the loss');
  const lost = [trainer, a, b].filter((peer) => peer.notices.some((n) => n.type === 'transportsLost'));
  await Promise.all(lost.map((peer) => peer.start()));
  await trainer.send('microphone');
  for (const peer of [a, b]) await peer.hears('trainer', 'microphone');
  await expect.poll(() => server.workersAlive()).toBe(2);
});

test('[MEDIA9] who speaks is told to their Space and nowhere else', async () => {
  room = new MediaClass(server);
  room.begin();
  const [ann, ben, cat] = await Promise.all([
    room.join('ann', 'member', 'e1'),
    room.join('ben', 'member', 'e1'),
    room.join('cat', 'member', 'e2'),
  ]);
  room.place({ ann: 'group:a', ben: 'group:a', cat: 'group:b' });
  await room.speak(ann, 'ann');
  const told = (peer: typeof ben) =>
    peer.notices.flatMap((n) => (n.type === 'speaking' ? [n.participantIds] : []));
  await ben.until(() => told(ben).some((ids) => ids.join() === 'ann'), 'ann speaks');
  ann.level = 127;
  await ben.until(() => told(ben).at(-1)?.length === 0, 'ann is silent');
  expect(told(cat)).toEqual([]);
});

test('[MEDIA2] of five open microphones a group hears the three that spoke last', async () => {
  room = new MediaClass(server);
  room.begin();
  const ids = ['p1', 'p2', 'p3', 'p4', 'p5', 'viewer'];
  const peers = await Promise.all(ids.map((id) => room.join(id, 'member', 'e1')));
  room.place(Object.fromEntries(ids.map((id) => [id, 'group:a'])));
  const speakers = peers.slice(0, 5);
  for (const peer of speakers) peer.level = 127;
  await Promise.all(speakers.map((peer, i) => room.speak(peer, ids[i] ?? '')));
  const viewer = peers[5];
  if (!viewer) throw new Error('no viewer');
  for (const index of [3, 4]) {
    const speaker = speakers[index];
    if (speaker) speaker.level = 20;
    await viewer.hears(ids[index] ?? '', 'microphone');
    if (speaker) speaker.level = 127;
  }
  await room.media.settled();
  expect(viewer.offered).toHaveLength(3);
  expect(viewer.offered).toContain('p4 microphone');
  expect(viewer.offered).toContain('p5 microphone');
});

test.each([
  ['the one who sends it', 'trainer'],
  ['the one who receives it', 'member'],
])(
  '[MEDIA7] %s may go while a picture is being given, and the worker is asked for nothing that is gone',
  async (_, who) => {
    room = new MediaClass(server);
    room.begin();
    // On one worker: what goes there is gone at once.
    const trainer = await room.join('trainer', 'trainer', 'e1');
    await room.join('member', 'member', 'e1');
    const seatOf = (id: string) => [...room.media.seats.values()].find((seat) => seat.participantId === id);
    const leaving = seatOf(who)?.seatId ?? '';
    const [receiving] = seatOf('member')?.transports ?? [];
    warnings.length = 0;
    const given = new Promise<void>((resolve) =>
      receiving?.observer.once('newconsumer', () => {
        room.leave(leaving);
        resolve();
      }),
    );
    room.do('trainer', { feature: 'stage', type: 'setCamera', on: true });
    await Promise.all([given, trainer.send('camera')]);
    await room.media.settled();
    expect(warnings.filter((line) => line.includes('request failed'))).toEqual([]);
  },
);

test('[MEDIA10] a hundred and twenty people who come at once all get voice and picture', async () => {
  room = new MediaClass(server);
  room.begin();
  const trainer = await room.join('trainer', 'trainer');
  await room.speak(trainer, 'trainer');
  await room.show(trainer, 'trainer');
  const crowd = Array.from({ length: 120 }, (_, i) => room.join(`m${i}`, 'member', `e${i % 10}`));
  const peers = await Promise.all(crowd);
  await Promise.all(
    peers.flatMap((peer) => [peer.hears('trainer', 'microphone'), peer.hears('trainer', 'camera')]),
  );
  const byWorker = [...room.media.seats.values()].map((seat) => seat.worker?.index);
  for (const index of [0, 1]) expect(byWorker.filter((i) => i === index).length).toBeGreaterThan(40);
});

test('[MEDIA13] what a client asks wrongly is answered, and harms nobody', async () => {
  room = new MediaClass(server);
  room.begin();
  const [trainer, member] = await Promise.all([room.join('trainer', 'trainer'), room.join('member')]);
  await room.speak(trainer, 'trainer');
  await member.hears('trainer', 'microphone');
  const seatId = [...room.seats].find(([, who]) => who === 'trainer')?.[0] ?? '';
  const ask = async (request: MediaRequest) => {
    const answer = await room.media.request(seatId, request);
    return answer.ok ? 'ok' : answer.refusal;
  };
  const unknown = '00000000-0000-4000-8000-000000000000';
  expect(await ask({ type: 'restartIce', transportId: unknown })).toBe('notFound');
  expect(await ask({ type: 'setPreferredLayers', consumerId: unknown, spatialLayer: 0 })).toBe('notFound');
  expect(await ask({ type: 'resumeConsumers', consumerIds: [unknown] })).toBe('ok');
  room.do('trainer', { feature: 'stage', type: 'setCamera', on: true });
  const camera = vp8Parameters([7], 'camera');
  const noCodec = {
    ...camera,
    codecs: [{ ...camera.codecs[0], mimeType: 'video/none', clockRate: 1, payloadType: 96 }],
  };
  expect(await ask({ type: 'produce', source: 'camera', rtpParameters: noCodec })).toBe('failed');
  expect(await ask({ type: 'produce', source: 'screen', rtpParameters: camera })).toBe('notAllowed');
  const odd = {
    codecs: [{ kind: 'audio' as const, mimeType: 'nothing', clockRate: 1, preferredPayloadType: 1 }],
  };
  expect(await ask({ type: 'receive', rtpCapabilities: odd })).toBe('failed');

  const flood = Array.from({ length: 200 }, () => ask({ type: 'openSending' }));
  expect((await Promise.all(flood)).filter((answer) => answer === 'tooFast').length).toBeGreaterThan(100);
  expect(await room.media.request('nobody', { type: 'start' })).toEqual({ ok: false, refusal: 'notNow' });
  await trainer.start();
  await trainer.send('microphone');
  await member.hears('trainer', 'microphone');
  expect(server.workersAlive()).toBe(2);
});

test('[QUALITY1] staff, and they alone, are told how the class arrives at people’s devices, also when they come late', async () => {
  room = new MediaClass(server);
  room.begin();
  const [ann, early] = [await room.join('ann', 'member', 'e1'), await room.join('early', 'trainer')];
  const bystander = await room.join('ben', 'member', 'e1');
  const told = (peer: typeof ann) => peer.notices.filter(({ type }) => type === 'qualities');
  await ann.ask({ type: 'setMode', mode: 'light' });
  await ann.ask({ type: 'report', roundTrip: 250, loss: 0.06, kbit: 180 });
  const expected = { roundTrip: 250, loss: 0.06, kbit: 180, mode: 'light', layer: null };

  await early.until(() => told(early).length === 1, 'the report of ann');
  expect(told(early)).toEqual([{ type: 'qualities', people: { ann: expected } }]);
  // Only now, or who is late would be told with the others as well.
  const late = await room.join('late', 'moderator');
  expect(told(late)).toEqual([{ type: 'qualities', people: { ann: expected } }]);

  const [seat = ''] = [...room.seats].find(([, id]) => id === 'ann') ?? [];
  room.leave(seat);
  await early.until(() => told(early).length === 2, 'that ann is gone');
  expect(told(early)[1]).toEqual({ type: 'qualities', people: { ann: null } });
  expect(told(bystander)).toEqual([]);
});
