import { isStaff, putById } from '#shared/basics.ts';
import { PlannedPoll } from '#shared/commands/polls.ts';
import {
  lastPolls,
  maxPolls,
  type OpenedPoll,
  type PollsEvent,
  type PollView,
  pollsShown,
  type QuizAnswer,
} from '#shared/features/polls.ts';
import { type Context, type Feature, type Outcome, refuse, type Told } from '../../kernel/feature.ts';
import type { Viewer } from '../../kernel/participant.ts';
import { type Heads, peopleBehind } from './heads.ts';
import { textsOf } from './texts.ts';
import { allVotes, noVotes, type Votes, voteOf, withoutVote, withVote } from './votes.ts';

/** A poll that was opened; its results may be shown now or not. */
type Poll = PlannedPoll & {
  readonly open: boolean;
  readonly answered: number;
  readonly counts: readonly number[];
  /** By voter: how many sat before a shared screen when it voted last. Absent until one votes; persons aren't listed. */
  readonly heads?: Heads;
  /** By option: how many sat before erased screens beside the first, whom the count has. Absent until one is erased. */
  readonly headsOfErased?: readonly number[];
};

export type PollsState = {
  readonly planned: readonly PlannedPoll[];
  /** In the order in which they were opened; at most one is open. */
  readonly opened: readonly Poll[];
  /** By poll. Of an anonymous poll that is closed only the counts stay. */
  readonly votes: Readonly<Record<string, Votes>>;
  readonly over: boolean;
};

/** Questions with one choice. */
export const polls: Feature<'polls', PollsState> = {
  initial: { planned: [], opened: [], votes: {}, over: false },

  handle(state, command, ctx) {
    switch (command.type) {
      case 'pollPlanned':
        if (!PlannedPoll.safeParse(command.poll).success) return refuse('badRequest');
        return plan(state, command.poll);
      case 'create': {
        const { question, options, anonymous } = command;
        return plan(state, {
          id: ctx.newId(),
          question: inBoth(question),
          options: options.map(inBoth),
          anonymous,
          resultsShown: false,
          quiz: null,
        });
      }
      case 'remove': {
        const { pollId } = command;
        if (openedPoll(state, pollId)) return refuse('notNow');
        if (!plannedPoll(state, pollId)) return refuse('notFound');
        const event: PollsEvent = { feature: 'polls', type: 'plannedRemoved', pollId };
        return {
          state: { ...state, planned: state.planned.filter((p) => p.id !== pollId) },
          tell: [{ to: 'staff', event }],
        };
      }
      case 'open':
        return open(state, command.pollId);
      case 'close': {
        const poll = openedPoll(state, command.pollId);
        if (!poll) return refuse('notFound');
        return poll.open ? closeAny(state) : refuse('alreadyClosed');
      }
      case 'classOver':
        return closeAny({ ...state, over: true });
      case 'erased':
        return erased(state, command.participantId);
      case 'setResults': {
        const poll = openedPoll(state, command.pollId);
        if (!poll) return refuse(plannedPoll(state, command.pollId) ? 'notNow' : 'notFound');
        if (poll.resultsShown === command.shown) return refuse('alreadyDone');
        const after = { ...poll, resultsShown: command.shown };
        const event: PollsEvent = {
          feature: 'polls',
          type: 'resultsSet',
          pollId: poll.id,
          shown: command.shown,
          counts: publicCounts(after),
          answer: publicAnswer(after),
        };
        // Of what nobody sees any more there is nothing to tell.
        const isSeen = shownIn(state).includes(poll);
        return { state: put(state, after), tell: isSeen ? [{ to: 'everyone', event }] : [] };
      }
      case 'vote':
        return vote(state, command, ctx);
    }
  },

  viewFor: (state, viewer) => ({
    opened: shownIn(state).map((poll) => pollView(state, poll, viewer)),
    planned: isStaff(viewer.role) ? state.planned : null,
  }),

  latest(state, key) {
    const [what, pollId = '', voter = ''] = key.split(':');
    const poll = openedPoll(state, pollId);
    if (!poll) return null;
    if (what === 'tally')
      return {
        feature: 'polls',
        type: 'tallied',
        pollId,
        answered: poll.answered,
        people: sum(peopleIn(state, poll)),
        counts: publicCounts(poll),
      };
    if (what === 'counts') {
      const people = peopleIn(state, poll);
      return { feature: 'polls', type: 'counted', pollId, counts: poll.counts, people };
    }
    const option = voteOf(votesIn(state, pollId), voter);
    if (option === null) return null;
    if (what === 'mine') return { feature: 'polls', type: 'myVoteChanged', pollId, option };
    return { feature: 'polls', type: 'voted', pollId, participantId: voter, option };
  },

  anonymity: {
    itemOf(state, command) {
      const poll = command.type === 'vote' ? openedPoll(state, command.pollId) : undefined;
      return poll?.open && poll.anonymous ? poll.id : null;
    },
    openItems: (state) => state.opened.filter((p) => p.open && p.anonymous).map((p) => p.id),
  },
};

