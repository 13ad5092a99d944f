import type { Source } from '#shared/media.ts';

/**
 * Whether this very tab sent a source before it was reloaded. Another tab, or another device of the same
 * person, must not open a microphone by itself. The tab's own storage tells them apart; where a browser
 * refuses it, a reload asks for a tap.
 */
const nameOf = (key: string, source: Source) => `media ${key} ${source === 'screen' ? 'screen' : 'devices'}`;

export function heldHere(key: string, source: Source): boolean {
  try {
    return sessionStorage.getItem(nameOf(key, source)) !== null;
  } catch {
    return false;
  }
}

export function rememberHeld(key: string, source: Source, held: boolean): void {
  try {
    if (held) sessionStorage.setItem(nameOf(key, source), 'held');
    else sessionStorage.removeItem(nameOf(key, source));
  } catch {
    // A reload then asks for a tap.
  }
}
