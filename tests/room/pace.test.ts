import { expect, test } from 'vitest';
import { Outbox } from '../../server/src/room/Outbox.ts';
import { longestTask, longestTurn } from './longestTurn.ts';
import { useRoomBed } from './useRoomBed.ts';

const at = useRoomBed();

const people = 120;

test('[ROOM12] sending 120 views at once stalls nobody: no task is longer than 10 ms', async () => {
  const process = at.bed.start();
  const room = await process.room();
  const trainer = process.enter(room, 'p-trainer', 'trainer');
  for (let n = 0; n < people; n++) {
    const id = `p-member-${n}`;
    room.directory.set(id, `Member number ${n}`);
    process.enter(room, id, 'member', `enterprise-${n % 10}`);
  }
  await trainer.ask({ feature: 'session', type: 'start' });
  for (let n = 0; n < 60; n++)
    await trainer.ask({ feature: 'chat', type: 'send', text: `A text of everyday length, number ${n}` });

  const longest = await longestTurn(async () => {
    await trainer.ask({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
    at.bed.left.length = 0;
    const brief = 'What does your next meeting need?';
    await trainer.ask({ feature: 'breakouts', type: 'open', minutes: null, worksheetId: null, brief });
    await room.settled();
    expect(at.bed.left.filter((l) => l.what === 'snapshot')).toHaveLength(people);
    await trainer.ask({ feature: 'breakouts', type: 'close' });
    await room.settled();
  });
  expect(longest).toBeLessThan(longestTask);
});

test('[ROOM12] however much there is to send, others have their turn in between', async () => {
  const longest = await longestTurn(async () => {
    const outbox = new Outbox(
      async () => {},
      (error) => {
        throw error;
      },
    );
    const slow = () => {
      for (const end = performance.now() + 0.5; performance.now() < end; );
    };
    outbox.add(null, Array<() => void>(60).fill(slow));
    await outbox.settled();
  });
  expect(longest).toBeLessThan(longestTask);
});
