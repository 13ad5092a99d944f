import { Bot } from '../../tests/bots/Bot.ts';
import { type PreparedProduct, prepareProduct } from './product.ts';

/** Waits until the demo's deck is drawn. @returns its id. @throws when that takes longer than a minute and a half. */
export async function demoDeckOf(trainer: Bot): Promise<string> {
  const decks = () => trainer.view.slides.decks ?? [];
  // A busy machine takes longer than what is otherwise waited for.
  for (let tries = 0; tries < 8 && decks().length === 0; tries++)
    await trainer.until(() => decks().length > 0, 'the deck').catch(() => {});
  await trainer.until(() => decks().length > 0, 'the deck');
  return decks()[0]?.id ?? '';
}

/** The product with the demo's deck drawn: or its drawing would go on while something else is measured. */
export function prepareWithDeck(say: (text: string) => void): Promise<PreparedProduct> {
  return prepareProduct(async ({ links }) => {
    say('preparing the class: the deck is being drawn');
    const trainer = await Bot.join(links.trainers[0]?.link ?? '', { media: false });
    await demoDeckOf(trainer).finally(() => trainer.leave());
  });
}
