import { describe, expect, it } from 'vitest';
import type { PlannedPoll } from '#shared/features/polls.ts';
import { asked, changeOption, createdPoll, emptyDraft, removeOption } from './draft.ts';

describe('a question written on the spot', () => {
  it('is asked once it has a text and two answers, without blanks', () => {
    expect(asked(emptyDraft)).toBeNull();
    expect(asked({ question: 'Ready?', options: ['Yes', '  '], anonymous: false })).toBeNull();
    expect(asked({ question: ' ', options: ['Yes', 'No'], anonymous: false })).toBeNull();
    expect(asked({ question: ' Ready? ', options: ['Yes', '', ' No '], anonymous: true })).toEqual({
      question: 'Ready?',
      options: ['Yes', 'No'],
      anonymous: true,
    });
  });

  it('changes one answer, and takes one away', () => {
    const draft = { question: '', options: ['a', 'b', 'c'], anonymous: false };
    expect(changeOption(draft, 1, 'B').options).toEqual(['a', 'B', 'c']);
    expect(removeOption(draft, 0).options).toEqual(['b', 'c']);
  });
});

describe('the poll that came of it', () => {
  const poll = (id: string, en: string): PlannedPoll => ({
    id,
    question: { zh: en, en },
    options: [],
    anonymous: false,
    resultsShown: false,
    quiz: null,
  });

  it('is the new one with that question', () => {
    const before = [poll('poll-1', 'Ready?')];
    expect(createdPoll(before, [...before, poll('poll-2', 'Ready?')], 'Ready?')?.id).toBe('poll-2');
    expect(createdPoll(before, [...before, poll('poll-2', 'Late?')], 'Ready?')).toBeUndefined();
    expect(createdPoll(before, before, 'Ready?')).toBeUndefined();
  });
});
