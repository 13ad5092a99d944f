import type { ScreenCast } from './ScreenCast.ts';
import { either, material, onWall, people, press, question, type Screen } from './screen.ts';

const worksheet = '[data-worksheet] textarea';

async function open({ director, mates }: ScreenCast): Promise<void> {
  const worksheetId = director.view?.worksheets.staff?.templates[0]?.id ?? null;
  const brief = '写下你们下一次会议的议程：三个议题，每个议题写上负责人和时间。';
  await director.must({ feature: 'breakouts', type: 'open', minutes: 15, worksheetId, brief });
  await director.must({ feature: 'breakouts', type: 'message', text: '请选一位同事，准备汇报两分钟。' });
  await mates[0]?.must({ feature: 'breakouts', type: 'callHelp' });
}

/** Groups from making them to the Worksheet that one of them shows. */
export const groups: readonly Screen[] = [
  {
    name: 'console-groups',
    who: 'trainer',
    // The next segment puts the last poll's results away.
    before: async ({ director }) => {
      const segmentId = director.view?.runOfShow.segments.at(7)?.id ?? '';
      await director.must({ feature: 'runOfShow', type: 'setSegment', segmentId });
    },
    reach: (page) => people(page, 3),
  },
  {
    name: 'group-before',
    who: 'member',
    onSide: true,
    before: ({ director }) => director.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' }),
    reach: (page) => page.getByRole('region', { name: either('您的小组', 'Your group') }).waitFor(),
  },
  {
    name: 'console-groups-ready',
    who: 'trainer',
    reach: (page) => page.locator('li[data-group]').first().waitFor(),
  },
  {
    name: 'group-worksheet',
    who: 'member',
    onSide: true,
    before: open,
    reach: (page) => page.locator(worksheet).first().waitFor(),
  },
  {
    name: 'group',
    who: 'member',
    onSide: true,
    reach: async (page) => {
      await press(page, either('工作表', 'Worksheet'));
      await page.locator('main img[data-page]').waitFor();
    },
    leave: (page) => press(page, either('工作表', 'Worksheet')),
  },
  onWall('group', (page) => page.locator(worksheet).first().waitFor()),
  {
    name: 'console-groups-open',
    who: 'trainer',
    reach: (page) => page.locator('[data-call]').waitFor(),
  },
  question('console-move', async (page) => {
    await page.locator('li[data-group] summary').first().click();
    await page.locator('li[data-group] button[data-person]').first().click();
  }),
  question('console-close-groups', (page) => press(page, either('结束所有小组', 'Close all groups'))),
  {
    name: 'console-in-group',
    who: 'trainer',
    before: (cast) => press(cast.firstPage('trainer'), either('去小组', 'Go there')),
    reach: (page) => page.locator('section[data-group]').waitFor(),
  },
  { name: 'console-worksheets', who: 'trainer', reach: (page) => material(page, 3) },
  {
    name: 'worksheet-on-stage',
    who: 'member',
    before: async ({ director }) => {
      await director.must({ feature: 'breakouts', type: 'close' });
      const docId = director.view?.worksheets.staff?.docs[0]?.id ?? '';
      await director.must({ feature: 'worksheets', type: 'showOnStage', docId });
    },
    reach: (page) => page.locator('[data-stage-worksheet] dt').first().waitFor(),
  },
  onWall('worksheet', (page) => page.locator('[data-stage-worksheet] dt').first().waitFor()),
  {
    name: 'console-worksheet-on-stage',
    who: 'trainer',
    reach: (page) => page.locator('[data-stage-worksheet] dt').first().waitFor(),
  },
];
