import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Draw } from './Draw.ts';
import { FakeClass } from './FakeClass.ts';
import { recordJournals } from './journals.ts';
import { enoughAccepted, LawRun } from './LawRun.ts';
import { type RuleName, rules } from './rules.ts';

vi.mock('../../server/src/room/features.ts', async (original) => {
  const { watched } = await import('./watchedFeatures.ts');
  return watched(await original());
});

/** Many more than are needed when every Command has its chance. */
const mostClasses = 400;
const seed = Number(process.env.LAW_SEED ?? Date.now() % 2 ** 31);

/**
 * The law: folding what a viewer was told equals a fresh View, whatever happens in a class.
 *
 * To add a feature: write `generators/<feature>.ts`, a table of all its Commands, and name it in
 * `generators/index.ts`; nothing compiles before. If Observers may read a text of it, say which in
 * `observer.ts`. At a release, `RECORD_JOURNALS=<version>` keeps some classes as journals.ts says.
 * A breach is printed as the shortest story that was found; `LAW_SEED=<seed>` plays the
 * same classes again.
 */
describe(`the law (LAW_SEED=${seed})`, () => {
  const run = new LawRun();
  const holds = (rule: RuleName) => {
    const story = run.breaches.get(rule);
    if (story) throw new Error(story);
  };

  beforeAll(() => {
    const play = fc.property(fc.gen(), (value) => {
      if (!run.isEnough) run.playClass(new Draw(value));
    });
    fc.assert(play, { seed, numRuns: mostClasses, endOnFailure: true });
    const version = process.env.RECORD_JOURNALS;
    if (version) recordJournals(version, run.journals);
    // Ten seconds of work; a machine with much else to do makes minutes of them.
  }, 300_000);

  test('[LAW1] folding what a viewer was told equals a fresh View', () => {
    holds('LAW1');
  });

  test(`[LAW2] every Command type is accepted at least ${enoughAccepted} times`, () => {
    expect(run.rare).toEqual([]);
  });

  test('[LAW3] deleting any one tell breaks the law', () => {
    expect(run.tells.size).toBeGreaterThan(0);
    expect(run.tells.useless).toEqual([]);
  });

  test.each(['moved', 'events', 'view'] as const)('[LAW3] not hearing any "%s" breaks the law', (deafTo) => {
    const broken = run.stories.some((steps) => {
      const room = new FakeClass({ deafTo });
      return steps.some((step) => rules.LAW1(room, room.take(step)) !== null);
    });
    expect(broken).toBe(true);
  });

  test('[LAW4] every State survives JSON', () => {
    holds('LAW4');
  });

  test('[LAW5] replaying the accepted Commands gives the same State, to the letter', () => {
    holds('LAW5');
  });

  test('[LAW6] a refused Command changes nothing', () => {
    holds('LAW6');
  });

  test('[ERASE1] the State names an erased person in the attendance alone', () => {
    holds('ERASE1');
  });

  test('[ERASE2] a Journal without the words of the erased is replayed to the same State', () => {
    holds('ERASE2');
  });

  test("[OBS1] an Observer's View holds counts: no names, answers, chat or groups", () => {
    holds('OBS1');
  });

  test('[ANON1] an anonymous answer is tied to nobody: not in the Journal, the State or an Event', () => {
    holds('ANON1');
  });
});
