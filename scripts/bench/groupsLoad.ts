import { setTimeout as pause } from 'node:timers/promises';
import { groupOf } from '#shared/basics.ts';
import { Bot } from '../../tests/bots/Bot.ts';
import { answerLoad } from '../../tests/helpers/LoadProcess.ts';
import type { GroupsAnswer, GroupsAsk } from './groups.ts';
import { LoadMeter } from './LoadMeter.ts';

/** The smallest simulcast layer of a camera: 120 kbit/s in packets of a kilobyte. */
const pictureRate = 15;
/** With a camera, in each group; the first of it. */
const cameras = 4;
/** In one group nobody receives more. */
const mostVoices = 3;

const bots: Bot[] = [];
let trainer: Bot | null = null;

answerLoad(async (ask: GroupsAsk): Promise<GroupsAnswer> => {
  switch (ask.ask) {
    case 'teach': {
      trainer = await Bot.join(ask.link, { media: { takes: () => false } });
      await trainer.must({ feature: 'session', type: 'start' });
      if (!(await trainer.turnOn('microphone'))) throw new Error('The trainer can not be heard.');
      return { teacherId: trainer.id };
    }
    case 'open': {
      await trainer?.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
      await trainer?.must({
        feature: 'breakouts',
        type: 'open',
        minutes: null,
        worksheetId: null,
        brief: '',
      });
      return {};
    }
    case 'close':
      await trainer?.must({ feature: 'breakouts', type: 'close' });
      return {};
    case 'join':
      for (const { link, place } of ask.members)
        bots.push(await Bot.join(link, { place, media: { pictureRate } }));
      return {};
    case 'speak':
      await Promise.all(bots.map((bot, i) => speak(bot, ask.places[i] ?? 0)));
      return {};
    case 'measure': {
      const before = bots.map((bot) => bot.packets);
      const meter = new LoadMeter();
      await pause(ask.for);
      const load = meter.end();
      const received = bots.map((bot, i) => bot.packets - (before[i] ?? 0));
      return { load, packets: Math.min(...received), problems: bots.flatMap(tooMuch) };
    }
    case 'return': {
      // Asked before the trainer closes the groups, so that no packet is missed.
      const heard = bots.map(async (bot) => {
        await bot.hears(ask.teacherId, 'microphone', 1);
        return Date.now();
      });
      const results = await Promise.allSettled(heard);
      return {
        heardAt: results.map((result) =>
          result.status === 'fulfilled' ? result.value : String(result.reason),
        ),
      };
    }
  }
});

async function speak(bot: Bot, place: number): Promise<void> {
  await bot.until(() => groupOf(bot.view.people.me.space) !== null, 'its group');
  await until(() => bot.turnOn('microphone'));
  if (place < cameras) await until(() => bot.turnOn('camera'));
}

/** Its media may just be beginning. */
async function until(done: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    if (await done()) return;
    await pause(200);
  }
  throw new Error('A member can not be heard or seen.');
}

/** Whether somebody is sent what no phone should have to take. */
function tooMuch(bot: Bot): string[] {
  const offered = bot.peer?.offered ?? [];
  const of = (source: string) => offered.filter((name) => name.endsWith(` ${source}`)).length;
  const isFine = of('microphone') <= mostVoices && of('camera') <= cameras && of('microphone') > 0;
  return isFine ? [] : [`${bot.name} was offered ${offered.join(', ') || 'nothing'}`];
}
