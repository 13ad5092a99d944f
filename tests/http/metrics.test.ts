import { afterEach, expect, test } from 'vitest';
import { Bot } from '../bots/Bot.ts';
import { type Classroom, startClassroom } from '../helpers/classroom.ts';

let classroom: Classroom | null = null;
const bots: Bot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) bot.leave();
  await classroom?.close();
  classroom = null;
});

async function join(link: string | undefined): Promise<Bot> {
  const bot = await Bot.join(link ?? '');
  bots.push(bot);
  return bot;
}

test('[METRICS1] who asks for figures gets counts of rooms, devices, workers and of how the class arrives', async () => {
  classroom = await startClassroom({ METRICS_PORT: '0', MEDIA_WORKERS: '2' });
  const { links, server } = classroom;
  const trainer = await join(links.trainers[0]?.link);
  const member = await join(links.enterprises[0]?.link);
  for (const bot of [trainer, member]) await bot.until(() => bot.peer !== null, 'its media');
  await member.peer?.ask({ type: 'setMode', mode: 'light' });
  await member.peer?.ask({ type: 'report', roundTrip: 250, loss: 0.06, kbit: 180 });

  const at = `http://127.0.0.1:${server.metricsPort}`;
  let text = '';
  const value = (name: string) => {
    const line = text.split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(name.length + 1));
  };
  const onWorkers = async () => {
    text = await (await fetch(`${at}/metrics`)).text();
    const [first = 0, second = 0] = [0, 1].map((i) => value(`score_media_worker_seats{worker="${i}"}`));
    return first + second;
  };
  await expect.poll(onWorkers).toBe(2);
  expect(value('score_rooms')).toBe(1);
  expect(value('score_seats')).toBe(2);
  expect(value('score_media_worker_cpu_seconds{worker="0"}')).toBeGreaterThan(0);
  expect(value('score_devices{mode="light"}')).toBe(1);
  expect(value('score_devices{mode="full"}')).toBe(0);
  expect(value('score_device_loss_ratio{quantile="0.5"}')).toBe(0.06);
  expect(value('score_device_round_trip_seconds{quantile="0.99"}')).toBe(0.25);
  expect(value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
  for (const person of [trainer, member]) {
    expect(text).not.toContain(person.id);
    expect(text).not.toContain(person.name);
  }
  expect((await fetch(`${at}/`)).status).toBe(404);
  expect(await (await fetch(`${classroom.url}/metrics`)).text()).not.toContain('score_rooms');
});

test('[METRICS1] nobody asked for figures: there is no port', async () => {
  classroom = await startClassroom();
  expect(classroom.server.metricsPort).toBeNull();
});
