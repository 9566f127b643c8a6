// Shows what is on the page anew every few seconds, while there is somebody to see it. Without it the page stands
// still. What came of a form is asked for by the form as it was sent, until nothing of it is at work any more.
'use strict';

const form = document.querySelector('form[data-look]');
const sent = form && new URLSearchParams([...new FormData(form), ['do', form.dataset.look]]);
const EVERY = form ? 1000 : 5000;

async function look() {
  const answer = await fetch(location.href, form ? {method: 'POST', body: sent} : {}).catch(() => null);
  if (!answer || answer.redirected || !(answer.ok || form && answer.status === 422)) return;
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const place of document.querySelectorAll('[data-live]')) {
    const other = now.getElementById(place.id) ?? now.querySelector('.fault');
    if (other && other.innerHTML !== place.innerHTML) place.innerHTML = other.innerHTML;
  }
}

async function lookAgain() {
  if (!document.hidden && navigator.onLine) await look();
  if (!form || document.querySelector('[data-at-work]')) setTimeout(lookAgain, EVERY);
}

setTimeout(lookAgain, EVERY);
