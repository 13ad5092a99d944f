import { useEffect, useEffectEvent } from 'react';
import { remember, remembered } from '../../ui/remembered.ts';
import { actionOf, type ShortcutAction } from './shortcuts.ts';

const name = 'score.shortcuts';

/** Speech input types letters at random: who uses it can switch the single keys off (WCAG 2.1.4). */
export const shortcutsOn = (): boolean => remembered(name) !== 'off';
export const switchShortcuts = (on: boolean): void => remember(name, on ? null : 'off');

/** Where letters are typed, or choose among entries; and a dialog, which is all there is while it's open. */
const ownKeys =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable], [role=menu], [role=listbox]';

/** Does what the single keys stand for, while this is drawn. */
export function useShortcuts(actions: Partial<Record<ShortcutAction, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent): void => {
    const action = actionOf(event);
    const act = action && actions[action];
    if (!act || !shortcutsOn() || document.querySelector('dialog[open]')) return;
    if (event.target instanceof Element && event.target.closest(ownKeys)) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
