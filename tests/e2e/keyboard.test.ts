import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserBed } from '../helpers/BrowserBed.ts';
import { laptop } from '../helpers/chromium.ts';
import { conversionPatience } from '../helpers/conversionPatience.ts';
import { KeyboardPerson } from '../helpers/KeyboardPerson.ts';

/** A small class in which nobody has a mouse or a touch screen, as one story. */
let bed: BrowserBed;
let trainer: KeyboardPerson;
let second: KeyboardPerson;
let member: KeyboardPerson;

beforeAll(async () => {
  bed = await BrowserBed.begin();
  const person = async () => {
    const context = await bed.person({ size: laptop, language: 'en' });
    return new KeyboardPerson(await context.newPage());
  };
  [trainer, second, member] = [await person(), await person(), await person()];
});
afterAll(() => bed?.close());

/** The tabs of the console's left side; those of the right side come after them. */
const materialTabs = 5;

/** Opens one of the console's tabs by its number, and goes in by the same key. */
async function enterTab(person: KeyboardPerson, key: string, place: number): Promise<void> {
  const tab = person.page.getByRole('tab').nth(place);
  await person.page.keyboard.press(key);
  await expect.poll(() => tab.getAttribute('aria-selected'), { message: `key ${key}` }).toBe('true');
  const panel = person.page.getByRole('tabpanel').nth(place < materialTabs ? 0 : 1);
  if (!(await panel.evaluate((element) => element === document.activeElement)))
    await person.page.keyboard.press(key);
  await person.keepsPlace();
}

test('[KEYS2] a class is joined, started and taught by keyboard alone', async () => {
  const enter = async (person: KeyboardPerson, link: string) => {
    await person.page.goto(link);
    await person.press(person.button('Join with sound'));
    await person.page.waitForURL(/\/class\//);
  };
  await enter(trainer, bed.trainerLink());
  await enter(second, bed.trainerLink(1));
  await member.page.goto(bed.enterpriseLink());
  await member.press(member.page.getByRole('radio').first(), 'Space');
  await member.press(member.button('Join with sound'));
  await member.page.getByText('You are in').waitFor();

  await trainer.press(trainer.button('Start the class'));
  await trainer.button('Close the class').waitFor();
  await trainer.keepsPlace();
  await trainer.press(trainer.button(/^Present$/));
  await trainer.page.getByText('You present').waitFor();
  await trainer.keepsPlace();

  await enterTab(trainer, '7', 1);
  await trainer.page
    .getByRole('button', { name: 'Show slide 1 to the class' })
    .waitFor({ timeout: conversionPatience });
  await trainer.press(trainer.button('Show slide 1 to the class'));
  const slide = (page: number) => member.page.locator(`main img[data-page="${page}"]`).waitFor();
  await slide(0);
  await trainer.page.keyboard.press('s');
  for (const page of [1, 2]) {
    await trainer.page.keyboard.press('ArrowRight');
    await slide(page);
  }
  await trainer.page.keyboard.press('ArrowLeft');
  await slide(1);
  await trainer.keepsPlace();
});

test('[KEYS3] a poll, a hand, the chat and groups go by keyboard, and the focus is never lost', async () => {
  const ours = member.page.locator('[data-poll]').first();
  await enterTab(trainer, '3', 7);
  await trainer.press(trainer.button(/^Open the poll/));
  await trainer.button('Close the poll').waitFor();
  await trainer.keepsPlace();
  await member.press(ours.locator('button[data-option]').nth(1), 'Space');
  await ours.locator('button[aria-pressed="true"]').waitFor();
  await member.keepsPlace();
  const results = trainer.page.getByRole('switch', { name: 'The class sees the results' });
  const before = await results.isChecked();
  await trainer.press(results, 'Space');
  await expect.poll(() => results.isChecked()).toBe(!before);
  await trainer.press(trainer.button('Close the poll'));
  await trainer.button('Close the poll').waitFor({ state: 'detached' });
  await trainer.keepsPlace();

  await member.press(member.button('Raise hand'), 'Space');
  await member.keepsPlace();
  await enterTab(trainer, '2', 6);
  await trainer.press(trainer.button(/^Invite up/));
  await trainer.page.getByText('No hands are up').waitFor();
  await trainer.keepsPlace();
  await member.press(member.button('Turn my microphone on'));
  await member.page.getByText('everybody can hear you').first().waitFor();
  await member.keepsPlace();
  await member.press(member.button('I am done'));
  await member.button('I am done').waitFor({ state: 'detached' });
  await member.keepsPlace();

  await enterTab(trainer, '5', 9);
  await trainer.type(trainer.page.getByRole('textbox', { name: 'Write a message' }), 'Any questions?');
  await trainer.page.keyboard.press('Enter');
  await member.press(member.button('Chat'));
  await member.page.getByText('Any questions?', { exact: true }).waitFor();
  await member.type(member.page.getByRole('textbox', { name: 'Write a message' }), 'None so far');
  await member.press(member.button('Send'));
  await trainer.page.getByText('None so far', { exact: true }).waitFor();
  await member.keepsPlace();
  await member.page.keyboard.press('Escape');
  await member.keepsPlace();
});

test('[KEYS4] groups are opened, told something and closed by keyboard, and their worksheet is filled', async () => {
  // From the chat's text field, where numbers are text.
  await trainer.goTo(trainer.page.getByRole('tab', { selected: true }).last(), 'Shift+Tab');
  await enterTab(trainer, '4', 8);
  await trainer.press(trainer.button('Make the groups'));
  await trainer.button('Open the groups').waitFor();
  await trainer.keepsPlace();
  await trainer.press(trainer.button('Open the groups'));
  await trainer.button('Close all groups').waitFor();
  await trainer.keepsPlace();

  const field = member.page.locator('[data-worksheet] textarea').first();
  await member.type(field, 'Weekly, on Mondays');
  await trainer.type(
    trainer.page.getByRole('textbox', { name: 'Message to all groups' }),
    'Two minutes left',
  );
  await trainer.press(trainer.button('Send to all groups'));
  await member.page.getByText('Two minutes left').first().waitFor();
  await trainer.keepsPlace();
  await trainer.goTo(trainer.button('Close all groups'), 'Shift+Tab');
  await trainer.page.keyboard.press('Enter');
  await trainer.press(trainer.page.getByRole('dialog').getByRole('button', { name: 'Close all groups' }));
  await trainer.button('Make the groups').waitFor();
  await trainer.keepsPlace();
  await member.page.locator('[data-group]').waitFor({ state: 'detached' });
  await member.keepsPlace();

  await second.press(second.button(/^Present$/));
  await second.page.getByText('You present').waitFor();
  await second.keepsPlace();
  await trainer.press(trainer.button('Close the class'));
  await trainer.press(trainer.button('Close for everybody'));
  for (const { page } of [trainer, second, member])
    await page.getByText('The class is over').first().waitFor();
});
