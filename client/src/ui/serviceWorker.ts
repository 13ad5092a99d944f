/**
 * Starts the service worker, which shows a page of ours while there is no network. Where browsers have none, as
 * without HTTPS, everything works as before.
 */
export function startServiceWorker(): void {
  if (import.meta.env.PROD && 'serviceWorker' in navigator)
    navigator.serviceWorker.register('/sw.js').catch(() => undefined);
}
