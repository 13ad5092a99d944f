import { Bot } from '../../tests/bots/Bot.ts';
import { launchChromium } from '../../tests/helpers/chromium.ts';
import { buildClient } from '../launch/clientBuild.mjs';
import { bundleSizes } from './bundleSizes.ts';
import { type BusyPage, beBusy } from './busyPage.ts';
import { type Product, prepareProduct } from './product.ts';
import { type Figures, median, round } from './report.ts';
import { enterSlowly, type SlowEntrance } from './slowPhone.ts';

const rounds = 3;

/**
 * What the pages cost those who open them, measured in Chromium on the production build: the JavaScript that
 * is loaded, the wait on a cheap phone, what moves under the finger, and the longest task of a member's page
 * while 120 people come in and write.
 */
export async function bundle(say: (text: string) => void): Promise<Figures> {
  await buildClient(process.env);
  say('preparing the class: the deck is being drawn');
  const prepared = await prepareProduct(async (product) => {
    const trainer = await director(product);
    await deckOf(trainer).finally(() => trainer.leave());
  });
  try {
    const sizes = await withBrowser(async (browser) => {
      const product = await prepared.run();
      return bundleSizes(product, browser).finally(product.stop);
    });
    say('sizes: done');
    const slow: SlowEntrance[] = [];
    const busy: BusyPage[] = [];
    for (let i = 0; i < rounds; i++) {
      const product = await prepared.run();
      const trainer = await director(product);
      try {
        await showSlide(trainer);
        // A browser of its own each time, so that nothing is compiled already.
        slow.push(await withBrowser((browser) => enterSlowly(product, browser, 1)));
        busy.push(await withBrowser((browser) => beBusy(product, browser)));
      } finally {
        trainer.leave();
        await product.stop();
      }
      say(`slow phone and busy class, round ${i + 1} of ${rounds}: done`);
    }
    return {
      ...sizes,
      'join.usable.slow.ms': round(median(slow.map(({ usable }) => usable))),
      'class.visible.slow.ms': round(median(slow.map(({ classVisible }) => classVisible))),
      layoutshift: round(Math.max(...slow.map(({ shift }) => shift)), 4),
      'longest.task.ms': round(median(busy.map(({ longest }) => longest))),
      'longest.task.worst.ms': round(Math.max(...busy.map(({ longest }) => longest))),
      'longest.task.own.ms': round(median(busy.map(({ longestOwn }) => longestOwn))),
      'tasks.over.50.ms': busy.reduce((sum, { over }) => sum + over, 0),
    };
  } finally {
    await prepared.clear();
  }
}

async function withBrowser<T>(
  use: (browser: Awaited<ReturnType<typeof launchChromium>>) => Promise<T>,
): Promise<T> {
  const browser = await launchChromium();
  return use(browser).finally(() => browser.close());
}

const director = ({ links }: Product): Promise<Bot> =>
  Bot.join(links.trainers[1]?.link ?? '', { media: false });

/** Waits until the demo's deck has been drawn. @returns its id. */
async function deckOf(trainer: Bot): Promise<string> {
  const decks = () => trainer.view.slides.decks ?? [];
  // A busy machine takes longer than what is otherwise waited for.
  for (let tries = 0; tries < 9 && decks().length === 0; tries++)
    await trainer.until(() => decks().length > 0, 'the deck').catch(() => {});
  const deckId = decks()[0]?.id;
  if (!deckId) throw new Error('The deck was not drawn.');
  return deckId;
}

async function showSlide(trainer: Bot): Promise<void> {
  await trainer.must({ feature: 'session', type: 'start' });
  await trainer.must({ feature: 'session', type: 'present', participantId: trainer.id });
  await trainer.must({ feature: 'slides', type: 'showPage', deckId: await deckOf(trainer), page: 3 });
}
