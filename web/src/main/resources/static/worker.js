// Keeps the pages of the last bills on this device and shows them where the network fails (decision 0054). Online it
// shows what the server answers, always; forms it passes on as they are, and shows again what was typed into one that
// did not get through. It sends nothing by itself.
'use strict';

const SHELL = 'shell';
const KEPT = 'kept';
const PARTS = ['/style.css', '/page.js', '/icon.svg', '/offline'];
// In the cache of pages, beside them: which they are, and whose.
const LIST = '/offline/pages';
const WHOSE = '/offline/whose';
const DAYS_MOST = 40;
// What is paid or promised is never offered to be sent again: whoever is asked looks first.
const MONEY = /^\/(pay|guest|instalments)(\/|$)/;
// Codes and passwords are typed anew.
const SECRET = ['code', 'password', 'again', 'old', 'credential'];

self.addEventListener('install', event => {
  self.skipWaiting();
  event.waitUntil(caches.open(SHELL).then(shell => shell.addAll(PARTS.map(fresh))));
});

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('message', event => {
  if (event.data === 'keep') event.waitUntil(keep().catch(() => {}));
});

self.addEventListener('fetch', event => {
  const request = event.request;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'GET') {
    if (request.mode === 'navigate') event.respondWith(read(event, url.pathname));
    else if (PARTS.includes(url.pathname)) event.respondWith(part(request, url.pathname));
  } else if (url.pathname === '/logout' || url.pathname === '/login/code') {
    event.respondWith(throughTheDoor(request, url.pathname));
  } else if (request.method === 'POST' && request.mode === 'navigate' && !url.pathname.startsWith('/staff/')) {
    event.respondWith(send(request, request.clone(), url));
  }
});

self.addEventListener('push', event => {
  const told = event.data.json();
  event.waitUntil(self.registration.showNotification(told.title, {
    body: told.body, lang: told.lang, dir: told.dir, tag: told.tag, icon: '/icon-192.png', data: told.url ?? '/home'}));
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data));
});

async function read(event, path) {
  try {
    const answer = await fetch(event.request);
    const whose = answer.headers.get('Kept-For');
    if (whose) await belongsTo(whose);
    event.waitUntil(speak(answer.headers.get('Content-Language')).catch(() => {}));
    return answer;
  } catch {
    return await kept(path === '/' ? '/home' : path) ?? await caches.match('/offline') ?? Response.error();
  }
}

// Online it is the newest, and that is what stays for offline.
async function part(request, path) {
  try {
    const answer = await fetch(request);
    if (answer.ok) await (await caches.open(SHELL)).put(path, answer.clone());
    return answer;
  } catch {
    return await caches.match(path) ?? Response.error();
  }
}

function fresh(path) {
  return new Request(path, {cache: 'reload'});
}

// Who goes out leaves nothing, whether the server hears of it or not; who comes in, whoever it is, finds nothing.
async function throughTheDoor(request, path) {
  if (path === '/logout') await erase();
  try {
    const answer = await fetch(request);
    if (answer.type === 'opaqueredirect') await erase();
    return answer;
  } catch {
    return await caches.match('/offline') ?? Response.error();
  }
}

async function send(request, copy, url) {
  try {
    return await fetch(request);
  } catch {
    const page = await caches.match('/offline');
    return page ? await unsent(page, copy, url).catch(() => page) : Response.error();
  }
}

// What was typed stands on that page alone: nothing of it is kept on the device.
async function unsent(page, copy, url) {
  const fields = [...await copy.formData()];
  if (fields.some(([name]) => SECRET.includes(name))) return page;
  const isMoney = MONEY.test(url.pathname);
  const action = safe(url.pathname + url.search);
  const kind = copy.headers.get('Content-Type').startsWith('multipart/') ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const html = (await page.clone().text())
    .replace('id="away"', 'id="away" hidden')
    .replace('id="unsent" hidden', 'id="unsent"')
    .replace(/<div id="look">.*?<\/div>/s, look => isMoney ? look.replace('[[action]]', () => action) : '')
    .replace(/<div id="again">(.*?)<\/div>/s, (_, again) => isMoney ? ''
      : '<form id="again" method="post" action="' + action + '" enctype="' + kind + '">' + typed(again, fields) + '</form>');
  const headers = new Headers(page.headers);
  headers.delete('Content-Length');
  headers.delete('Content-Encoding');
  return new Response(html, {status: 503, headers});
}

// Texts can be read and changed there; what was chosen goes along; files are chosen again.
function typed(form, fields) {
  const parts = ['text', 'file', 'other'].map(name => form.match(new RegExp('<p class="' + name + '">.*?</p>', 's'))[0]);
  const [text, file, other] = parts;
  const shown = ([name, value]) => typeof value !== 'string' ? filled(file, {name, value: value.name})
    : filled(/[^!-~]/.test(value) ? text : other, {name, value});
  return form.replace(parts.join('\n'), () => fields.map(shown).join(''));
}

const filled = (part, values) => part.replace(/\[\[(\w+)]]/g, (_, key) => safe(values[key]));
const safe = text => text.replace(/[&<>"]/g, sign => '&#' + sign.charCodeAt() + ';');

// What is shown where the network fails is in the language of the page before.
async function speak(language) {
  const offline = await caches.match('/offline');
  if (language && offline && offline.headers.get('Content-Language') !== language) await keepOffline();
}

function erase() {
  return caches.delete(KEPT);
}

// What was kept in another sign-in or another language goes before anything of this one is shown.
async function belongsTo(whose) {
  const before = await caches.match(WHOSE, {cacheName: KEPT});
  if (before && await before.text() !== whose) await erase();
}

async function kept(path) {
  const list = await caches.match(LIST, {cacheName: KEPT});
  if (!list) return undefined;
  if (Date.now() - Date.parse(list.headers.get('Date')) > DAYS_MOST * 86400000) {
    await erase();
    return undefined;
  }
  return caches.match(path, {cacheName: KEPT});
}

// A cache that is erased meanwhile is gone for us too: what we still put there, nobody finds. The list comes last: what
// was broken off is done again.
async function keep() {
  const list = await ask(LIST);
  if (!list) return;
  const whose = list.headers.get('Kept-For');
  await belongsTo(whose);
  const cache = await caches.open(KEPT);
  await cache.put(WHOSE, new Response(whose));
  const before = await (await cache.match(LIST))?.json() ?? {};
  const now = await list.clone().json();
  for (const path of Object.keys(now)) {
    if (before[path] === now[path] && await cache.match(path)) continue;
    const page = await ask(path);
    if (page && page.headers.get('Kept-For') === whose) await cache.put(path, page);
  }
  for (const request of await cache.keys()) {
    const path = new URL(request.url).pathname;
    if (!(path in now) && path !== LIST && path !== WHOSE) await cache.delete(request);
  }
  await cache.put(LIST, list);
  await keepOffline();
}

// As a page that is kept: it begins no session, which would come in place of one that began meanwhile.
async function keepOffline() {
  const offline = await fetch('/offline', {headers: {'Keep-Page': '1'}});
  if (offline.ok) await (await caches.open(SHELL)).put('/offline', offline);
}

// A page made to be kept: without forms. Nothing of somebody whose sign-in has ended.
async function ask(path) {
  const answer = await fetch(path, {headers: {'Keep-Page': '1'}, redirect: 'manual', cache: 'no-store'});
  return answer.ok && answer.headers.has('Kept-For') ? answer : undefined;
}
