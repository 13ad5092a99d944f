import { conversionPatience } from '../conversionPatience.ts';
import { consoleTools } from './consoleTools.ts';
import type { ScreenCast } from './ScreenCast.ts';
import {
  closeTop,
  either,
  installButton,
  material,
  offerInstall,
  onWall,
  people,
  press,
  type Screen,
  sees,
} from './screen.ts';

const picture = 'main img';
const done = either('我说完了', 'I am done');

/** What was written in the plenary before anybody looks: short and long, in two scripts. */
const lines = [
  '老师好',
  '我们厂每周一早上开会，每次二十分钟，班组长轮流主持，会后把行动写在看板上，下一次开会先看上一次的行动做完了没有。',
  'We meet on Mondays. https://example.org/a-very-long-address-without-any-blank-in-it-at-all/agenda',
  '好的，谢谢老师',
];

async function write({ mates, director, myself }: ScreenCast): Promise<void> {
  const writers = [...mates.slice(0, 2), myself, director];
  for (const [i, writer] of writers.entries())
    await writer.must({ feature: 'chat', type: 'send', text: lines[i] ?? '' });
}

async function showSlide({ director }: ScreenCast): Promise<void> {
  const [deck] = director.view?.slides.decks ?? [];
  await director.must({ feature: 'slides', type: 'showPage', deckId: deck?.id ?? '', page: 6 });
}

async function showCase({ director }: ScreenCast): Promise<void> {
  const [first] = director.view?.cases.all ?? [];
  await director.must({ feature: 'cases', type: 'show', caseId: first?.id ?? '', section: 1, to: 'class' });
}

/** The trainer's camera and microphone, which only one device of a person has. */
async function trainerSwitches(cast: ScreenCast): Promise<void> {
  const page = cast.firstPage('trainer');
  for (const source of [either('发言', 'Speak'), either('摄像头', 'Camera')]) await press(page, source);
}

