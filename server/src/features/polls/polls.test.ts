import { expect, test } from 'vitest';
import { maxPolls, type PlannedPoll, pollsShown } from '#shared/features/polls.ts';
import { RoomStory } from '../../../../tests/helpers/RoomStory.ts';

const both = (text: string) => ({ zh: `中${text}`, en: text });
const poll = (id: string, more: Partial<PlannedPoll> = {}): PlannedPoll => ({
  id,
  question: both('Does your EIT meet weekly?'),
  options: ['Weekly', 'Monthly', 'Never'].map(both),
  anonymous: false,
  resultsShown: true,
  quiz: null,
  ...more,
});
const quiz = { option: 1, why: both('Asking who makes honest people fewer.') };

function aClass(...polls: PlannedPoll[]): RoomStory {
  const room = RoomStory.live();
  for (const id of ['anna-of-elm', 'bo-of-elm']) room.joins(id, 'member', 'elm');
  room.joins('chen-of-fir', 'member', 'fir');
  room.joins('observer', 'observer');
  for (const planned of polls) room.happens({ feature: 'polls', type: 'pollPlanned', poll: planned });
  return room;
}
const staff = (room: RoomStory, type: 'open' | 'close' | 'remove', pollId: string) =>
  room.asks('trainer', { feature: 'polls', type, pollId });
const shows = (room: RoomStory, pollId: string, shown: boolean) =>
  room.asks('trainer', { feature: 'polls', type: 'setResults', pollId, shown });
const votes = (room: RoomStory, who: string, option: number, pollId = 'poll-weekly') =>
  room.asks(who, { feature: 'polls', type: 'vote', pollId, option });
const seen = (room: RoomStory, who: string) => room.view(who).polls.opened.at(-1);
const plannedIds = (room: RoomStory) => room.view('trainer').polls.planned?.map((p) => p.id);

test('[POLL1] a poll is known to staff only until it opens, and one is open at a time', () => {
  const room = aClass(poll('poll-weekly'), poll('poll-next'));
  expect(plannedIds(room)).toEqual(['poll-weekly', 'poll-next']);
  expect(room.view('anna-of-elm').polls).toEqual({ opened: [], planned: null });
  expect(votes(room, 'anna-of-elm', 0)).toBe('notFound');

  expect(room.asks('anna-of-elm', { feature: 'polls', type: 'open', pollId: 'poll-weekly' })).toBe(
    'notAllowed',
  );
  expect(staff(room, 'open', 'poll-weekly')).toBe('ok');
  expect(staff(room, 'open', 'poll-weekly')).toBe('alreadyDone');
  expect(seen(room, 'anna-of-elm')).toMatchObject({ id: 'poll-weekly', open: true, myVote: null });

  expect(staff(room, 'open', 'poll-next')).toBe('ok');
  expect(room.view('anna-of-elm').polls.opened.map(({ id, open }) => ({ id, open }))).toEqual([
    { id: 'poll-weekly', open: false },
    { id: 'poll-next', open: true },
  ]);
  expect(plannedIds(room)).toEqual([]);
  expect(staff(room, 'open', 'poll-weekly'), 'again').toBe('alreadyClosed');
  expect(staff(room, 'open', 'poll-none')).toBe('notFound');
});

test('[POLL2] one person has one vote, which may change while the poll is open; staff and Observers have none', () => {
  const room = aClass(poll('poll-weekly'));
  staff(room, 'open', 'poll-weekly');
  expect(votes(room, 'anna-of-elm', 0)).toBe('ok');
  expect(votes(room, 'anna-of-elm', 0)).toBe('alreadyDone');
  room.joins('anna-of-elm', 'member', 'elm', 'seat-of-a-second-tab');
  expect(votes(room, 'anna-of-elm', 2)).toBe('ok');
  expect(votes(room, 'bo-of-elm', 2)).toBe('ok');
  expect(seen(room, 'chen-of-fir')).toMatchObject({ answered: 2, counts: [0, 0, 2], myVote: null });
  expect(seen(room, 'anna-of-elm')?.myVote).toBe(2);

  for (const id of ['trainer', 'observer']) expect(votes(room, id, 0)).toBe('notAllowed');
  expect(votes(room, 'chen-of-fir', 3), 'an option that it does not have').toBe('badRequest');
});

