/**
 * The service worker. It keeps the site's own files, whose names change with what is in them, and shows a page of
 * ours while there is no network. It never looks at the API, the socket, or anything of a class.
 *
 * A newer one waits until no page is open any more (nothing here calls skipWaiting), so that it can't take a file from
 * a class that is under way.
 */

// Another one with each build: then the browser takes this file for a new worker, and the old files go with the old one.
const files = 'score-BUILD';
const offlinePage = '/offline.html';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(files).then((cache) => cache.addAll([offlinePage, '/offline.js', '/icon.svg'])),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('score-') && name !== files)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (/^\/(api|socket\.io|healthz|readyz)(\/|$)/.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(open(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(keep(request));
  else if (pathname === '/offline.js' || pathname === '/icon.svg') event.respondWith(first(request));
});

/** The page, or ours in its place where nothing answers, or only a proxy before a server that is gone. */
async function open(request) {
  const answer = await fetch(request).catch(() => null);
  if (answer && ![502, 503, 504].includes(answer.status)) return answer;
  return (await caches.match(offlinePage)) ?? answer ?? Response.error();
}

/** A file whose name says what is in it: once here, it is never asked for again. */
async function keep(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(files);
    // A full device keeps nothing more; the page has its file all the same.
    await cache.put(request, answer.clone()).catch(() => undefined);
  }
  return answer;
}

async function first(request) {
  return (await caches.match(request)) ?? fetch(request);
}
