import type { PlannedPoll } from '#shared/features/polls.ts';
import type { Draw } from '../Draw.ts';
import type { FakeClass } from '../FakeClass.ts';
import type { FeatureGenerators } from './types.ts';

export const polls: FeatureGenerators<'polls'> = {
  commands: {
    create: (draw) => ({
      question: draw.text(),
      options: Array.from({ length: draw.int(2, 4) }, () => draw.text()),
      anonymous: draw.bool(),
    }),
    open(draw, { state }) {
      const poll = draw.one(state.polls.planned);
      return poll ? { pollId: poll.id } : null;
    },
    // A poll that is open for a while is voted on.
    close: (draw, room) => (draw.chance(40) ? openPoll(room) : null),
    setResults(draw, { state }) {
      const poll = draw.one(state.polls.opened.slice(-3));
      return poll ? { pollId: poll.id, shown: !poll.resultsShown } : null;
    },
    remove(draw, { state }) {
      const poll = draw.one(state.polls.planned);
      return poll ? { pollId: poll.id } : null;
    },
    vote(draw, room) {
      const poll = openPoll(room);
      return poll && { ...poll, option: draw.int(0, 3) };
    },
  },
  system: {
    pollPlanned(draw, { state }) {
      const known = draw.chance(30) ? draw.one(state.polls.planned) : undefined;
      return { poll: planned(draw, known?.id ?? draw.id('poll')) };
    },
    classOver: 'byItself',
    erased: 'byItself',
  },
};

function openPoll({ state }: FakeClass): { pollId: string } | null {
  const poll = state.polls.opened.find((p) => p.open);
  return poll ? { pollId: poll.id } : null;
}

function planned(draw: Draw, id: string): PlannedPoll {
  // Long ones too: then a View holds as many as fit, rather than ten.
  const isLong = draw.bool();
  const text = () => (isLong ? draw.text().padEnd(100, '长') : draw.text());
  const both = () => ({ zh: text(), en: text() });
  const options = Array.from({ length: draw.int(2, 4) }, both);
  const isQuiz = draw.bool();
  return {
    id,
    question: both(),
    options,
    anonymous: draw.bool(),
    resultsShown: draw.bool(),
    quiz: isQuiz ? { option: draw.int(0, options.length - 1), why: draw.bool() ? both() : null } : null,
  };
}
