import { either, material, people, press, question, type Screen } from './screen.ts';

/** What the console asks before it does what can't be undone, and what it asks to be told. */
export const questions: readonly Screen[] = [
  question('console-close-class', (page) => press(page, either('结束课堂|关闭课堂', 'Close the class'))),
  question('console-rename', async (page) => {
    await people(page, 0);
    await page
      .locator('[data-person]')
      .last()
      .getByRole('button', { name: either('修改', 'Rename') })
      .click();
  }),
  question('console-remove', (page) =>
    page
      .locator('[data-person]')
      .last()
      .getByRole('button', { name: either('请出', 'Remove') })
      .click(),
  ),
  question('console-remove-deck', async (page) => {
    await material(page, 1);
    await press(page, either('删除', 'Remove'));
  }),
  {
    name: 'console-remove-message',
    who: 'trainer',
    reach: async (page) => {
      await people(page, 4);
      await press(page, either('删除.*的消息', 'Remove the message'));
      await page.getByRole('group', { name: either('要为所有人删除', 'Remove it for everybody') }).waitFor();
    },
    leave: (page) => press(page, either('保留', 'Keep')),
  },
];
