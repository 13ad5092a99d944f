import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { emptyRoom } from '../../room/features.ts';
import { Removal } from './Removal.ts';

/** Follows a Room in which nothing is, while storage has the files of `deck-1`. */
function followed() {
  const found = Promise.withResolvers<string[]>();
  const forget = vi.fn(async (_id: string) => {});
  const removal = new Removal({
    kind: 'deck',
    log: pino({ level: 'silent' }),
    inRoom: ({ slides }) => slides.decks,
    kept: () => found.promise,
    forget,
    interrupted: async () => [],
  });
  const end = removal.follow({ id: 'room-1', state: emptyRoom, watch: () => () => {} });
  return { forget, end, found };
}

test('[SLIDES9] the files that a Room which is opened knows nothing of are deleted', async () => {
  const { forget, found } = followed();
  found.resolve(['deck-1']);
  await vi.waitFor(() => expect(forget).toHaveBeenCalledExactlyOnceWith('deck-1'), 20_000);
});

test('[SLIDES9] a Room that has ended meanwhile says nothing of what is in it by now, and deletes no files', async () => {
  const { forget, end, found } = followed();
  end();
  found.resolve(['deck-1']);
  await found.promise;
  await new Promise((resolve) => setImmediate(resolve));
  expect(forget).not.toHaveBeenCalled();
});
