import type { Source } from '#shared/media.ts';

/**
 * Whether this very tab sent a source before it was reloaded. Another tab, or another device of the same
 * person, must not open a microphone by itself. The tab's own storage tells them apart; where a browser
 * refuses it, a reload asks for a tap.
 */
const nameOf = (key: string, source: Source) => `media ${key} ${source === 'screen' ? 'screen' : 'devices'}`;

export const heldHere = (key: string, source: Source): boolean => isKept(nameOf(key, source));

export const rememberHeld = (key: string, source: Source, held: boolean): void =>
  keep(nameOf(key, source), held);

/** Whether this tab's person has switched it off, and the Room had not said so when the tab was reloaded. */
const hushedName = (key: string, source: Source) => `media ${key} hushed ${source}`;

export const hushedHere = (key: string, source: Source): boolean => isKept(hushedName(key, source));

export const rememberHushed = (key: string, source: Source, hushed: boolean): void =>
  keep(hushedName(key, source), hushed);

function isKept(name: string): boolean {
  try {
    return sessionStorage.getItem(name) !== null;
  } catch {
    return false;
  }
}

function keep(name: string, kept: boolean): void {
  try {
    if (kept) sessionStorage.setItem(name, 'yes');
    else sessionStorage.removeItem(name);
  } catch {
    // A reload then asks for a tap.
  }
}
