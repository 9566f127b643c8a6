// A question mark, Latin or Arabic, leads to the keys of the console, unless somebody is typing.
addEventListener('keydown', event => {
  if ('?؟'.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.target.closest('input, select, textarea')) {
    location.assign('/staff/keys');
  }
});

// Shows who may be meant while somebody still types (the pattern of a combobox). Without it the form finds the same.
const QUIET = 200;
const LEAST = 3;

function typeAhead(field) {
  const list = document.getElementById(field.dataset.hits);
  const said = document.getElementById(list.id + '-said');
  let chosen = -1;
  let timer = 0;
  let asked = null;

  field.type = 'text'; // a field for searching is no combobox
  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');

  function choose(place) {
    [...list.children].forEach((one, at) => one.setAttribute('aria-selected', String(at === place)));
    chosen = place;
    const one = list.children[place];
    if (one) {
      field.setAttribute('aria-activedescendant', one.id);
      one.scrollIntoView({block: 'nearest'});
    } else {
      field.removeAttribute('aria-activedescendant');
    }
  }

  function show(isOpen) {
    list.hidden = !isOpen;
    field.setAttribute('aria-expanded', String(isOpen));
    choose(-1);
  }

  function stop() {
    clearTimeout(timer);
    asked?.abort();
    show(false);
    said.textContent = '';
  }

  async function ask() {
    asked?.abort();
    const mine = asked = new AbortController();
    const body = new URLSearchParams(new FormData(field.form)); // in no address: those are kept and logged
    const answer = await fetch('/staff/search/hits', {method: 'POST', body, signal: mine.signal}).catch(() => null);
    const text = answer?.ok && !answer.redirected ? await answer.text().catch(() => '') : '';
    if (mine.signal.aborted) return;
    list.innerHTML = text;
    const count = list.children.length;
    show(count > 0);
    said.textContent = said.dataset.said.replace('#', count);
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    if (field.value.trim().length < LEAST) stop();
    else timer = setTimeout(ask, QUIET);
  });

  field.addEventListener('keydown', event => {
    const count = list.children.length;
    if (list.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown') choose(chosen + 1 < count ? chosen + 1 : -1);
    else if (event.key === 'ArrowUp') choose(chosen < 0 ? count - 1 : chosen - 1);
    else if (event.key === 'Escape') stop();
    else if (event.key === 'Enter' && chosen >= 0) location.assign(list.children[chosen].dataset.to);
    else return;
    event.preventDefault();
  });

  // The field keeps the focus while somebody points at a hit.
  list.addEventListener('mousedown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const one = event.target.closest('[data-to]');
    if (one) location.assign(one.dataset.to);
  });
  field.addEventListener('blur', stop);
  field.form.addEventListener('submit', stop);
}

document.querySelectorAll('[data-hits]').forEach(typeAhead);
