import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bot } from '../bots/Bot.ts';
import { BrowserBed } from '../helpers/BrowserBed.ts';

let bed: BrowserBed;
const bots: Bot[] = [];
beforeAll(async () => {
  bed = await BrowserBed.begin();
});
afterAll(async () => {
  for (const bot of bots) bot.leave();
  await bed?.close();
});

/** Two of each Enterprise. */
const joinAll = (): Promise<Bot[]> =>
  Promise.all(
    bed.classroom.links.enterprises.flatMap(({ link }) =>
      [0, 1].map(async (place) => {
        const bot = await Bot.join(link, { place });
        bots.push(bot);
        return bot;
      }),
    ),
  );

test('20 bots receive the voice and the picture of a trainer who teaches in a browser', async () => {
  const trainer = await bed.trainer();
  const press = (name: string) => trainer.getByRole('button', { name, exact: true }).click();
  await press('开始上课');
  const early = await joinAll();
  await press('发言');
  await press('摄像头');
  const [first] = early;
  const onStage = () => first?.view.stage.stage[0];
  await first?.until(() => onStage()?.camera === true && onStage()?.microphone === true, 'the trainer');
  const id = onStage()?.id ?? '';

  // A second of sound and of ten pictures, for each, at once.
  const hears = (bot: Bot) => Promise.all([bot.hears(id, 'microphone', 50), bot.hears(id, 'camera', 10)]);
  await Promise.all(early.map(hears));
  expect(new Set(early.map((bot) => bot.id)).size).toBe(20);

  const late = await Bot.join(bed.enterpriseLink(), { place: 2 });
  bots.push(late);
  await hears(late);

  await press('静音');
  await late.until(() => onStage()?.microphone === false, 'the trainer muted');
  await late.peer?.hears(id, 'camera', 10);
  expect(bots.flatMap((bot) => [...bot.refusals])).toEqual([]);
});
