import { setTimeout as pause } from 'node:timers/promises';
import { Bot } from '../../tests/bots/Bot.ts';
import { answerLoad } from '../../tests/helpers/LoadProcess.ts';

export type BusyMember = { link: string; place: number };
/** `within`: how long they take to come in. `chatFor`: how long they then write on. In milliseconds. */
export type BusyRequest = { members: BusyMember[]; within: number; chatFor: number; perSecond: number };
export type BusyResult = { joined: number; written: number };

/** A class that comes in and writes all the while, without media. */
answerLoad(async ({ members, within, chatFor, perSecond }: BusyRequest): Promise<BusyResult> => {
  const bots: Bot[] = [];
  const ends = performance.now() + within + chatFor;
  let written = 0;
  const write = async () => {
    for (let i = 0; performance.now() < ends; i++) {
      const bot = bots[i % bots.length];
      const text = `${i + 1}. 我们厂每周一早上开例会，半个小时，由组长主持，秘书记录。`;
      if (bot && (await bot.do({ feature: 'chat', type: 'send', text }))) written++;
      await pause(1_000 / perSecond);
    }
  };
  const comeIn = members.map(async ({ link, place }, i) => {
    await pause((i * within) / members.length);
    bots.push(await Bot.join(link, { place, media: false }));
  });
  await Promise.all([write(), ...comeIn]);
  for (const bot of bots) bot.leave();
  return { joined: bots.length, written };
});
