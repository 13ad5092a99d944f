import { describe, expect, it } from 'vitest';
import type { PollView } from '#shared/features/polls.ts';
import { doneAfter, doneAtFirst, pollBeforeClass } from './beforeClass.ts';

const poll = (id: string, more: Partial<PollView> = {}): PollView => ({
  id,
  question: { zh: '', en: '' },
  options: [],
  anonymous: false,
  resultsShown: true,
  bytes: 0,
  isQuiz: false,
  open: false,
  answered: 0,
  people: 0,
  counts: [1, 2],
  answer: null,
  myVote: null,
  staff: null,
  ...more,
});
const opened = (id: string) => poll(id, { open: true });
const hidden = (id: string) => poll(id, { counts: null, resultsShown: false });
const none: ReadonlySet<string> = new Set();

/** Goes through what a screen sees, and says which poll it shows after each step. */
function watch(...steps: { polls: PollView[]; wentOn?: boolean; putAway?: string }[]): (string | null)[] {
  let done = none;
  let before: PollView[] = [];
  return steps.map(({ polls, wentOn = false, putAway }) => {
    done = doneAfter(done, before, polls, wentOn);
    if (putAway) done = new Set([...done, putAway]);
    before = polls;
    return pollBeforeClass(polls, done)?.id ?? null;
  });
}

describe('the poll before the class', () => {
  it('is the open one, then its results until the class goes on', () => {
    const [first, closed] = [opened('one'), poll('one')];
    expect(watch({ polls: [first] }, { polls: [closed] }, { polls: [closed], wentOn: true })).toEqual([
      'one',
      'one',
      null,
    ]);
  });

  it('is none while results are hidden, and comes when they are shown, also later', () => {
    expect(
      watch(
        { polls: [opened('one')] },
        { polls: [hidden('one')] },
        { polls: [hidden('one')], wentOn: true },
        { polls: [poll('one')] },
      ),
    ).toEqual(['one', null, null, 'one']);
  });

  it('does not go back to an older one that the class has seen', () => {
    expect(
      watch(
        { polls: [poll('one')] },
        { polls: [poll('one'), opened('two')] },
        { polls: [poll('one'), hidden('two')] },
      ),
    ).toEqual(['one', 'two', null]);
  });

  it('is the one whose results were shown last, whichever was opened last', () => {
    expect(
      watch(
        { polls: [hidden('one'), hidden('two')] },
        { polls: [hidden('one'), poll('two')] },
        { polls: [poll('one'), poll('two')] },
      ),
    ).toEqual([null, 'two', 'one']);
  });

  it('stays away once put away, until its results are shown anew', () => {
    expect(
      watch(
        { polls: [poll('one')], putAway: 'one' },
        { polls: [poll('one', { answered: 3 })] },
        { polls: [hidden('one')] },
        { polls: [poll('one')] },
      ),
    ).toEqual([null, null, null, 'one']);
  });
});

describe('who comes late', () => {
  it('sees results of before only while the class is at its polls', () => {
    expect([...doneAtFirst([poll('one'), opened('two')], 'slides')]).toEqual(['one']);
    expect([...doneAtFirst([poll('one')], null)]).toEqual(['one']);
    expect([...doneAtFirst([poll('one')], 'quiz')]).toEqual([]);
  });
});
