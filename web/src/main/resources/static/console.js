// A question mark leads to the keys of the console, unless somebody is typing.
addEventListener('keydown', event => {
  if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.target.closest('input, select, textarea')) {
    location.assign('/staff/keys');
  }
});
