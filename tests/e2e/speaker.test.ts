import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop } from '../helpers/chromium.ts';
import { giveTone } from '../helpers/tones.ts';

let bed: BrowserBed;
beforeAll(async () => {
  bed = await BrowserBed.begin();
});
afterAll(() => bed?.close());

test('[MEDIA16] who goes on speaking is brought into sight, but not for a short word', async () => {
  const others = await Promise.all([0, 1].map((place) => bed.socket(bed.trainerLink(place))));
  await others[0]?.must({ feature: 'session', type: 'start' });
  for (const other of others) await other.must({ feature: 'stage', type: 'setMicrophone', on: true });
  const trainer = await bed.enter(bed.trainerLink(2), {
    size: laptop,
    prepare: (context) => giveTone(context, 440),
  });
  const member = await bed.enter(bed.enterpriseLink());
  const people = member.locator('li[data-performer]');
  await people.nth(1).waitFor();

  const watch = await member.evaluateHandle(() => {
    const row = document.querySelector('li[data-performer]')?.parentElement;
    if (!row) throw new Error('Nobody is there.');
    const seen = { markedAt: 0, movedAt: 0, startedAt: row.scrollLeft };
    const look = () => {
      if (row.querySelector('[data-speaking]')) seen.markedAt ||= performance.now();
    };
    new MutationObserver(look).observe(row, { subtree: true, childList: true, attributes: true });
    row.addEventListener('scroll', () => {
      seen.movedAt ||= performance.now();
    });
    return seen;
  });
  await trainer.getByRole('button', { name: '发言', exact: true }).click();
  const speaker = member.locator('li[data-speaking]');
  await speaker.waitFor();
  const wholeInSight = () =>
    speaker.evaluate((person) => {
      const [inner, outer] = [person, person.parentElement ?? person].map((e) => e.getBoundingClientRect());
      return !!inner && !!outer && inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
    });
  await expect.poll(wholeInSight).toBe(true);
  const { markedAt, movedAt, startedAt } = await watch.jsonValue();
  expect(startedAt).toBe(0);
  // A task that is late may count from a little before the mark was drawn.
  expect(movedAt - markedAt).toBeGreaterThan(900);
  expect(bed.problems).toEqual([]);
});
