// What is typed stays: the form goes along when another language is chosen, and a file that is too large is said
// before anything is sent. Every page works without it.
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

document.addEventListener('change', event => {
  const field = event.target;
  if (!field.dataset.most) return;
  field.setCustomValidity([...field.files].some(file => file.size > Number(field.dataset.most)) ? field.dataset.large : '');
  field.reportValidity();
});
