/**
 * What was begun is still there when the chat is opened again, and after a reload. Each tab has its own, in
 * the browser's storage for it, and where that is refused it lasts as long as the page.
 */
const drafts = new Map<string, string>();
const nameOf = (participantId: string) => `score.draft.${participantId}`;

export function keptDraft(participantId: string): string {
  try {
    return sessionStorage.getItem(nameOf(participantId)) ?? '';
  } catch {
    return drafts.get(participantId) ?? '';
  }
}

export function keepDraft(participantId: string, text: string): void {
  drafts.set(participantId, text);
  try {
    if (text === '') sessionStorage.removeItem(nameOf(participantId));
    else sessionStorage.setItem(nameOf(participantId), text);
  } catch {
    // The map has it.
  }
}