/** The class while one person teaches: slides, chat, help, hands, the stage, a case. */
export const teaching: readonly Screen[] = [
  {
    name: 'class-nothing-shown',
    who: 'member',
    before: ({ director }) => director.must({ feature: 'session', type: 'start' }),
    reach: (page) => sees(page, either('还没有展示内容', 'Nothing is shown yet')),
  },
  { name: 'console-plan', who: 'trainer', reach: (page) => material(page, 0) },
  {
    name: 'console-slides',
    who: 'trainer',
    reach: async (page) => {
      await material(page, 1);
      // The demo's deck is being made into pictures since the start.
      await page.locator('li img[data-page="0"]').waitFor({ timeout: conversionPatience });
    },
  },
  {
    name: 'slide',
    who: 'member',
    onSide: true,
    before: showSlide,
    reach: (page) => page.locator(`${picture}[data-page="6"]`).waitFor(),
  },
  onWall('slide', (page) => page.locator(`${picture}[data-page="6"]`).waitFor()),
  {
    name: 'slide-observer',
    who: 'observer',
    reach: (page) => page.locator(`${picture}[data-page="6"]`).waitFor(),
  },
  ...consoleTools,
  {
    name: 'chat',
    who: 'member',
    onSide: true,
    before: write,
    reach: async (page) => {
      await press(page, either('聊天', 'Chat'));
      await page.getByRole('dialog').getByText('好的，谢谢老师').waitFor();
    },
    leave: closeTop,
  },
  {
    name: 'console-chat',
    who: 'trainer',
    reach: async (page) => {
      await people(page, 4);
      await page.getByText('好的，谢谢老师').first().waitFor();
    },
  },
  {
    name: 'more',
    who: 'member',
    onSide: true,
    reach: async (page) => {
      await press(page, either('更多', 'More'));
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'more-install',
    who: 'member',
    reach: async (page) => {
      await offerInstall(page);
      await installButton(page).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'more-code',
    who: 'member',
    reach: async (page) => {
      await press(page, either('在另一台设备上', 'Join on another device'));
      await page.getByRole('dialog').locator('strong').waitFor();
    },
  },
  {
    name: 'help',
    who: 'member',
    reach: async (page) => {
      await press(page, either('我需要帮助', 'I need help'));
      await page.getByRole('button', { name: either('我听不到', 'I can’t hear') }).waitFor();
    },
    leave: async (page) => {
      await closeTop(page);
      await closeTop(page);
      await page.getByRole('dialog').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'help-called',
    who: 'member',
    before: ({ myself }) => myself.must({ feature: 'help', type: 'call', kind: 'sound', note: '' }),
    reach: (page) => sees(page, either('培训师已收到', 'The trainers know')),
  },
  {
    name: 'console-help',
    who: 'trainer',
    reach: (page) => page.getByRole('button', { name: either('我来处理', 'I’ll help') }).waitFor(),
  },
  {
    name: 'help-coming',
    who: 'member',
    before: ({ director, myself }) =>
      director.must({ feature: 'help', type: 'answer', participantId: myself.id }),
    reach: (page) => sees(page, either('.+正在为您处理', '.+ is looking after you')),
  },
  {
    name: 'hand-up',
    who: 'member',
    before: async ({ myself, mates }) => {
      await myself.must({ feature: 'help', type: 'cancel' });
      for (const mate of [...mates, myself]) await mate.must({ feature: 'hands', type: 'raise' });
    },
    reach: (page) => page.getByRole('button', { pressed: true }).waitFor(),
  },
  {
    name: 'console-hands',
    who: 'trainer',
    reach: async (page) => {
      await people(page, 1);
      await page.getByRole('tabpanel').last().getByRole('listitem').nth(4).waitFor();
    },
  },
  {
    name: 'invited',
    who: 'member',
    onSide: true,
    before: async ({ director, myself }) => {
      await director.must({ feature: 'hands', type: 'lowerAll' });
      await director.must({ feature: 'stage', type: 'invite', participantId: myself.id });
    },
    reach: (page) =>
      page.getByRole('button', { name: either('打开麦克风', 'Turn my microphone on') }).waitFor(),
  },
  {
    name: 'on-stage',
    who: 'member',
    onSide: true,
    before: async (cast) => {
      await press(cast.firstPage('member'), either('打开麦克风', 'Turn my microphone on'));
      await trainerSwitches(cast);
      await cast.firstPage('member').locator('video').first().waitFor();
    },
    reach: async (page) => {
      await page.getByRole('button', { name: done }).waitFor();
      await page.locator('video').first().waitFor();
    },
  },
  onWall('stage', (page) => page.locator('video').first().waitFor()),
  {
    name: 'console-stage',
    who: 'trainer',
    reach: async (page) => {
      await people(page, 0);
      await page.locator('[data-performer]').nth(1).waitFor();
    },
  },
  {
    name: 'devices-elsewhere',
    who: 'member',
    before: async (cast) => {
      const other = await cast.anotherDevice();
      await press(other, either('改在这里使用', 'Use them here'));
      await other.locator('video').first().waitFor();
    },
    reach: (page) => page.getByRole('button', { name: either('改在这里使用', 'Use them here') }).waitFor(),
  },
  {
    name: 'connecting-slow',
    who: 'leaver',
    before: (cast) => cast.cutOff(),
    reach: async (page, cast) => {
      await page.goto(cast.classOf('leaver'));
      await sees(page, either('正在打开课堂', 'Opening the classroom'));
    },
  },
  {
    name: 'sound-gate',
    who: 'leaver',
    before: async (cast) => cast.reconnect(),
    reach: async (page, cast) => {
      await page.goto(cast.classOf('leaver'));
      await page.getByRole('button', { name: either('点这里', 'Tap here') }).waitFor();
    },
  },
  {
    name: 'mode-changed',
    who: 'leaver',
    before: async (cast) => {
      for (const page of cast.pages('leaver')) await page.locator('video').first().waitFor();
      cast.starve(true);
    },
    reach: (page) => sees(page, either('网络较弱，现在|网络很弱，现在', 'The network is (?:very )?weak: ')),
  },
  {
    name: 'case',
    who: 'member',
    onSide: true,
    before: async (cast) => {
      cast.starve(false);
      await cast.myself.must({ feature: 'stage', type: 'stepDown' });
      const page = cast.firstPage('trainer');
      for (const source of [either('静音', 'Mute'), either('关摄像头', 'Camera off')])
        await page.getByRole('banner').getByRole('button', { name: source }).click();
      await showCase(cast);
    },
    reach: (page) => page.locator(picture).nth(1).waitFor(),
  },
  onWall('case', (page) => page.locator(picture).nth(1).waitFor()),
  {
    name: 'case-photo',
    who: 'member',
    reach: async (page) => {
      await press(page, either('放大', 'Enlarge'));
      await page.getByRole('dialog').locator('img').waitFor();
    },
    leave: closeTop,
  },
  { name: 'case-observer', who: 'observer', reach: (page) => page.locator(picture).nth(1).waitFor() },
  { name: 'console-cases', who: 'trainer', reach: (page) => material(page, 2) },
];
