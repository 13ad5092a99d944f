import type { ScreenCast } from './ScreenCast.ts';
import { closeTop, either, onWall, people, press, type Screen, sees } from './screen.ts';

const poll = '[data-poll]';
const lastId = ({ director }: ScreenCast): string => director.view?.polls.opened.at(-1)?.id ?? '';

/** Opens the plan's next poll. */
async function openNext({ director }: ScreenCast): Promise<void> {
  const pollId = director.view?.polls.planned?.[0]?.id ?? '';
  await director.must({ feature: 'polls', type: 'open', pollId });
}

/** Everybody votes but one, so that there is somebody to wait for. */
async function mostVote(cast: ScreenCast): Promise<void> {
  for (const [i, person] of [cast.myself, ...cast.mates.slice(1)].entries())
    await person.must({ feature: 'polls', type: 'vote', pollId: lastId(cast), option: i % 2 });
}

const close = (cast: ScreenCast): Promise<void> =>
  cast.director.must({ feature: 'polls', type: 'close', pollId: lastId(cast) });

/** A poll and a Quiz, from the plan to the results. */
export const polls: readonly Screen[] = [
  {
    name: 'console-polls',
    who: 'trainer',
    before: ({ director }) => director.must({ feature: 'cases', type: 'hide' }),
    reach: (page) => people(page, 2),
  },
  {
    name: 'console-poll-new',
    who: 'trainer',
    reach: async (page) => {
      await press(page, either('当场提问', 'Ask something now'));
      await page.getByLabel(either('选项 2', 'Option 2|Answer 2')).first().waitFor();
    },
    leave: closeTop,
  },
  {
    name: 'poll-open',
    who: 'member',
    onSide: true,
    before: openNext,
    reach: (page) => page.locator(`${poll} button[data-option]`).first().waitFor(),
  },
  {
    name: 'poll-voted',
    who: 'member',
    onSide: true,
    before: mostVote,
    reach: (page) => page.locator(`${poll} button[aria-pressed="true"]`).waitFor(),
  },
  onWall('poll', async (page) => {
    await page.mouse.move(300, 300);
    await page.getByRole('button', { name: either('为全组投票', 'Vote for the room') }).waitFor();
  }),
  {
    name: 'poll-observer',
    who: 'observer',
    reach: (page) => page.locator('main').waitFor(),
  },
  {
    name: 'console-poll-open',
    who: 'trainer',
    reach: async (page) => {
      await people(page, 2);
      await page.locator('details:has([data-enterprise]) summary').click();
      await page.locator('[data-enterprise]').first().waitFor();
    },
  },
  {
    name: 'poll-results',
    who: 'member',
    onSide: true,
    before: close,
    reach: (page) => sees(page, either('结果', 'Results')),
  },
  { name: 'console-poll-results', who: 'trainer', reach: (page) => people(page, 2) },
  {
    name: 'quiz-right-answer',
    who: 'member',
    before: async (cast) => {
      await openNext(cast);
      await mostVote(cast);
      await close(cast);
      await cast.director.must({ feature: 'polls', type: 'setResults', pollId: lastId(cast), shown: true });
    },
    reach: (page) => sees(page, either('正确答案', 'Right answer')),
  },
];
