// Shows what is on the page anew every few seconds, while there is somebody to see it. Without it the page stands still.
'use strict';

const EVERY = 5000;

setInterval(async () => {
  if (document.hidden || !navigator.onLine) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const place of document.querySelectorAll('[data-live]')) {
    const other = now.getElementById(place.id);
    if (other && other.innerHTML !== place.innerHTML) place.innerHTML = other.innerHTML;
  }
}, EVERY);