type PollsOutcome = Outcome<'polls', PollsState>;

const plannedPoll = (state: PollsState, id: string) => state.planned.find((p) => p.id === id);
const openedPoll = (state: PollsState, id: string) => state.opened.find((p) => p.id === id);
const votesIn = (state: PollsState, id: string): Votes => state.votes[id] ?? noVotes;
const inBoth = (text: string) => ({ zh: text, en: text });

const put = (state: PollsState, poll: Poll): PollsState => ({
  ...state,
  opened: state.opened.map((p) => (p.id === poll.id ? poll : p)),
});

function plan(state: PollsState, poll: PlannedPoll): PollsOutcome {
  if (openedPoll(state, poll.id)) return refuse('notNow');
  const planned = putById(state.planned, poll);
  if (planned.length + state.opened.length > maxPolls) return refuse('tooMany');
  const event: PollsEvent = { feature: 'polls', type: 'planned', poll };
  return { state: { ...state, planned }, tell: [{ to: 'staff', event }] };
}

function open(state: PollsState, pollId: string): PollsOutcome {
  const before = openedPoll(state, pollId);
  if (before) return refuse(before.open ? 'alreadyDone' : 'alreadyClosed');
  const planned = plannedPoll(state, pollId);
  if (!planned) return refuse('notFound');
  if (state.over) return refuse('alreadyClosed');
  const { state: closed, tell } = closeAny(state);
  const poll: Poll = { ...planned, open: true, answered: 0, counts: planned.options.map(() => 0) };
  const event: PollsEvent = { feature: 'polls', type: 'opened', poll: publicPart(poll) };
  return {
    state: {
      ...closed,
      planned: state.planned.filter((p) => p !== planned),
      opened: [...closed.opened, poll],
      votes: { ...closed.votes, [pollId]: noVotes },
    },
    tell: [...tell, { to: 'everyone', event }],
  };
}

/** Closes the poll that is open, if one is. An anonymous one's votes are forgotten, but for their counts. */
function closeAny(state: PollsState): { state: PollsState; tell: Told<'polls'>[] } {
  const poll = state.opened.find((p) => p.open);
  if (!poll) return { state, tell: [] };
  const after = { ...poll, open: false };
  const { [poll.id]: _votes, ...otherVotes } = state.votes;
  const event: PollsEvent = {
    feature: 'polls',
    type: 'closed',
    pollId: poll.id,
    answer: publicAnswer(after),
  };
  return {
    state: { ...put(state, after), votes: poll.anonymous ? otherVotes : state.votes },
    tell: [{ to: 'everyone', event }],
  };
}

function vote(state: PollsState, command: { pollId: string; option: number }, ctx: Context): PollsOutcome {
  const poll = openedPoll(state, command.pollId);
  if (!poll) return refuse('notFound');
  if (!poll.open) return refuse('alreadyClosed');
  if (command.option >= poll.options.length) return refuse('badRequest');
  const voter = ctx.actor.id;
  // Without its key nobody has an alias, and under their own name nobody votes in secret.
  if (poll.anonymous && ctx.people[voter]) return refuse('notNow');
  const votes = votesIn(state, poll.id);
  const before = voteOf(votes, voter);
  if (before === command.option) return refuse('alreadyDone');
  const counts = poll.counts.map(
    (count, option) => count + Number(option === command.option) - Number(option === before),
  );
  const answered = poll.answered + (before === null ? 1 : 0);
  // An alias is nobody in the Room: of an anonymous poll no heads are known, and none are counted.
  const heads = ctx.people[voter]?.heads;
  const after = { ...poll, counts, answered, ...(heads && { heads: { ...poll.heads, [voter]: heads } }) };
  return {
    state: {
      ...put(state, after),
      votes: { ...state.votes, [poll.id]: withVote(votes, voter, command.option) },
    },
    // All of it may wait for the next tally: an Event at once would send the tally along with every vote.
    tell: [
      { to: 'actor', latest: `mine:${poll.id}:${voter}` },
      { to: 'everyone', latest: `tally:${poll.id}` },
      { to: 'staff', latest: `counts:${poll.id}` },
      ...(poll.anonymous ? [] : [{ to: 'staff' as const, latest: `vote:${poll.id}:${voter}` }]),
    ],
  };
}

