// The worker of the app where a browser takes modules: it also sends what waits while the app is closed, as soon as there
// is a network again. A browser without background sync never asks it to.
import './worker.js';
import {sync} from './kept.js';

addEventListener('sync', event => event.waitUntil(sync().then(state => {
  if (state === 'later') throw new Error(state); // the browser asks again
})));
