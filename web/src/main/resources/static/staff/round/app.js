// The screens of the readers' app. Each change is kept first (kept.js) and shown then.
import {entries, erase, get, photo, put, register, sync, toSend, write} from './kept.js';

const $ = id => document.getElementById(id);
const WORDS = Object.fromEntries([...$('words').content.querySelectorAll('[data-key]')].map(p => [p.dataset.key, p.textContent]));
const LANGUAGE = document.documentElement.lang;
const LOCALE = (LANGUAGE === 'ar' ? 'ar-MA' : LANGUAGE) + '-u-nu-latn';
const DAY = new Intl.DateTimeFormat(LOCALE, {day: 'numeric', month: 'long', timeZone: 'UTC'});
const DAY_OF_YEAR = new Intl.DateTimeFormat(LOCALE, {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
const day = at => (at.getUTCFullYear() === new Date().getFullYear() ? DAY : DAY_OF_YEAR).format(at);
const SIDE = 1280;
const PHOTO_MOST = 300 * 1024;
const TWICE = 400; // milliseconds: a tap so soon on a new screen is the second half of one on the screen before
const LOOKED_AT = 60000; // and asked so often whether it is still open

// Figures stand from left to right in every language, days of Arabic months from right to left; each by itself.
const alone = text => (/[\u0600-\u06ff]/.test(text) ? '\u2067' : '\u2066') + text + '\u2069';
const say = (key, values = {}) =>
  Object.entries(values).reduce((text, [name, value]) => text.replace('{' + name + '}', alone(value)), WORDS[key] ?? key);

let rounds = [];
let typed = new Map(); // the newest entry of each meter, by its key
let all = [];
let here; // the order on the screen
let draft;
let place;
let network = 'later';
let shownAt = 0;
let isLeaving = false; // the meter is being kept or passed over: what is pressed meanwhile is of none
let photographing;

const keyOf = (round, point) => round + ' ' + point;
const orders = () => rounds.flatMap(round => round.orders.map(order => ({...order, round: round.number, route: round.route})));
const stateOf = order => {
  const entry = typed.get(keyOf(order.round, order.point));
  return entry ? entry.outcome ?? 'to-send' : order.state;
};
const AGAIN = ['impossible', 'not-understood'];
const isOpen = order => ['open', 'not-read', 'read-by-customer', ...AGAIN].includes(stateOf(order));
const isStopped = order => stateOf(order) === 'suspended';

// ---- screens

function show(name, title) {
  if ($(name).hidden || name === 'meter') shownAt = performance.now();
  for (const section of document.querySelectorAll('main > section')) section.hidden = section.id !== name;
  $('back').hidden = name === 'list' || name === 'gate';
  $('title').textContent = title;
  scrollTo(0, 0);
  $('title').focus({preventScroll: true});
}

function gate(words, {signIn = false, look = false, values} = {}) {
  $('gate-words').textContent = say(words, values);
  $('sign-in').hidden = !signIn;
  $('look').hidden = !look;
  show('gate', say('round.title'));
}

function net() {
  const count = toSend(all).length;
  const isAway = network === 'later' || !navigator.onLine;
  const said = isAway ? 'round.net.offline' : count ? 'round.net.waiting' : 'round.net.sent';
  $('net').textContent = network === 'closed' ? '' : say(said, {count});
  $('net').className = isAway ? 'away' : '';
}

function list() {
  here = undefined;
  if (!rounds.length) return gate('round.gate.none', {look: true});
  paint();
  show('list', rounds.map(round => alone(round.route)).join(' · '));
}

function paint() {
  const every = orders().filter(order => !isStopped(order));
  const open = every.filter(isOpen);
  $('far').textContent = open.length ? say('round.far', {done: every.length - open.length, all: every.length}) : say('round.all');
  $('bar').max = every.length;
  $('bar').value = every.length - open.length;
  $('next').hidden = !open.length;
  $('orders').replaceChildren(...orders().map(row));
}

function row(order) {
  const entry = typed.get(keyOf(order.round, order.point));
  const state = stateOf(order);
  const line = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = isOpen(order) ? 'open' : '';
  const part = (name, text, tag = 'span') => {
    const one = document.createElement(tag);
    one.className = name;
    one.textContent = text;
    button.append(one);
  };
  part('n', order.n, 'bdi');
  part('where', order.address, 'bdi');
  part('serial', alone(order.serial) + (order.register ? ' ' + order.register : ''));
  const shown = entry?.value ?? (entry?.remark ? say('round.remark.' + entry.remark) : '');
  part('state ' + state, say('round.state.' + state) + (shown ? ' · ' + (entry.value ? alone(shown) : shown) : ''));
  if (entry?.clock) part('note', say('round.clock'));
  button.addEventListener('click', () => meter(order));
  line.append(button);
  return line;
}

async function meter(order, kept) {
  here = order;
  const entry = typed.get(keyOf(order.round, order.point));
  draft = kept ?? {round: order.round, point: order.point, value: entry?.value ?? '', remark: entry?.remark ?? '', isOld: Boolean(entry?.value)};
  locate();
  $('address').textContent = order.address + (order.area && !order.address.includes(order.area) ? ', ' + order.area : '');
  $('serial').textContent = order.serial;
  $('register').textContent = order.register ?? '';
  $('register').hidden = !order.register;
  $('before').textContent = order.last === undefined
    ? say('round.before.none')
    : say('round.before', {value: order.last, unit: WORDS['unit.' + order.unit] ?? order.unit, date: day(new Date(order.lastDay))});
  $('again').hidden = !order.reread;
  $('known').hidden = stateOf(order) === 'open';
  $('known').textContent = say('round.state.' + stateOf(order));
  $('pad').querySelector('[data-key=","]').disabled = order.decimals === 0;
  drawn('');
  show('meter', say('round.far', {done: order.n, all: orders().length}));
}

function drawn(said) {
  const [whole, part] = draft.value.split('.');
  const blanks = here.digits && whole.length < here.digits ? '·'.repeat(here.digits - whole.length) : '';
  const dial = $('dial');
  dial.textContent = blanks + whole;
  dial.classList.toggle('blank', !draft.value);
  if (part !== undefined) {
    const red = document.createElement('span');
    red.textContent = ',' + part;
    dial.append(red);
  }
  $('said').textContent = said;
  const beside = [];
  if (draft.remark) beside.push(say('round.remark.' + draft.remark));
  if (draft.serial) beside.push(say('round.exchange.shown', {serial: draft.serial, value: draft.start}));
  if (draft.photo) beside.push(say('round.photo.shown', {kb: Math.ceil(draft.photo / 1024)}));
  $('beside').replaceChildren(...beside.map(text => {
    const line = document.createElement('li');
    line.textContent = text;
    return line;
  }));
}

async function change(what, said = '') {
  if (isLeaving) return;
  draft = {...draft, ...what};
  await put('draft', draft);
  drawn(said);
}

// ---- typing

async function press(key) {
  let value = draft.isOld ? '' : draft.value; // what was sent before is typed anew, not longer
  if (key === 'back') value = value.slice(0, -1);
  else if (key === ',') value = value.includes('.') ? value : (value || '0') + '.';
  else if ((value.split('.')[1] ?? '').length < here.decimals || !value.includes('.')) value += key;
  if (value.replace('.', '').length <= 12) await change({value, sure: '', isOld: false});
}

const exact = text => {
  const [whole, part = ''] = text.split('.');
  return BigInt(whole + part.padEnd(6, '0'));
};

/** What is impossible or unlikely about a value, by what the server has computed for this meter; empty for nothing. */
function doubt(order, value) {
  if (order.digits && value.split('.')[0].replace(/^0+(?=\d)/, '').length > Number(order.digits)) return 'dials';
  const now = exact(value);
  const last = order.last === undefined ? undefined : exact(order.last);
  if (order.low === undefined) return last !== undefined && now < last ? 'lower' : '';
  const low = exact(order.low);
  const high = exact(order.high);
  if (low > high) return now > high && now < low ? (now < last ? 'lower' : 'high') : ''; // the dial may begin anew
  if (now > high) return 'high';
  return now < low ? (last !== undefined && now < last ? 'lower' : 'low') : '';
}

async function keep() {
  const value = draft.value.replace(/\.$/, '');
  if (!value && !draft.remark) return drawn(say('round.empty'));
  if (!value && draft.serial) return drawn(say('round.exchange.first'));
  const why = value ? doubt(here, value) : '';
  if (why === 'dials') return drawn(say('round.dials', {digits: here.digits}));
  if (why && draft.sure !== value) {
    $('doubted').textContent = value.replace('.', ',');
    $('doubt-why').textContent = say('round.why.' + why);
    $('doubt-before').textContent = $('before').textContent;
    $('doubt-usual').textContent = here.low === undefined ? '' : say('round.usual', {low: here.low, high: here.high, unit: WORDS['unit.' + here.unit] ?? here.unit});
    return show('doubt', say('round.doubt'));
  }
  await leave(() => keepEntry(value));
}

/** Once, however often a thumb comes down; a photo that is being made goes along. */
async function leave(work) {
  if (isLeaving) return;
  isLeaving = true;
  const of = here;
  try {
    await photographing;
    await work();
    if (here === of) next(); // unless the handset was locked meanwhile
  } finally {
    isLeaving = false;
  }
}

async function keepEntry(value) {
  const {round, point, remark, serial, start, photo: size} = draft;
  const picture = size ? await photo('draft') : undefined;
  const entry = {
    id: crypto.randomUUID(), round, point, at: Date.now(), turn: 1 + all.reduce((most, one) => Math.max(most, one.turn), 0),
    ...(value && {value}), ...(remark && {remark}), ...(serial && {serial, start}), ...place, photo: Boolean(picture),
  };
  await write((self, store, photos) => {
    store.put(entry);
    if (picture) photos.put(picture, entry.id);
    photos.delete('draft');
    self.delete('draft');
  });
  await reread();
  send();
}

function next() {
  const every = orders();
  const from = here ? every.findIndex(order => order.round === here.round && order.point === here.point) + 1 : 0;
  const open = [...every.slice(from), ...every.slice(0, from)].filter(order => isOpen(order) && !isStopped(order));
  const follows = open.find(order => !here || order.point !== here.point || order.round !== here.round);
  if (follows) meter(follows);
  else list();
}

function locate() {
  place = undefined;
  const of = here;
  navigator.geolocation?.getCurrentPosition(at => {
    if (of === here) place = {lat: at.coords.latitude.toFixed(6), lon: at.coords.longitude.toFixed(6)};
  }, () => {}, {enableHighAccuracy: true, maximumAge: 30000, timeout: 20000});
}

// ---- a photo, made small here: what a camera writes into it stays behind

async function photograph(file) {
  const of = here;
  try {
    const bitmap = await createImageBitmap(file);
    let by = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    let blob;
    for (const quality of [0.8, 0.6, 0.4, 0.4]) {
      const canvas = document.createElement('canvas');
      canvas.width = Math.max(1, Math.round(bitmap.width * by));
      canvas.height = Math.max(1, Math.round(bitmap.height * by));
      canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      blob = await new Promise(good => canvas.toBlob(good, 'image/jpeg', quality));
      if (blob.size <= PHOTO_MOST) break;
      by *= 0.8;
    }
    bitmap.close();
    if (blob.size > PHOTO_MOST) throw new RangeError(blob.size);
    const bytes = await blob.arrayBuffer();
    if (here !== of) return;
    draft = {...draft, photo: bytes.byteLength};
    await write((self, _, photos) => {
      photos.put(bytes, 'draft');
      self.put(draft, 'draft');
    });
    drawn('');
  } catch {
    drawn(say('round.photo.failed'));
  }
}

// ---- what is kept, what is sent

async function reread() {
  rounds = await get('rounds') ?? [];
  all = (await entries()).sort((a, b) => a.turn - b.turn);
  typed = new Map(all.map(entry => [keyOf(entry.round, entry.point), entry]));
  net();
}

let waits = 0;
let timer;

async function send(isFirst = false) {
  clearTimeout(timer);
  if (all?.some(entry => !entry.outcome || entry.photo)) navigator.serviceWorker?.ready.then(({sync}) => sync?.register('round')).catch(() => {});
  const before = JSON.stringify([rounds, all]);
  network = await sync(isFirst === true);
  await reread();
  if (network === 'closed') return forget();
  if (!$('list').hidden && JSON.stringify([rounds, all]) !== before) rounds.length ? paint() : list();
  if (network === 'stranger') return gate('round.gate.sign-in', {signIn: true});
  waits = network === 'good' ? 0 : Math.min(waits + 1, 6);
  clearTimeout(timer);
  timer = setTimeout(send, network !== 'good' ? 5000 * 2 ** waits : document.hidden ? 5 * LOOKED_AT : LOOKED_AT);
}

/** Nothing of it stays on the screen either. */
function forget() {
  here = draft = place = undefined;
  for (const id of ['orders', 'address', 'serial', 'before', 'known', 'dial', 'doubted', 'doubt-before', 'doubt-usual', 'beside']) $(id).replaceChildren();
  gate('round.gate.closed', {signIn: true});
}

async function start() {
  if (!('indexedDB' in window && 'locks' in navigator && crypto.subtle)) return gate('round.gate.unable');
  navigator.serviceWorker?.register('/staff/round/sync.js', {type: 'module'}) // or without sending while the app is closed
    .catch(() => navigator.serviceWorker.register('/staff/round/worker.js')).catch(() => {});
  navigator.storage?.persist?.();
  const handset = await get('handset');
  await reread();
  const reader = document.body.dataset.reader;
  const isClosed = await get('closed');
  if (handset && (isClosed || handset.reader !== reader)) {
    network = await sync(true);
    await reread();
    if (toSend(all).length) {
      return isClosed ? gate('round.gate.closed', {signIn: true}) : gate('round.gate.other', {look: true, values: {reader: handset.reader}});
    }
    await erase(isClosed);
  }
  const mine = await get('handset') ?? await register(document.querySelector('meta[name=csrf]').content).catch(() => undefined);
  if (!mine) return gate(isClosed ? 'round.gate.closed' : 'round.gate.sign-in', {signIn: true});
  $('handset').textContent = mine.reader + ' · ' + mine.id;
  await reread();
  if (rounds.length) await open();
  await send(true);
  // the books do not know it, for they are older than it is: it becomes another handset, and sends what it has
  if (network === 'stranger' && await register(document.querySelector('meta[name=csrf]').content).catch(() => undefined)) await send(true);
  if (!$('gate').hidden && network !== 'closed' && network !== 'stranger') await open();
}

/** What was begun when the battery died, or the list. */
async function open() {
  const begun = await get('draft');
  const order = begun && orders().find(one => one.round === begun.round && one.point === begun.point);
  if (order) await meter(order, begun);
  else list();
}

$('back').addEventListener('click', () => ($('meter').hidden ? show('meter', say('round.far', {done: here.n, all: orders().length})) : list()));
$('next').addEventListener('click', next);
$('look').addEventListener('click', () => location.reload());
$('pad').addEventListener('click', event => event.target.dataset.key && press(event.target.dataset.key));
$('keep').addEventListener('click', keep);
$('skip').addEventListener('click', () => leave(() => write((self, _, photos) => {
  self.delete('draft');
  photos.delete('draft');
})));
$('retype').addEventListener('click', async () => {
  await change({value: '', sure: ''});
  show('meter', say('round.far', {done: here.n, all: orders().length}));
});
$('sure').addEventListener('click', async () => {
  await change({sure: draft.value.replace(/\.$/, '')});
  await keep();
});
$('remark').addEventListener('click', () => show('remarks', say('round.remark')));
$('remarks').addEventListener('click', async event => {
  if (event.target.dataset.remark === undefined) return;
  await change({remark: event.target.dataset.remark});
  show('meter', say('round.far', {done: here.n, all: orders().length}));
});
$('photo').addEventListener('change', async event => {
  if (event.target.files[0]) await (photographing = photograph(event.target.files[0]));
  event.target.value = '';
});
$('exchange').addEventListener('click', () => {
  $('new-serial').value = draft.serial ?? '';
  $('new-value').value = draft.start ?? '';
  show('exchanged', say('round.exchange'));
});
const exchanged = async (serial, start) => {
  await change({serial, start});
  show('meter', say('round.far', {done: here.n, all: orders().length}));
};
$('no-exchange').addEventListener('click', () => exchanged('', ''));
$('exchange-form').addEventListener('submit', event => {
  event.preventDefault();
  exchanged($('new-serial').value.trim(), $('new-value').value.replace(',', '.'));
});
addEventListener('keydown', event => {
  if ($('meter').hidden || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^[0-9]$/.test(event.key)) press(event.key);
  else if (event.key === ',' || event.key === '.') here.decimals && press(',');
  else if (event.key === 'Backspace') press('back');
  else if (event.key === 'Enter' && event.target === $('title') && event.timeStamp - shownAt > TWICE) keep();
});
addEventListener('click', event => {
  if (!isLeaving && (!event.detail || event.timeStamp - shownAt > TWICE)) return; // a key has no detail
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
addEventListener('online', send);
addEventListener('focus', send);
addEventListener('offline', net);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && send());

start();