test('[POLL3] an anonymous poll never tells staff who voted what, nor anybody once it is closed', () => {
  const room = aClass(poll('poll-weekly', { anonymous: true }));
  staff(room, 'open', 'poll-weekly');
  votes(room, 'anna-of-elm', 0);
  votes(room, 'anna-of-elm', 1);
  votes(room, 'bo-of-elm', 1);
  expect(seen(room, 'anna-of-elm')?.myVote, 'while the key exists').toBe(1);
  expect(seen(room, 'trainer')?.staff).toEqual({
    counts: [0, 2, 0],
    people: null,
    votes: null,
    quiz: null,
  });
  for (const id of ['anna-of-elm', 'bo-of-elm']) expect(JSON.stringify(room.state.polls)).not.toContain(id);

  staff(room, 'close', 'poll-weekly');
  expect(seen(room, 'anna-of-elm')).toMatchObject({ myVote: null, answered: 2, counts: [0, 2, 0] });
  expect(room.state.polls.votes, 'only the counts stay').toEqual({});
});

test('[POLL4] of a named poll staff see who voted what; members and Observers see counts', () => {
  const room = aClass(poll('poll-weekly'));
  staff(room, 'open', 'poll-weekly');
  votes(room, 'anna-of-elm', 0);
  votes(room, 'chen-of-fir', 2);
  expect(seen(room, 'trainer')?.staff?.votes).toEqual({ 'anna-of-elm': 0, 'chen-of-fir': 2 });
  for (const id of ['bo-of-elm', 'observer'])
    expect(seen(room, id)).toMatchObject({ counts: [1, 0, 1], answered: 2, myVote: null, staff: null });
  staff(room, 'close', 'poll-weekly');
  expect(seen(room, 'anna-of-elm')?.myVote, 'one remembers').toBe(0);
  room.joins('moderator', 'moderator');
  expect(seen(room, 'moderator')?.staff?.votes).toEqual({ 'anna-of-elm': 0, 'chen-of-fir': 2 });
});

test('[POLL5] hidden results reach neither members nor Observers until staff show them', () => {
  const room = aClass(poll('poll-weekly', { resultsShown: false }));
  expect(shows(room, 'poll-weekly', true), 'before it is open').toBe('notNow');
  staff(room, 'open', 'poll-weekly');
  votes(room, 'anna-of-elm', 1);
  for (const id of ['anna-of-elm', 'observer'])
    expect(seen(room, id)).toMatchObject({ answered: 1, counts: null, staff: null });
  expect(seen(room, 'trainer')?.staff?.counts).toEqual([0, 1, 0]);

  expect(shows(room, 'poll-weekly', true)).toBe('ok');
  expect(shows(room, 'poll-weekly', true)).toBe('alreadyDone');
  expect(seen(room, 'observer')?.counts).toEqual([0, 1, 0]);
  votes(room, 'bo-of-elm', 1);
  expect(seen(room, 'anna-of-elm')?.counts).toEqual([0, 2, 0]);
  staff(room, 'close', 'poll-weekly');
  expect(shows(room, 'poll-weekly', false)).toBe('ok');
  expect(seen(room, 'anna-of-elm')?.counts).toBeNull();
  expect(shows(room, 'poll-none', true)).toBe('notFound');
});

test('[POLL6] a vote after closing is refused, and the end of the class closes what is open', () => {
  const room = aClass(poll('poll-weekly'), poll('poll-secret', { anonymous: true }), poll('poll-never'));
  staff(room, 'open', 'poll-weekly');
  votes(room, 'anna-of-elm', 0);
  expect(staff(room, 'close', 'poll-weekly')).toBe('ok');
  expect(staff(room, 'close', 'poll-weekly')).toBe('alreadyClosed');
  for (const id of ['anna-of-elm', 'bo-of-elm']) expect(votes(room, id, 1)).toBe('alreadyClosed');
  expect(seen(room, 'trainer')?.staff?.counts).toEqual([1, 0, 0]);

  staff(room, 'open', 'poll-secret');
  room.asks('trainer', { feature: 'session', type: 'close' });
  expect(votes(room, 'anna-of-elm', 1, 'poll-secret')).toBe('alreadyClosed');
  expect(staff(room, 'open', 'poll-never')).toBe('alreadyClosed');
});

