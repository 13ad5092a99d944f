import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { maxFieldLength } from '#shared/documents.ts';
import { useRoomBed } from '../room/useRoomBed.ts';
import { DocumentBed } from './DocumentBed.ts';
import { SyncDevice } from './SyncDevice.ts';

const suite = useRoomBed();
let class1: DocumentBed;
let anna: SyncDevice;
let bo: SyncDevice;

beforeEach(async () => {
  class1 = await DocumentBed.begin(suite.bed);
  // A device tries again after a second; here that is as soon as there is nothing else to do.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  anna = new SyncDevice(class1, 'anna');
  bo = new SyncDevice(class1, 'bo');
  await become(() => anna.sync.state.at === 'open' && bo.sync.state.at === 'open', 'open');
});
afterEach(async () => {
  vi.useRealTimers();
  await class1.documents.close();
});

/** Waits for a fact, with the devices' time going by whenever nothing else does. */
async function become(fact: () => boolean, what: string): Promise<void> {
  const until = performance.now() + 20_000;
  for (let turn = 1; performance.now() < until; turn++) {
    if (fact()) return;
    await class1.quiet();
    if (turn % 50 === 0) vi.advanceTimersByTime(1_000);
  }
  throw new Error(`It did not become ${what}.`);
}
const isSaved = (device: SyncDevice) => !device.sync.state.isUnsent;

test('[TEXT13] what is typed without a network is sent when it is back, as one message', async () => {
  anna.cut();
  for (const letter of 'offline') anna.type(letter);
  expect(anna.sync.state).toMatchObject({ isOnline: false, isUnsent: true });
  bo.type('online ');
  await become(() => isSaved(bo), 'saved');
  const before = class1.updates.appends.flat().length;
  anna.mend();
  await become(() => isSaved(anna) && bo.text === anna.text, 'one text');
  expect([...bo.text].sort()).toEqual([...'offlineonline '].sort());
  expect(class1.updates.appends.flat().length - before).toBe(1);
});

test('[TEXT17] when only the answer is lost, what was sent is sent again and counts once', async () => {
  anna.cutBeforeAnswer();
  anna.type('once');
  await become(() => !anna.sync.state.isOnline, 'offline');
  expect(anna.sync.state.isUnsent).toBe(true);
  anna.mend();
  await become(() => isSaved(anna), 'saved');
  expect(bo.text).toBe('once');
  expect(await class1.rows()).toHaveLength(1);
});

test('[TEXT11] a device sends again what a failed write has lost, by itself', async () => {
  class1.updates.failNext({ written: false });
  anna.type('first');
  anna.type(' second');
  await become(() => isSaved(anna) && bo.text === 'first second', 'saved');
  expect(anna.sync.state.lost).toBeNull();
  expect((await class1.rows()).map(({ author }) => author)).toEqual(['anna']);
});

test('[TEXT5] what a lock kept from being sent is sent when it is unlocked', async () => {
  anna.cut();
  anna.type('typed before the lock was known');
  class1.lock(true);
  await class1.room.settled();
  anna.mend();
  await become(
    () => anna.sync.state.isOnline && anna.sync.state.at === 'open' && !anna.sync.state.mayWrite,
    'locked',
  );
  expect(anna.sync.state.isUnsent).toBe(true);
  expect(bo.text).toBe('');
  class1.lock(false);
  await become(() => isSaved(anna), 'saved');
  expect(bo.text).toBe('typed before the lock was known');
});

test('[TEXT8] whose words did not fit is told so, and has what everybody has', async () => {
  anna.cut();
  anna.type('x'.repeat(maxFieldLength - 10));
  bo.type('y'.repeat(100));
  await become(() => isSaved(bo), 'saved');
  anna.mend();
  await become(() => anna.sync.state.lost === 'fieldFull' && anna.sync.state.at === 'open', 'told');
  expect(anna.text).toBe(bo.text);
  expect(anna.kept).toEqual([]);
  anna.type(' short');
  await become(() => isSaved(anna) && bo.text.endsWith(' short'), 'saved');
  expect(anna.sync.state.lost).toBeNull();
});

test('[TEXT13] a later page sends what an earlier one could not', async () => {
  anna.type('saved, ');
  await become(() => isSaved(anna), 'saved');
  anna.cut();
  anna.type('kept');
  anna.newPage();
  anna.type('new ', 0);
  await become(() => isSaved(anna) && anna.sync.state.at === 'open' && bo.text === anna.text, 'one text');
  expect(bo.text.replace('new ', '')).toBe('saved, kept');
  expect(anna.kept).toEqual([]);
});

test('[TEXT7] a kept text that fits nothing any more is dropped, and said to be', async () => {
  anna.cut();
  const stranger = new Y.Doc();
  stranger.getText('purpose').insert(0, 'unknown');
  const before = Y.encodeStateVector(stranger);
  stranger.getText('purpose').insert(7, ' and more');
  anna.kept = [Y.encodeStateAsUpdate(stranger, before)];
  anna.newPage();
  await become(() => anna.sync.state.lost === 'discarded' && anna.sync.state.at === 'open', 'told');
  expect(anna.kept).toEqual([]);
  anna.type('fine');
  await become(() => isSaved(anna) && bo.text === 'fine', 'saved');
});

test('[TEXT14] what others write is held back while an input method composes', async () => {
  const release = anna.sync.hold();
  bo.type('theirs');
  await become(() => isSaved(bo), 'saved');
  expect(anna.text).toBe('');
  anna.type('字');
  release();
  expect(anna.text).toContain('theirs');
  await become(() => isSaved(anna) && bo.text === anna.text, 'one text');
});

test('a document is closed when nobody looks at it and all is sent, not before', async () => {
  const release = class1.updates.hold();
  anna.type('last words');
  anna.sync.leave();
  await class1.quiet();
  expect(anna.hasEnded).toBe(false);
  release();
  await become(() => anna.hasEnded, 'ended');
  expect(bo.text).toBe('last words');
});

type Step = readonly ['type' | 'cut' | 'mend' | 'newPage' | 'loseAnswer' | 'failWrite' | 'pause', number];
const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom(
    'type',
    'type',
    'type',
    'type',
    'cut',
    'mend',
    'newPage',
    'loseAnswer',
    'failWrite',
    'pause',
  ),
  fc.nat(1_000),
);

test('[TEXT1] [TEXT11] [TEXT13] after any story of outages and failures all have everything that was typed', async () => {
  let typed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      for (const [what, number] of steps) {
        const device = number % 2 ? anna : bo;
        switch (what) {
          case 'type':
            typed += 1;
            device.type(`<${typed}>`, number % (device.text.length + 1));
            break;
          case 'cut':
          case 'mend':
          case 'newPage':
            device[what]();
            break;
          case 'loseAnswer':
            device.cutBeforeAnswer();
            break;
          case 'failWrite':
            class1.updates.failNext({ written: number % 3 === 0 });
            break;
          case 'pause':
            await class1.quiet();
        }
      }
      const isDone = (device: SyncDevice) => {
        device.mend(); // An answer may still have been lost on the way.
        return isSaved(device) && device.sync.state.at === 'open';
      };
      await become(() => [anna, bo].every(isDone) && anna.text === bo.text, 'the same everywhere');
      for (const sign of '<>') expect(anna.text.split(sign)).toHaveLength(typed + 1);
      const onDisk = new Y.Doc();
      for (const { update } of await class1.rows()) Y.applyUpdate(onDisk, update);
      expect(onDisk.getText('purpose').toString()).toBe(anna.text);
    }),
    { numRuns: 40 },
  );
});
