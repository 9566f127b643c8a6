// Keeps the parts of the app, so that it opens without a network; what readers type is none of its business
// (kept.js). The page is asked for first and shown from what is kept where no answer comes soon.
'use strict';

const PARTS = ['/staff/round/app.js', '/staff/round/kept.js', '/staff/round/app.css', '/staff/round/round.webmanifest', '/icon.svg'];
const PAGE = '/staff/round/';
const CACHE = 'round';
const PATIENCE = 4000;

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then(async cache => {
    await cache.addAll(PARTS.map(path => new Request(path, {cache: 'reload'})));
    const page = await fetch(PAGE); // it was there before we were
    if (page.ok && !page.redirected) await cache.put(PAGE, page);
  }));
});

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const request = event.request;
  const path = new URL(request.url).pathname;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && path === PAGE) event.respondWith(fresh(request, PAGE));
  else if (PARTS.includes(path)) event.respondWith(fresh(request, path));
});

async function fresh(request, path) {
  const kept = await caches.match(path, {cacheName: CACHE});
  try {
    const answer = await fetch(request, {cache: 'no-cache', ...(kept && {signal: AbortSignal.timeout(PATIENCE)})});
    if (answer.ok && !answer.redirected) {
      await (await caches.open(CACHE)).put(path, answer.clone());
      return answer;
    }
    return kept ?? answer; // a sign-in that has ended takes no round away
  } catch {
    return kept ?? Response.error();
  }
}
