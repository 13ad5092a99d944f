/** What Chromium offers where the site can be installed; the others have it in their own menus only. */
type InstallOffer = Event & { prompt(): Promise<unknown> };

let offer: InstallOffer | null = null;
const listeners = new Set<() => void>();

function become(next: InstallOffer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

/** Keeps the browser's offer for when the person asks for it: a class is no time to be asked. Call it once, early. */
export function keepInstallOffer(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    become(event as InstallOffer);
  });
  addEventListener('appinstalled', () => become(null));
}

export const canInstall = (): boolean => offer !== null;

/** For useSyncExternalStore. */
export function watchInstall(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the browser to ask the person; an offer is good for once. */
export function install(): void {
  void offer?.prompt().catch(() => undefined);
  become(null);
}
