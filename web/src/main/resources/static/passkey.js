// Asks the device for a passkey, or to make one, and sends in the form what it says. Without it there are codes.
'use strict';

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), one => one.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
const PARTS = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];

for (const form of document.querySelectorAll('form[data-passkey]')) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  document.querySelector('[data-passkey-unable]').hidden = true;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const publicKey = JSON.parse(form.dataset.passkey);
    publicKey.challenge = bytes(publicKey.challenge);
    for (const one of publicKey.excludeCredentials ?? []) one.id = bytes(one.id);
    for (const one of publicKey.allowCredentials ?? []) one.id = bytes(one.id);
    try {
      if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id);
      const key = await navigator.credentials[publicKey.user ? 'create' : 'get']({publicKey});
      const response = {};
      for (const part of PARTS) if (key.response[part]) response[part] = text(key.response[part]);
      if (key.response.getTransports) response.transports = key.response.getTransports();
      form.elements.credential.value = JSON.stringify({id: key.id, rawId: text(key.rawId), type: key.type, response,
        clientExtensionResults: key.getClientExtensionResults(),
        authenticatorAttachment: key.authenticatorAttachment ?? undefined});
      form.submit();
    } catch {
      document.querySelector('[data-passkey-denied]').hidden = false;
    }
  });
}
