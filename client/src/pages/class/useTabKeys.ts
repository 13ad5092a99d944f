import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/announce.ts';
import type { ShortcutAction } from './shortcuts.ts';
import { useShortcuts } from './useShortcuts.ts';

/**
 * Lets single keys choose among tabs. The focus stays, perhaps on the slide whose pages the arrow keys
 * turn, so the new tab is said; its key once more goes into its panel.
 *
 * @returns for the element that holds the tabs
 */
export function useTabKeys<Tab extends ShortcutAction>(
  tabs: readonly Tab[],
  selected: Tab,
  select: (tab: Tab) => void,
): RefObject<HTMLElement | null> {
  const { t } = useTranslation();
  const place = useRef<HTMLElement>(null);
  const show = (tab: Tab): void => {
    if (tab === selected) place.current?.querySelector<HTMLElement>('[role=tabpanel]')?.focus();
    else {
      select(tab);
      announce(t(`shortcuts.action.${tab as ShortcutAction}`));
    }
  };
  useShortcuts(
    Object.fromEntries(tabs.map((tab) => [tab, () => show(tab)])) as Record<ShortcutAction, () => void>,
  );
  return place;
}
