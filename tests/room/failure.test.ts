import { expect, test } from 'vitest';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();
const say = (text: string) => ({ feature: 'chat', type: 'send', text }) as const;

test('[ROOM4] after a failed append the Room is what the Journal says: what nobody was told of is not there', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await trainer.ask(say('kept'));
  at.bed.left.length = 0;

  process.journal.failNext({ written: false });
  void trainer.ask(say('lost'), 'lost-command-id');
  void trainer.ask({ feature: 'session', type: 'start' });
  process.enter(room, 'p-late', 'member');
  await room.settled();
  // Neither an Event, nor a reply, nor a snapshot: only the connections end, to come back by themselves.
  expect(at.bed.left.map((l) => l.what)).toEqual(['dropped', 'dropped']);
  expect(room.isOpen).toBe(false);

  const recovered = await process.room();
  expect(recovered).not.toBe(room);
  const back = process.enter(recovered, 'p-trainer', 'trainer');
  await recovered.settled();
  expect(back.view?.chat?.messages.map(({ text }) => text)).toEqual(['kept']);
  expect(back.view?.session.phase).toBe('scheduled');
  expect(back.view?.people.counts).toMatchObject({ staff: 1, members: 0 });
  expect(await back.ask(say('lost'), 'lost-command-id')).toEqual({ ok: true });
  expect(back.view?.chat?.messages.map(({ text }) => text)).toEqual(['kept', 'lost']);
});

test('[ROOM4] an append that failed only for us counts once when it is sent again', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  await room.settled();
  process.journal.failNext({ written: true });
  void trainer.ask(say('there after all'), 'doubtful-command');
  await room.settled();
  expect(trainer.ending).toBe('dropped');

  const recovered = await process.room();
  const back = process.enter(recovered, 'p-trainer', 'trainer');
  expect(await back.ask(say('there after all'), 'doubtful-command')).toEqual({ ok: true });
  expect(back.view?.chat?.messages).toHaveLength(1);
});

test('[ROOM5] when another owner has the Room, the first one’s next write ends it there, and is not tried again', async () => {
  const [first, second] = [at.bed.start(), at.bed.start()];
  const old = await first.room();
  const stale = first.enter(old, 'p-old', 'trainer');
  await old.settled();
  const room = await second.room();
  expect(room.epoch).toBe(old.epoch + 1);
  const fresh = second.enter(room, 'p-new', 'trainer');
  await fresh.ask(say('from the second owner'));

  const appends = first.journal.appends.length;
  void stale.ask(say('from the first owner'));
  await old.settled();
  expect(old.isOpen).toBe(false);
  expect(stale.ending).toBe('dropped');
  expect(first.journal.appends).toHaveLength(appends + 1);
  expect(at.bed.left.filter((l) => l.what === 'reply')).toHaveLength(1);
  expect(at.bed.logged.at(-1)).toMatchObject({ level: 50, msg: 'another node owns this Room' });

  expect(await fresh.ask(say('still here'))).toEqual({ ok: true });
  expect(fresh.view?.chat?.messages.map(({ text }) => text)).toEqual(['from the second owner', 'still here']);
});
