import type { Bot } from '../../tests/bots/Bot.ts';

/** Waits until the demo's deck is drawn. @returns its id. @throws when that takes longer than a minute and a half. */
export async function demoDeckOf(trainer: Bot): Promise<string> {
  const decks = () => trainer.view.slides.decks ?? [];
  // A busy machine takes longer than what is otherwise waited for.
  for (let tries = 0; tries < 8 && decks().length === 0; tries++)
    await trainer.until(() => decks().length > 0, 'the deck').catch(() => {});
  await trainer.until(() => decks().length > 0, 'the deck');
  return decks()[0]?.id ?? '';
}
