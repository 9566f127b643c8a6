// What the handset keeps, in its own database, and how it proves to the server who it is. Nothing is told to the screen
// before it is on the disk: "strict" waits for that, so that an empty battery takes nothing away.

const AT_ONCE = 50;
const FRESH = 5 * 60 * 1000;
let opened;

function base() {
  return opened ??= new Promise((good, bad) => {
    const asked = indexedDB.open('round', 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('self');
      asked.result.createObjectStore('photos');
      asked.result.createObjectStore('entries', {keyPath: 'id'});
    };
    asked.onsuccess = () => good(asked.result);
    asked.onerror = () => bad(asked.error);
  });
}

async function answer(store, asking) {
  const request = asking((await base()).transaction(store).objectStore(store));
  return new Promise((good, bad) => {
    request.onsuccess = () => good(request.result);
    request.onerror = () => bad(request.error);
  });
}

export const get = key => answer('self', store => store.get(key));
export const entries = () => answer('entries', store => store.getAll());
export const photo = key => answer('photos', store => store.get(key));

/** All of it or nothing, and on the disk when it is told. */
export async function write(work) {
  const stores = ['self', 'entries', 'photos'];
  const transaction = (await base()).transaction(stores, 'readwrite', {durability: 'strict'});
  work(...stores.map(name => transaction.objectStore(name)));
  return new Promise((good, bad) => {
    transaction.oncomplete = () => good();
    transaction.onabort = () => bad(transaction.error);
  });
}

export const put = (key, value) => write(self => self.put(value, key));

/** All but that it was closed. */
export function erase(closed) {
  return write((self, entries, photos) => {
    for (const store of [self, entries, photos]) store.clear();
    if (closed) self.put(true, 'closed');
  });
}

const base64 = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)));

/** Makes a key that never leaves this telephone, and tells the server its other half. */
export async function register(token) {
  const pair = await crypto.subtle.generateKey({name: 'ECDSA', namedCurve: 'P-256'}, false, ['sign', 'verify']);
  const body = new URLSearchParams({_csrf: token, key: base64(await crypto.subtle.exportKey('spki', pair.publicKey))});
  const told = await fetch('/staff/round/handset', {method: 'POST', body, redirect: 'error'});
  if (!told.ok) return undefined;
  const {handset, reader, now} = await told.json();
  const mine = {id: handset, reader, key: pair.privateKey};
  await write(self => {
    self.put(mine, 'handset');
    self.put(now - Date.now(), 'behind');
    self.delete('closed');
  });
  return mine;
}

async function ask(method, path, type, body, again = true) {
  const handset = await get('handset');
  const moment = String(Date.now() + (await get('behind') ?? 0));
  const said = [method, path, moment, base64(await crypto.subtle.digest('SHA-256', body))].join('\n');
  const signature = await crypto.subtle.sign({name: 'ECDSA', hash: 'SHA-256'}, handset.key, new TextEncoder().encode(said));
  const told = await fetch(path, {
    method, body: method === 'GET' ? undefined : body, credentials: 'omit', cache: 'no-store', redirect: 'error',
    signal: AbortSignal.timeout(30000),
    headers: {'Content-Type': type, 'Handset': handset.id, 'Handset-Moment': moment, 'Handset-Signature': base64(signature)},
  });
  const json = await told.json().catch(() => ({}));
  if (json.now) await put('behind', json.now - Date.now());
  return told.status === 409 && again ? ask(method, path, type, body, false) : {status: told.status, json};
}

const NOTHING = new Uint8Array();
const wire = ({id, round, point, at, value, remark, lat, lon, serial, start, photo}) =>
  ({id, round, point, at, value, remark, lat, lon, serial, start, photo: Boolean(photo)});

export const toSend = all => all.filter(entry => !entry.outcome).sort((a, b) => a.turn - b.turn);

/**
 * Sends what waits, and fetches the rounds of the day where that is some minutes ago. One window at a time does it.
 *
 * @return 'good', 'later' (no network, or the server is busy), 'closed', or 'stranger'
 */
export const sync = isFetched => navigator.locks.request('round-sync', async () => {
  try {
    const isFresh = !isFetched && Math.abs(Date.now() - (await get('fetched') ?? 0)) < FRESH;
    let state = await get('closed') ? 'closed' : await sendEntries(!isFresh); // the worker may have learnt of it first
    if (state === 'good') state = await sendPhotos();
    return state === 'good' && !isFresh ? await fetchRounds() : state;
  } catch {
    return 'later';
  }
});

/** @param isAsked whether something else asks if this handset is still open: no entries ask it too */
async function sendEntries(isAsked) {
  let most = AT_ONCE;
  for (;; isAsked = true) {
    const all = toSend(await entries()).slice(0, most);
    if (!all.length && isAsked) return 'good';
    const body = new TextEncoder().encode(JSON.stringify({sent: Date.now(), entries: all.map(wire)}));
    const {status, json} = await ask('POST', '/staff/round/entries', 'application/json', body);
    const isRefused = all.length && (status === 400 || status === 413);
    if (isRefused && all.length > 1) most = 1; // one of them spoils the others
    else if (isRefused) await outcome([{id: all[0].id, outcome: 'not-understood'}]);
    else if (status !== 200 && status !== 410) return status === 401 ? 'stranger' : 'later';
    else {
      if (status === 410) await write(self => { self.delete('rounds'); self.delete('draft'); self.put(true, 'closed'); });
      await outcome(json.answers ?? []);
      if (all.length && !json.answers?.length) return 'later';
      if (status === 410 && !toSend(await entries()).length) return closed();
    }
  }
}

async function outcome(answers) {
  const all = new Map((await entries()).map(entry => [entry.id, entry]));
  await write((_, store) => {
    for (const told of answers) {
      if (all.has(told.id)) store.put({...all.get(told.id), outcome: told.outcome, clock: Boolean(told.clock)});
    }
  });
}

async function sendPhotos() {
  for (const entry of await entries()) {
    if (!entry.photo) continue;
    const picture = await photo(entry.id);
    const {status} = picture
      ? await ask('POST', '/staff/round/photos/' + entry.id, 'image/jpeg', new Uint8Array(picture))
      : {status: 422};
    if (status === 410) return closed();
    if (![200, 413, 422].includes(status)) return status === 401 ? 'stranger' : 'later';
    await write((_, store, photos) => {
      store.put({...entry, photo: false});
      photos.delete(entry.id);
    });
  }
  return 'good';
}

async function fetchRounds() {
  const {status, json} = await ask('GET', '/staff/round/today', 'application/json', NOTHING);
  if (status === 410) return closed();
  if (status !== 200) return status === 401 ? 'stranger' : 'later';
  const known = new Set(json.rounds.map(round => round.number));
  const old = (await entries()).filter(entry => entry.outcome && !entry.photo && !known.has(entry.round));
  await write((self, store) => {
    self.put(json.rounds, 'rounds');
    self.put(Date.now(), 'fetched');
    for (const entry of old) store.delete(entry.id);
  });
  return 'good';
}

// What was typed meanwhile goes before it.
async function closed() {
  if (toSend(await entries()).length) {
    const state = await sendEntries(true);
    return state === 'good' ? closed() : state;
  }
  await erase(true);
  return 'closed';
}
