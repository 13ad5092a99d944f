import { setTimeout as pause } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { Bot } from '../../tests/bots/Bot.ts';
import { answerLoad } from '../../tests/helpers/LoadProcess.ts';
import type { JoinRequest, JoinResult, Member, MemberResult } from './join.ts';
import { LoadMeter } from './LoadMeter.ts';

/** Members who come in by link, or the trainer whom they hear: whichever this process is asked to be. */
const bots: Bot[] = [];
let teacherId = '';

answerLoad(async (request: JoinRequest): Promise<JoinResult> => {
  switch (request.ask) {
    case 'teach': {
      const teacher = await Bot.join(request.link);
      bots.push(teacher);
      for (const source of ['microphone', 'camera'] as const)
        if (!(await teacher.turnOn(source))) throw new Error(`The trainer can't turn the ${source} on.`);
      return { teacherId: teacher.id, members: [], load: null };
    }
    case 'join': {
      teacherId = request.teacherId;
      await pause(Math.max(0, request.beginsAt - Date.now()));
      const meter = new LoadMeter();
      const members = await Promise.all(request.members.map(comeIn));
      return { teacherId, members, load: meter.end() };
    }
    case 'listen':
      // A second of each: the class really goes on for all of them, at once.
      await Promise.all(
        bots.map((bot) =>
          Promise.all([bot.hears(teacherId, 'microphone', 50), bot.hears(teacherId, 'camera', 40)]),
        ),
      );
      return { teacherId, members: [], load: null };
  }
});

async function comeIn({ link, place, after }: Member): Promise<MemberResult> {
  await pause(after);
  const began = performance.now();
  try {
    const bot = await Bot.join(link, { place });
    bots.push(bot);
    await bot.hears(teacherId, 'microphone', 1);
    await bot.hears(teacherId, 'camera', 1);
    const { slides, people } = bot.firstSnapshot.view;
    const heard = [...(bot.peer?.heard.values() ?? [])].filter((h) => h.participantId === teacherId);
    const first = (source: string) => heard.find((h) => h.source === source)?.firstAt ?? Number.NaN;
    return {
      failure: null,
      snapshot: bot.times.snapshot - bot.times.began,
      media: Math.min(first('microphone'), first('camera')) - bot.times.began,
      camera: first('camera') - bot.times.began,
      shown: slides.shown && { deckId: slides.shown.deck.id, page: slides.shown.page },
      id: people.me.id,
      bytes: deflateSync(JSON.stringify(bot.firstSnapshot)).length,
    };
  } catch (error) {
    return { failure: `after ${Math.round(performance.now() - began)} ms: ${error}` };
  }
}
