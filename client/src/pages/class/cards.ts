/**
 * What a member may be asked or told beside the slide, the most pressing first: to speak, to vote, the
 * trainer's word to all groups, a message; then what one looks at when one likes.
 */
export const cardKinds = ['invite', 'ask', 'word', 'chat', 'results', 'help', 'group', 'task'] as const;
export type CardKind = (typeof cardKinds)[number];

/** One of them; the id tells two of a kind apart that follow each other. */
export type Card = { readonly kind: CardKind; readonly id: string };

/** What the member opened, or null for folding all, and the cards that there were then. */
export type CardChoice = { readonly kind: CardKind | null; readonly among: readonly Card[] };

/** These come up by themselves, also before somebody who reads or writes. */
const pressing: readonly CardKind[] = ['invite', 'ask', 'word', 'chat'];

const rank = (kind: CardKind): number => cardKinds.indexOf(kind);

/**
 * The one card that is open. The most pressing, until the member opens another; that one stays until
 * something more pressing comes. Nothing takes the place of what is more pressing: a message that comes
 * in must not slip under a thumb that is about to vote.
 *
 * @param present in any order
 * @param reading a Worksheet or a case has the screen, so that only what is pressing comes up by itself
 */
export function shownCard(
  present: readonly Card[],
  choice: CardChoice | null,
  reading: boolean,
): CardKind | null {
  const kinds = cardKinds.filter((kind) => present.some((card) => card.kind === kind));
  if (choice && isStillMeant(choice, present, kinds)) return choice.kind;
  const first = kinds[0] ?? null;
  return first !== null && reading && !pressing.includes(first) ? null : first;
}

function isStillMeant(
  { kind, among }: CardChoice,
  present: readonly Card[],
  kinds: readonly CardKind[],
): boolean {
  if (kind !== null && !kinds.includes(kind)) return false;
  const isNew = (card: Card): boolean => !among.some(({ kind, id }) => kind === card.kind && id === card.id);
  const isAbove = (card: Card): boolean => kind === null || rank(card.kind) <= rank(kind);
  return !present.some((card) => pressing.includes(card.kind) && isNew(card) && isAbove(card));
}
