import { putById } from '../basics.ts';
import type { PlannedPoll, PollsCommand, QuizAnswer } from '../commands/polls.ts';
import { lastWithin, shares } from '../snapshotBytes.ts';

export type { PlannedPoll, QuizAnswer };

/** Polls of a Session, planned and opened. */
export const maxPolls = 100;
export const maxOptions = 8;
/** As many characters as a question and an option may have. */
export const maxQuestion = 300;
export const maxOption = 100;
/** How many of the polls that were opened a View holds at most: the last ones. */
export const pollsShown = 10;

export type PollsSystemCommand =
  /** Takes the place of a planned poll of the same id. */
  | { feature: 'polls'; type: 'pollPlanned'; poll: PlannedPoll }
  /** The class has ended: what is open closes, and nothing opens any more. */
  | { feature: 'polls'; type: 'classOver' }
  /** Somebody's data are erased: their votes still count, and nobody knows any more whose they are. */
  | { feature: 'polls'; type: 'erased'; participantId: string };

/** What everybody may know of a poll when it opens, shortened where one poll is more than a snapshot's share. */
export type OpenedPoll = Omit<PlannedPoll, 'quiz'> & {
  isQuiz: boolean;
  /** What it takes of a View's share for polls, with the answer that may be told later. */
  bytes: number;
};

export type PollView = OpenedPoll & {
  open: boolean;
  /** How many have voted: a shared screen has one vote. */
  answered: number;
  /** How many people those votes speak for, by the heads when they voted; null where it is anonymous. */
  people: number | null;
  /** Votes for each option; null while the results are hidden, staff's View included. */
  counts: readonly number[] | null;
  /** Of a Quiz that is closed and whose results are shown. */
  answer: QuizAnswer | null;
  /** Null for those who have none, and for everyone once an anonymous poll is closed. */
  myVote: number | null;
  /** Staff only: what the class may not know, or not yet. */
  staff: {
    counts: readonly number[];
    /** How many people the votes for each option speak for; null when the poll is anonymous. */
    people: readonly number[] | null;
    /** Options by Participant; null when the poll is anonymous. */
    votes: Readonly<Record<string, number>> | null;
    quiz: QuizAnswer | null;
  } | null;
};

export type PollsView = {
  /** The last that were opened, in that order: see {@link lastPolls}; at most one is open. */
  opened: readonly PollView[];
  /** Staff only: those that were not opened yet. */
  planned: readonly PlannedPoll[] | null;
};

export type PollsEvent =
  /** To staff. */
  | { feature: 'polls'; type: 'planned'; poll: PlannedPoll }
  | { feature: 'polls'; type: 'plannedRemoved'; pollId: string }
  /** To everyone. */
  | { feature: 'polls'; type: 'opened'; poll: OpenedPoll }
  | { feature: 'polls'; type: 'closed'; pollId: string; answer: QuizAnswer | null }
  | {
      feature: 'polls';
      type: 'resultsSet';
      pollId: string;
      shown: boolean;
      counts: readonly number[] | null;
      answer: QuizAnswer | null;
    }
  | {
      feature: 'polls';
      type: 'tallied';
      pollId: string;
      answered: number;
      people: number | null;
      counts: readonly number[] | null;
    }
  /** To staff. */
  | {
      feature: 'polls';
      type: 'counted';
      pollId: string;
      counts: readonly number[];
      people: readonly number[] | null;
    }
  | { feature: 'polls'; type: 'voted'; pollId: string; participantId: string; option: number }
  | { feature: 'polls'; type: 'votesErased'; participantId: string }
  /** To whoever voted. */
  | { feature: 'polls'; type: 'myVoteChanged'; pollId: string; option: number };

export interface PollsTypes {
  command: PollsCommand;
  system: PollsSystemCommand;
  event: PollsEvent;
  view: PollsView;
}

/**
 * What a View holds of these: the last {@link pollsShown}, or as many as have their share of a snapshot.
 */
export const lastPolls = <P extends { readonly bytes: number }>(polls: readonly P[]): readonly P[] =>
  lastWithin(polls, pollsShown, shares.polls, ({ bytes }) => bytes);

export function foldPolls(view: PollsView, event: PollsEvent): PollsView {
  switch (event.type) {
    case 'planned':
      return { ...view, planned: putById(view.planned ?? [], event.poll) };
    case 'plannedRemoved':
      return { ...view, planned: (view.planned ?? []).filter((p) => p.id !== event.pollId) };
    case 'opened':
      return {
        opened: lastPolls([...view.opened, newlyOpened(event.poll, view.planned)]),
        planned: view.planned?.filter((p) => p.id !== event.poll.id) ?? null,
      };
    case 'closed':
      return change(view, event.pollId, (poll) => ({
        ...poll,
        open: false,
        answer: event.answer,
        myVote: poll.anonymous ? null : poll.myVote,
      }));
    case 'resultsSet': {
      const { shown: resultsShown, counts, answer } = event;
      return change(view, event.pollId, (poll) => ({ ...poll, resultsShown, counts, answer }));
    }
    case 'tallied': {
      const { answered, people, counts } = event;
      return change(view, event.pollId, (poll) => ({ ...poll, answered, people, counts }));
    }
    case 'counted':
      return change(view, event.pollId, (poll) => ({
        ...poll,
        staff: poll.staff && { ...poll.staff, counts: event.counts, people: event.people },
      }));
    case 'voted':
      return change(view, event.pollId, (poll) => ({
        ...poll,
        staff: poll.staff && {
          ...poll.staff,
          votes: { ...poll.staff.votes, [event.participantId]: event.option },
        },
      }));
    case 'votesErased': {
      const without = ({ [event.participantId]: _vote, ...others }: Readonly<Record<string, number>>) =>
        others;
      const opened = view.opened.map((poll) =>
        poll.staff?.votes ? { ...poll, staff: { ...poll.staff, votes: without(poll.staff.votes) } } : poll,
      );
      return { ...view, opened };
    }
    case 'myVoteChanged':
      return change(view, event.pollId, (poll) => ({ ...poll, myVote: event.option }));
  }
}

/** Nobody has voted yet. Staff know the plan; nobody else has any. */
function newlyOpened(poll: OpenedPoll, planned: PollsView['planned']): PollView {
  const none = poll.options.map(() => 0);
  return {
    ...poll,
    open: true,
    answered: 0,
    people: poll.anonymous ? null : 0,
    counts: poll.resultsShown ? none : null,
    answer: null,
    myVote: null,
    staff: planned && {
      counts: none,
      people: poll.anonymous ? null : none,
      votes: poll.anonymous ? null : {},
      quiz: planned.find((p) => p.id === poll.id)?.quiz ?? null,
    },
  };
}

const change = (view: PollsView, pollId: string, to: (poll: PollView) => PollView): PollsView => ({
  ...view,
  opened: view.opened.map((poll) => (poll.id === pollId ? to(poll) : poll)),
});
