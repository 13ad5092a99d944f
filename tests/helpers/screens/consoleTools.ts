import { laptop } from '../chromium.ts';
import { reportNetworks } from './networks.ts';
import {
  closeTop,
  either,
  installButton,
  offerInstall,
  people,
  press,
  question,
  type Screen,
} from './screen.ts';

/** What the console has for whoever runs the class: keys, settings, who presents, networks, one person's data. */
export const consoleTools: readonly Screen[] = [
  {
    name: 'console-shortcuts',
    who: 'trainer',
    reach: async (page) => {
      await press(page, either('键盘快捷键', 'Keyboard'));
      await page.getByRole('dialog').waitFor();
    },
    leave: closeTop,
  },
  question('console-sound-and-picture', (page) => press(page, either('声音与画面', 'Sound and picture'))),
  {
    ...question('console-blur', async (page) => {
      await page.setViewportSize(laptop);
      // The machine that the tests run on may have fewer cores than it takes.
      await page.evaluate(() =>
        Object.defineProperty(navigator, 'hardwareConcurrency', { value: 8, configurable: true }),
      );
      await press(page, either('声音与画面', 'Sound and picture'));
      await page.getByRole('switch', { name: either('虚化我的背景', 'Blur my background') }).waitFor();
    }),
    size: laptop,
  },
  { name: 'console-people', who: 'trainer', reach: (page) => people(page, 0) },
  {
    name: 'console-more',
    who: 'trainer',
    reach: async (page) => {
      await offerInstall(page);
      await press(page, either('更多', 'More'));
      await installButton(page).waitFor();
    },
    leave: closeTop,
  },
  {
    name: 'console-presenting',
    who: 'trainer',
    before: async (cast) => {
      const participantId = cast.idOf('trainer');
      await cast.director.must({ feature: 'session', type: 'present', participantId });
    },
    reach: (page) => page.getByRole('button', { name: either('请 .+ 主讲', 'Let .+ present') }).waitFor(),
  },
  {
    name: 'console-network',
    who: 'trainer',
    before: async ({ director, mates }) => {
      // Only whoever presents shows the class something, and here that is the director again.
      await director.must({ feature: 'session', type: 'present', participantId: director.id });
      await reportNetworks(mates);
    },
    reach: (page) => page.locator('button[data-quality="bad"]').waitFor(),
  },
  {
    name: 'console-network-people',
    who: 'trainer',
    reach: async (page) => {
      await page.locator('button[data-quality="weak"]').click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
    },
    leave: closeTop,
  },
  {
    name: 'console-erase',
    who: 'trainer',
    reach: async (page) => {
      const person = page.locator('[data-person]');
      await person
        .getByRole('button', { name: either('请出', 'Remove') })
        .first()
        .click();
      await press(page, either('删除此人的数据', 'Erase this person'));
      await page.getByRole('checkbox', { name: either('我明白', 'I understand') }).check();
    },
    leave: closeTop,
  },
];