/** The counts stay as they are. An anonymous poll's votes are under aliases, which are nobody's once it closes. */
function erased(state: PollsState, participantId: string): PollsOutcome {
  const entries = Object.entries(state.votes);
  const kept = entries.map(([pollId, votes]) => [pollId, withoutVote(votes, participantId)] as const);
  const shown = new Set(shownIn(state).map(({ id }) => id));
  const isSeen = kept.some(([pollId, votes]) => shown.has(pollId) && votes !== state.votes[pollId]);
  const event: PollsEvent = { feature: 'polls', type: 'votesErased', participantId };
  return {
    state: {
      ...state,
      opened: state.opened.map((poll) => withoutHeads(poll, votesIn(state, poll.id), participantId)),
      votes: Object.fromEntries(kept),
    },
    tell: isSeen ? [{ to: 'staff', event }] : [],
  };
}

/** Those who sat before an erased screen are counted on, and it is not known before which they sat. */
function withoutHeads(poll: Poll, votes: Votes, participantId: string): Poll {
  const { [participantId]: present, ...heads } = poll.heads ?? {};
  const voted = voteOf(votes, participantId);
  if (present === undefined || voted === null) return poll;
  const before = poll.options.map((_, option) => poll.headsOfErased?.[option] ?? 0);
  const headsOfErased = before.map((sum, option) => (option === voted ? sum + present - 1 : sum));
  return { ...poll, heads, headsOfErased };
}

/** The polls that a View holds. */
const shownIn = (state: PollsState): readonly Poll[] =>
  lastPolls(state.opened.slice(-pollsShown).map((poll) => ({ poll, bytes: textsOf(poll).bytes }))).map(
    ({ poll }) => poll,
  );

function publicPart(poll: PlannedPoll): OpenedPoll {
  const { id, anonymous, resultsShown, quiz } = poll;
  const { question, options, bytes } = textsOf(poll);
  return { id, question, options: [...options], anonymous, resultsShown, isQuiz: quiz !== null, bytes };
}
const publicCounts = (poll: Poll): readonly number[] | null => (poll.resultsShown ? poll.counts : null);
const publicAnswer = (poll: Poll): QuizAnswer | null =>
  poll.resultsShown && !poll.open && poll.quiz ? { ...poll.quiz, why: textsOf(poll).why } : null;

/** How many people the votes for each option speak for; null where that could tell who voted what. */
const peopleIn = (state: PollsState, poll: Poll): readonly number[] | null =>
  poll.anonymous
    ? null
    : peopleBehind(poll.counts, poll.heads ?? {}, votesIn(state, poll.id), poll.headsOfErased);
const sum = (counts: readonly number[] | null): number | null =>
  counts ? counts.reduce((all, count) => all + count, 0) : null;

function pollView(state: PollsState, poll: Poll, viewer: Viewer): PollView {
  const votes = votesIn(state, poll.id);
  const people = peopleIn(state, poll);
  const voter = poll.anonymous ? viewer.alias(poll.id) : viewer.id;
  return {
    ...publicPart(poll),
    open: poll.open,
    answered: poll.answered,
    people: sum(people),
    counts: publicCounts(poll),
    answer: publicAnswer(poll),
    myVote: voter === null ? null : voteOf(votes, voter),
    staff: isStaff(viewer.role)
      ? { counts: poll.counts, people, votes: poll.anonymous ? null : allVotes(votes), quiz: poll.quiz }
      : null,
  };
}
