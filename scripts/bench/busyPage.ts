import type { Browser, Page } from 'playwright-core';
import { enterClass, newPerson } from '../../tests/helpers/chromium.ts';
import { LoadProcess } from '../../tests/helpers/LoadProcess.ts';
import type { BusyRequest, BusyResult } from './busyLoad.ts';
import type { Product } from './product.ts';

const memberCount = 120;
const within = 10_000;
const chatFor = 10_000;
/** Messages; a class in which everybody greets writes less. */
const perSecond = 8;
const slowerProcessor = 4;
/** What nobody can have missed: the browser's own list begins at 50 ms. */
const longTask = 50;

/**
 * The longest task of the page's main thread, in milliseconds, and how many were longer than 50. `longestOwn`
 * is the longest by the thread's own processor time, which other processes of a busy machine don't lengthen.
 */
export type BusyPage = { longest: number; longestOwn: number; over: number };

/**
 * Others come in and write, while a member's page shows the class, and then the chat. Its tasks are read
 * from the browser's trace, since what a page itself can observe begins at 50 ms.
 */
export async function beBusy({ links }: Product, browser: Browser): Promise<BusyPage> {
  const context = await newPerson(browser);
  const load = new LoadProcess<BusyRequest, BusyResult>(new URL('busyLoad.ts', import.meta.url));
  try {
    const page = await enterClass(context, links.enterprises[0]?.link ?? '');
    await page.locator('main img[data-page]').waitFor();
    await page.waitForLoadState('networkidle');
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor });
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', '__metadata'] });
    const { enterprises } = links;
    const members = Array.from({ length: memberCount }, (_, i) => ({
      link: enterprises[i % enterprises.length]?.link ?? '',
      // The first place of the first Enterprise is the page's own.
      place: 1 + Math.floor(i / enterprises.length),
    }));
    const busy = load.ask({ members, within, chatFor, perSecond });
    await openChat(page, within / 2);
    const { joined, written } = await busy;
    const tasks = mainThreadTasks(JSON.parse((await browser.stopTracing()).toString()) as Trace);
    const seen = await page.locator('[data-message]').count();
    if (joined !== memberCount || written < ((within + chatFor) / 1_000) * perSecond * 0.5)
      throw new Error(`Only ${joined} came in, and ${written} messages were written.`);
    if (seen < 20 || tasks.length < 100)
      throw new Error(`The page showed ${seen} messages in ${tasks.length} tasks.`);
    return {
      longest: Math.max(...tasks.map(({ wall }) => wall)),
      longestOwn: Math.max(...tasks.map(({ own }) => own)),
      over: tasks.filter(({ wall }) => wall > longTask).length,
    };
  } finally {
    await load.end();
    await context.close();
  }
}

async function openChat(page: Page, after: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, after));
  await page.getByRole('button', { name: /^聊天/ }).click();
}

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};
type Trace = { traceEvents: TraceEvent[] };

/** How long the tasks of the renderer's main thread took, in milliseconds. */
function mainThreadTasks({ traceEvents }: Trace): { wall: number; own: number }[] {
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && main.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ wall: dur / 1_000, own: tdur / 1_000 }));
}
