import { expect, test } from 'vitest';
import type { Left } from './RoomBed.ts';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();

const say = (text: string) => ({ feature: 'chat', type: 'send', text }) as const;
const textsIn = (left: readonly Left[]): string[] =>
  left.flatMap((l) =>
    l.what === 'events' ? l.batch.events.flatMap((e) => (e.type === 'said' ? e.message.text : [])) : [],
  );
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test('[ROOM1] nothing leaves before its row is durable: Events, replies, snapshots, and Refusals that depend on it', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();
  at.bed.left.length = 0;

  const release = process.journal.hold();
  const told = trainer.ask(say('one'), 'command-one');
  const opened = trainer.ask({ feature: 'session', type: 'openLobby' }, 'command-open');
  // Right only because of the Command before it, and so no earlier than it.
  const again = trainer.ask({ feature: 'session', type: 'openLobby' }, 'command-again');
  const late = process.enter(room, 'p-late', 'member', 'e-pine');
  for (let turn = 0; turn < 20; turn++) await nextTurn();
  expect(at.bed.left).toEqual([]);

  release();
  expect(await told).toEqual({ ok: true });
  expect(await opened).toEqual({ ok: true });
  expect(await again).toEqual({ ok: false, refusal: 'alreadyDone' });
  await room.settled();
  const order = at.bed.left.flatMap((l) => {
    if (l.what === 'events')
      return l.batch.events.filter((e) => ['said', 'phaseChanged'].includes(e.type)).map((e) => e.type);
    if (l.what === 'reply') return l.command;
    if (l.what === 'snapshot') return l.seat === late.id ? l.what : [];
    return l.what;
  });
  expect(order).toEqual([
    'durable',
    'said',
    'command-one',
    'durable',
    'phaseChanged',
    'command-open',
    'command-again',
    'snapshot',
  ]);
  expect(late.view?.session.phase).toBe('lobby');
});

test('[ROOM1] whatever is asked at once leaves in the order of the Journal', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const seats = ['p-ann', 'p-bob', 'p-eve'].map((id) => process.enter(room, id, 'trainer'));
  await room.settled();
  at.bed.left.length = 0;
  const replies = Array.from({ length: 200 }, (_, n) => seats[n % 3]?.ask(say(`text ${n}`), `command-${n}`));
  await Promise.all(replies);

  const journaled: { text: string; seq: number; id: string }[] = [];
  for await (const row of at.bed.postgres.read('room-1', 0)) {
    const command = row.command as { type: string; text?: string };
    if (command.type === 'send')
      journaled.push({ text: command.text ?? '', seq: row.seq, id: row.commandId });
  }
  expect(textsIn(at.bed.left)).toEqual(journaled.map(({ text }) => text));
  const place = (found: (l: Left) => boolean) => at.bed.left.findIndex(found);
  for (const { text, seq, id } of journaled) {
    const durable = place((l) => l.what === 'durable' && l.seqs.includes(seq));
    const event = place((l) => textsIn([l]).includes(text));
    const reply = place((l) => l.what === 'reply' && l.command === id);
    expect(durable).toBeGreaterThanOrEqual(0);
    expect(event).toBeGreaterThan(durable);
    expect(reply).toBeGreaterThan(event);
  }
});

test('[ROOM2] an idle Room commits at once; what arrives meanwhile goes down together in the next commit', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();
  const { appends } = process.journal;
  appends.length = 0;

  const release = process.journal.hold();
  const replies = [trainer.ask(say('first'))];
  expect(appends.map((rows) => rows.length)).toEqual([1]);
  for (let n = 0; n < 50; n++) replies.push(trainer.ask(say(`more ${n}`)));
  expect(appends).toHaveLength(1);
  release();
  await Promise.all(replies);
  expect(appends.map((rows) => rows.length)).toEqual([1, 50]);

  for (let n = 0; n < 3; n++) await trainer.ask(say(`alone ${n}`));
  expect(appends.slice(2).map((rows) => rows.length)).toEqual([1, 1, 1]);
});
