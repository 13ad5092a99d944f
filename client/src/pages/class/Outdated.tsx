import { useEffect } from 'react';
import { reloadOnce, tellOfNewVersion } from '../../ui/newerBuild.ts';

/**
 * Where one writes; what is written in a place with `data-kept` outlasts the page. A number always stands in its
 * field, and what was searched for is quickly typed again.
 */
const unkept = 'textarea, input:not([type]), input[type=text]';

const somethingIsTyped = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(unkept)].some(
    (field) => field.value !== '' && !field.closest('[data-kept]'),
  );

/**
 * The server does not understand this page any more, so nobody hears or sees anything through it: it loads itself
 * anew, and waits for that while something is typed that would be lost. A tap does it at any time.
 */
export function Outdated(): null {
  useEffect(() => {
    const reloadIfFree = (): boolean => !somethingIsTyped() && reloadOnce();
    if (reloadIfFree()) return;
    tellOfNewVersion();
    const look = (): void => void reloadIfFree();
    addEventListener('input', look);
    addEventListener('focusout', look);
    return () => {
      removeEventListener('input', look);
      removeEventListener('focusout', look);
    };
  }, []);
  return null;
}
