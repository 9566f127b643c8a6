// What is typed stays when another language is chosen: the form goes along. Every page works without it.
'use strict';

let touched = null;
document.addEventListener('input', event => touched = event.target.form ?? touched);

// A page that was shown with what was typed before is filled and nobody has touched it.
const isFilled = form => [...form.elements].some(
  field => field.matches('textarea, input:not([type])') && field.value !== '');

const written = () => touched?.closest('main') ? touched
  : [...document.querySelectorAll('main form[method=post]')].find(isFilled);

document.querySelector('form.languages')?.addEventListener('submit', event => {
  const form = written();
  if (!form) return;
  for (const [name, value] of new FormData(form)) {
    const isSecret = form.elements[name]?.type === 'password';
    if (typeof value !== 'string' || isSecret || name === '_csrf') continue;
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'typed:' + name;
    field.value = value;
    event.target.append(field);
  }
});
