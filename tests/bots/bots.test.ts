import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join as pathOf } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { groupOf } from '#shared/basics.ts';
import { type Classroom, startClassroom } from '../helpers/classroom.ts';
import { Bot, type BotOptions } from './Bot.ts';

let classroom: Classroom;
let bots: Bot[] = [];
beforeEach(async () => {
  classroom = await startClassroom();
});
afterEach(async () => {
  for (const bot of bots) bot.leave();
  bots = [];
  await classroom.close();
});

async function join(link: string | undefined, options?: BotOptions): Promise<Bot> {
  const bot = await Bot.join(link ?? '', options);
  bots.push(bot);
  return bot;
}
const member = (enterprise: number, options?: BotOptions) =>
  join(classroom.links.enterprises[enterprise]?.link, options);

/** A trainer who is seen and heard. */
async function trainer(): Promise<Bot> {
  const bot = await join(classroom.links.trainers[0]?.link);
  await bot.must({ feature: 'session', type: 'start' });
  expect(await bot.turnOn('microphone')).toBe(true);
  expect(await bot.turnOn('camera')).toBe(true);
  return bot;
}

test('a bot takes its place of the roster, or a name that says what it is', async () => {
  const [first, again, beyond] = [await member(0), await member(0), await member(0, { place: 11 })];
  expect(first.name).not.toContain('模拟');
  expect([again.name, beyond.name]).toEqual(['模拟学员 01', '模拟学员 12']);
});

test('bots receive the voice and the picture that a trainer sends, also when they come late or back', async () => {
  const early = await member(0);
  const speaker = await trainer();
  const late = await member(1);
  for (const bot of [early, late]) {
    await bot.hears(speaker.id, 'microphone');
    await bot.hears(speaker.id, 'camera');
  }
  const before = late.packets;
  late.loseConnection();
  await late.until(() => late.peer === null, 'the connection to be lost');
  await expect.poll(() => late.peer, { message: 'to be back' }).not.toBeNull();
  await late.hears(speaker.id, 'camera');
  expect(late.packets).toBeGreaterThan(before);
  expect([...early.refusals, ...late.refusals]).toEqual([]);
});

test('a bot without media sees the class all the same', async () => {
  const bot = await member(0, { media: false });
  await trainer();
  await bot.until(() => bot.view.stage.stage.length === 1, 'the trainer on the stage');
  expect(bot.peer).toBeNull();
  expect(await bot.turnOn('microphone')).toBe(false);
});

test('bots follow into breakouts, hear their own group there, and the trainer when they are back', async () => {
  const speaker = await trainer();
  const [ann, ben, cat] = await Promise.all([member(0), member(0, { place: 1 }), member(1)]);
  await speaker.must({ feature: 'breakouts', type: 'prepare', by: 'enterprise' });
  await speaker.must({ feature: 'breakouts', type: 'open', minutes: null, worksheetId: null, brief: '' });
  const inGroup = (bot: Bot) => groupOf(bot.view.people.me.space) !== null;
  for (const bot of [ann, ben, cat]) await bot.until(() => inGroup(bot), 'its group');
  expect(await ann.turnOn('microphone')).toBe(true);
  await ben.hears(ann.id, 'microphone');
  await expect.poll(() => cat.peer?.offered).toEqual([]);

  await speaker.must({ feature: 'breakouts', type: 'close' });
  for (const bot of [ann, ben, cat]) {
    await bot.until(() => bot.view.people.me.space === 'plenary', 'the plenary');
    await bot.hears(speaker.id, 'microphone');
    await expect
      .poll(() => bot.peer?.offered)
      .toEqual([`${speaker.id} camera`, `${speaker.id} microphone`].sort());
  }
});

test('npm run bots: a class comes in, votes, and leaves at Ctrl-C; the links are those of the demo', async () => {
  const speaker = await join(classroom.links.trainers[0]?.link, { media: false });
  await speaker.must({ feature: 'session', type: 'start' });
  const [poll] = speaker.view.polls.planned ?? [];
  await speaker.must({ feature: 'polls', type: 'open', pollId: poll?.id ?? '' });

  const script = pathOf(import.meta.dirname, '../../scripts/bots.ts');
  const links = pathOf(classroom.dataDir, 'demo-links.json');
  const child = spawn(process.execPath, [script, '--links', links, '--count', '12'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    // Not its exit, after which what it said last may still be on its way.
    const ended = once(child, 'close');
    const lines: string[] = [];
    createInterface(child.stdout).on('line', (line) => lines.push(line));
    await speaker.until(() => speaker.view.polls.opened[0]?.answered === 12, 'twelve votes');
    const counts = speaker.view.people.counts;
    expect(counts.members).toBe(12);
    expect(Object.keys(counts.byEnterprise)).toHaveLength(10);
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    expect(lines.some((line) => line.includes('joined 12/12  connected 12'))).toBe(true);
    expect(lines.at(-1)).toBe('12 of 12 were in the class, and have left.');
    await speaker.until(() => speaker.view.people.counts.members === 0, 'nobody left');
  } finally {
    child.kill('SIGKILL');
  }
});

test('npm run bots says in a sentence what is wrong with how it was called', async () => {
  const script = pathOf(import.meta.dirname, '../../scripts/bots.ts');
  const child = spawn(process.execPath, [script, '--link', 'http://localhost/nothing'], { stdio: 'pipe' });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  expect(await once(child, 'close')).toEqual([2, null]);
  expect(said).toContain('“http://localhost/nothing” is no link into a class');
});
