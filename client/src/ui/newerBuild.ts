import i18next from 'i18next';
import { showToast } from './toasts.ts';

/**
 * Whether the site has been built anew since this page was loaded: its one page then names another script. Whatever
 * this page has not loaded by now is gone. False while the site can't be asked.
 */
export async function isOutdated(): Promise<boolean> {
  const own = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  if (!own) return false;
  try {
    const response = await fetch('/', { cache: 'no-store' });
    return response.ok && !(await response.text()).includes(new URL(own.src).pathname);
  } catch {
    return false;
  }
}

/** Says calmly that there is a new version, which waits for a tap. */
export function tellOfNewVersion(): void {
  const action = { label: i18next.t('ui.reload'), onAction: () => location.reload() };
  showToast({ tone: 'info', text: i18next.t('ui.newVersion'), action });
}

const key = 'score.reloaded';
/** A page that is still too old after a reload must not go on reloading, in milliseconds. */
const onceWithin = 60_000;

/** Reloads the page by itself, unless it just did, or this browser can't remember that it did. */
export function reloadOnce(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(key)) < onceWithin) return false;
    sessionStorage.setItem(key, String(Date.now()));
  } catch {
    return false;
  }
  location.reload();
  return true;
}
