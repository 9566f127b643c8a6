// Has the worker keep the last bills, on a kept page tells how old it is, and asks for push messages. Every page works
// without it.
'use strict';

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/worker.js').then(async () => {
    const ready = await navigator.serviceWorker.ready;
    if (location.pathname === '/home' && navigator.onLine) ready.active.postMessage('keep');
  }, () => {});
}

const UNITS = [['day', 86400], ['hour', 3600], ['minute', 60]];

for (const place of document.querySelectorAll('[data-age]')) {
  const seconds = (Date.now() - Date.parse(place.dataset.age)) / 1000;
  const [unit, long] = UNITS.find(one => seconds >= one[1]) ?? UNITS[2];
  if (seconds >= 0) {
    const words = new Intl.RelativeTimeFormat(document.documentElement.lang + '-u-nu-latn', {numeric: 'auto'});
    place.textContent = '(' + words.format(-Math.floor(seconds / long), unit) + ')';
  }
}

for (const button of document.querySelectorAll('[data-erase]')) {
  button.addEventListener('click', async () => {
    await caches.delete('kept');
    location.replace('/offline');
  });
}

// A browser that can be told is asked when its reader asks for it, never before.
for (const form of document.querySelectorAll('form[data-push]')) {
  if (!('serviceWorker' in navigator) || !('PushManager' in window)) continue;
  form.hidden = false;
  document.querySelector('[data-push-unable]').hidden = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      const ready = await navigator.serviceWorker.ready;
      const given = (await ready.pushManager.subscribe(
        {userVisibleOnly: true, applicationServerKey: form.dataset.push})).toJSON();
      form.elements.endpoint.value = given.endpoint;
      form.elements.p256dh.value = given.keys.p256dh;
      form.elements.auth.value = given.keys.auth;
      form.submit();
    } catch (fault) {
      const why = fault.name === 'NotAllowedError' ? 'denied' : 'unreached'; // else its push service did not answer
      document.querySelector(`[data-push-${why}]`).hidden = false;
    }
  });
}
