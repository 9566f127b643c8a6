// A button in the words of the page in place of the browser's own, and the name of the file that was chosen, or that it
// is too large to be sent: what is typed beside it would be lost. Where this does not run, the browser's button stands
// there.
'use strict';

for (const chooser of document.querySelectorAll('[data-chooser]')) {
  const field = document.getElementById(chooser.dataset.chooser);
  const said = chooser.querySelector('[role="status"]');
  const none = said.textContent;
  const tell = () => {
    const file = field.files[0];
    const fault = file?.size > Number(field.dataset.most) ? field.dataset.large : '';
    field.setCustomValidity(fault);
    said.textContent = fault || (file?.name ?? none);
  };
  field.classList.add('unseen');
  field.addEventListener('change', tell);
  addEventListener('pageshow', tell); // back on a page, what was chosen is there
  chooser.hidden = false;
}
