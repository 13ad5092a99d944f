import { useEffect } from 'react';

/** Where one can go on from when a control inside is gone. */
const homes = 'dialog, [role="tabpanel"], main, header, aside, footer';

/** Text fields come before the part of the page: after a message one mostly writes the next. */
const field = 'textarea:not(:disabled), input:not(:disabled)';

/**
 * Keeps the place of whoever goes by keyboard, on the whole page, while this is drawn: when what had the
 * focus is gone or has become disabled, such as a button that did its work, the nearest part of the page
 * that was around it takes the focus. Else it would be nowhere, and the next Tab at the top of the page.
 */
export function useKeptPlace(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return;
      last = target;
      around = [];
      for (let parent = target.parentElement; parent; parent = parent.parentElement) around.push(parent);
    };
    // Who clicks beside everything wants the focus nowhere.
    const forget = (): void => {
      last = null;
    };
    const keep = (): void => {
      if (!last) return;
      const isDisabled = last.isConnected && last.matches(':disabled');
      if (last.isConnected && !isDisabled) return;
      const { activeElement } = document;
      if (activeElement !== document.body && activeElement !== last && activeElement !== null) return;
      // In a dialog, which is all there is while it's open, nothing outside can take the focus.
      const place = homeAmong(around, isDisabled);
      last = null;
      place?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(keep);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    document.addEventListener('focusin', remember);
    document.addEventListener('pointerdown', forget, true);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, []);
}

function homeAmong(around: readonly HTMLElement[], isDisabled: boolean): HTMLElement | null {
  const there = around.filter((element) => element.isConnected);
  const ownField = isDisabled
    ? there.find(({ tagName }) => tagName === 'FORM')?.querySelector<HTMLElement>(field)
    : null;
  if (ownField) return ownField;
  const home =
    there.find((element) => element.matches(`[tabindex], ${homes}`)) ??
    document.querySelector<HTMLElement>('dialog[open] h2, main');
  // Parts of the page take the focus from here only, never by Tab.
  if (home && !home.hasAttribute('tabindex')) home.tabIndex = -1;
  return home;
}