test('[POLL7] what is right in a Quiz is told once it is closed and its results are shown', () => {
  const room = aClass(poll('poll-weekly', { quiz, resultsShown: false }));
  staff(room, 'open', 'poll-weekly');
  votes(room, 'anna-of-elm', 1);
  shows(room, 'poll-weekly', true);
  expect(seen(room, 'anna-of-elm'), 'while others still think').toMatchObject({ isQuiz: true, answer: null });
  expect(JSON.stringify(room.view('anna-of-elm'))).not.toContain('honest people');
  expect(seen(room, 'trainer')?.staff?.quiz).toEqual(quiz);

  staff(room, 'close', 'poll-weekly');
  expect(seen(room, 'anna-of-elm')?.answer).toEqual(quiz);
  shows(room, 'poll-weekly', false);
  expect(seen(room, 'anna-of-elm')?.answer).toBeNull();
  shows(room, 'poll-weekly', true);
  expect(seen(room, 'observer')?.answer).toEqual(quiz);
});

test('[POLL8] staff make up a poll on the spot, and remove one that was never opened', () => {
  const room = aClass();
  const creates = (who: string, options: string[]) =>
    room.asks(who, { feature: 'polls', type: 'create', question: ' Ready? ', options, anonymous: true });
  expect(creates('anna-of-elm', ['Yes', 'No'])).toBe('notAllowed');
  expect(creates('trainer', ['Yes'])).toBe('badRequest');
  expect(creates('trainer', Array(9).fill('Yes'))).toBe('badRequest');
  expect(creates('trainer', ['Yes', ' ']), 'an empty option').toBe('badRequest');
  expect(creates('trainer', ['Yes', 'No'])).toBe('ok');
  const [made] = room.view('trainer').polls.planned ?? [];
  expect(made).toMatchObject({
    question: { zh: 'Ready?', en: 'Ready?' },
    options: [
      { zh: 'Yes', en: 'Yes' },
      { zh: 'No', en: 'No' },
    ],
    resultsShown: false,
  });

  const id = made?.id ?? '';
  creates('trainer', ['Now', 'Later']);
  expect(staff(room, 'remove', id)).toBe('ok');
  expect(staff(room, 'remove', id)).toBe('notFound');
  const other = plannedIds(room)?.[0] ?? '';
  staff(room, 'open', other);
  expect(staff(room, 'remove', other)).toBe('notNow');
});

test('[POLL9] a plan may change until its poll opens; it is checked, and 100 polls are enough', () => {
  const room = aClass(poll('poll-weekly'), poll('poll-next'));
  const plans = (planned: PlannedPoll) =>
    room.tries({ feature: 'polls', type: 'pollPlanned', poll: planned });
  expect(plans(poll('poll-weekly', { anonymous: true }))).toBe('ok');
  expect(room.view('trainer').polls.planned?.[0]).toMatchObject({ id: 'poll-weekly', anonymous: true });
  expect(plans(poll('poll-odd', { options: [both('One')] }))).toBe('badRequest');
  expect(plans(poll('poll-odd', { quiz: { option: 3, why: null } }))).toBe('badRequest');
  expect(plans(poll('poll-odd', { question: { zh: '长'.repeat(301), en: '' } }))).toBe('badRequest');

  staff(room, 'open', 'poll-next');
  expect(plans(poll('poll-next'))).toBe('notNow');
  for (let n = 2; n < maxPolls; n++) expect(plans(poll(`poll-number-${n}`))).toBe('ok');
  expect(plans(poll('poll-too-many'))).toBe('tooMany');
});

test('[POLL10] a View holds the last 10 polls that were opened, fewer where they are long', () => {
  const ids = Array.from({ length: pollsShown + 2 }, (_, n) => `poll-number-${n}`);
  const room = aClass(...ids.map((id) => poll(id)));
  for (const id of ids) staff(room, 'open', id);
  expect(room.view('anna-of-elm').polls.opened.map((p) => p.id)).toEqual(ids.slice(2));
  expect(shows(room, 'poll-number-0', false), 'one that is no longer in sight').toBe('ok');

  const longest = { zh: '长'.repeat(100), en: '长'.repeat(100) };
  const longOnes = Array.from({ length: 6 }, (_, n) => `poll-long-${n}`);
  for (const id of longOnes) {
    const long = poll(id, { question: longest, options: [longest, longest] });
    room.happens({ feature: 'polls', type: 'pollPlanned', poll: long });
    staff(room, 'open', id);
  }
  const opened = room.view('anna-of-elm').polls.opened;
  expect(opened.map((p) => p.id)).toEqual(longOnes.slice(2));
  expect(
    room.view('trainer').polls.opened.map((p) => p.id),
    'whose results can be shown',
  ).toEqual(opened.map((p) => p.id));

  const text = { zh: '长'.repeat(300), en: '长'.repeat(300) };
  const all = { question: text, options: Array(8).fill(longest), quiz: { option: 0, why: text } };
  room.happens({ feature: 'polls', type: 'pollPlanned', poll: poll('poll-longest', all) });
  staff(room, 'open', 'poll-longest');
  const [seenByAll, ...others] = room.view('anna-of-elm').polls.opened;
  expect(seenByAll?.id).toBe('poll-longest');
  expect(others).toEqual([]);
  expect(seenByAll?.question.zh, 'of one that is too long for a View').toMatch(/^长{100,299}…$/);
  expect(seenByAll?.options[7]?.zh, 'only the longest texts are shortened').toBe('长'.repeat(100));
});

