import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Batches } from './Batches.ts';

test('waits for what was written so far, and for nothing that comes after it', async () => {
  let writes = 0;
  const writeOne = () =>
    batches.add(
      { doc: 'doc-1', seq: writes + 1, author: 'anna', update: new Uint8Array(), at: 0 },
      () => {},
      () => {},
    );
  const append = async () => {
    await setImmediate();
    writes += 1;
    if (writes < 1000) writeOne();
  };
  const batches = new Batches(append, (error) => {
    throw error;
  });
  writeOne();
  await batches.settled();
  expect(writes).toBeLessThan(10);
});