test('[POLL11] a vote copies a small part of the other votes', () => {
  const room = aClass(poll('poll-weekly'));
  staff(room, 'open', 'poll-weekly');
  for (let n = 0; n < 200; n++) {
    room.joins(`member-${n}`, 'member', 'elm');
    votes(room, `member-${n}`, n % 3);
  }
  const before = room.state.polls.votes['poll-weekly'] ?? [];
  votes(room, 'anna-of-elm', 0);
  const after = room.state.polls.votes['poll-weekly'] ?? [];
  const changed = after.filter((part, n) => part !== before[n]);
  expect(changed).toHaveLength(1);
  const sizes = after.map((part) => Object.keys(part).length);
  expect(Math.max(...sizes), 'evenly dealt').toBeLessThan(30);
  expect(seen(room, 'trainer')?.answered).toBe(201);
});

test('[POLL13] a vote of a shared screen is one answer of as many people as sat before it then', () => {
  const room = aClass(poll('poll-weekly', { resultsShown: false }));
  room.joins('screen-of-fir', 'member', 'fir', 'seat-of-screen', 6);
  const setsHeads = (heads: number) =>
    room.asks('screen-of-fir', {
      feature: 'people',
      type: 'setHeads',
      participantId: 'screen-of-fir',
      heads,
    });
  staff(room, 'open', 'poll-weekly');
  expect(seen(room, 'anna-of-elm')).toMatchObject({ answered: 0, people: 0 });
  votes(room, 'anna-of-elm', 0);
  votes(room, 'screen-of-fir', 2);
  for (const id of ['trainer', 'anna-of-elm', 'observer'])
    expect(seen(room, id)).toMatchObject({ answered: 2, people: 7, counts: null });
  expect(seen(room, 'trainer')?.staff).toMatchObject({ counts: [1, 0, 1], people: [1, 0, 6] });

  setsHeads(7);
  expect(seen(room, 'trainer')?.staff?.people, 'who came later has not answered').toEqual([1, 0, 6]);
  votes(room, 'screen-of-fir', 0);
  expect(seen(room, 'trainer')?.staff).toMatchObject({ counts: [2, 0, 0], people: [8, 0, 0] });
  shows(room, 'poll-weekly', true);
  expect(
    seen(room, 'observer'),
    'the class sees answers, and how many people stand behind all',
  ).toMatchObject({
    answered: 2,
    people: 8,
    counts: [2, 0, 0],
    staff: null,
  });
  staff(room, 'close', 'poll-weekly');
  expect(seen(room, 'trainer')?.staff).toMatchObject({ counts: [2, 0, 0], people: [8, 0, 0] });
});

test('[POLL14] an anonymous poll counts answers only, since heads would tell which screen voted what', () => {
  const room = aClass(poll('poll-weekly', { anonymous: true }));
  room.joins('screen-of-fir', 'member', 'fir', 'seat-of-screen', 6);
  staff(room, 'open', 'poll-weekly');
  expect(seen(room, 'anna-of-elm')).toMatchObject({ answered: 0, people: null });
  votes(room, 'screen-of-fir', 2);
  votes(room, 'anna-of-elm', 2);
  expect(seen(room, 'trainer')).toMatchObject({
    answered: 2,
    people: null,
    counts: [0, 0, 2],
    staff: { counts: [0, 0, 2], people: null },
  });
  expect(room.state.polls.opened[0]).not.toHaveProperty('heads');
});
