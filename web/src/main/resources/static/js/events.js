// How far restorations are, as the server tells it.
import { send } from './http.js';

/**
 * Keeps what is shown of restorations up to date.
 *
 * @param {(element: Element) => void} ended called with each element whose restoration is at an end
 */
export function follow(ended) {
  const events = new EventSource('/api/events');
  events.addEventListener('open', () => {
    for (const element of document.querySelectorAll('[data-open="true"]')) {
      catchUp(element, ended);
    }
  });
  events.addEventListener('restoration', (message) => {
    const event = JSON.parse(message.data);
    const element = document.querySelector(`[data-restoration="${event.restoration}"][data-open="true"]`);
    if (element) {
      show(element, event, ended);
    }
  });
  window.addEventListener('pagehide', () => events.close());
}

/** What happened while nobody listened. */
async function catchUp(element, ended) {
  const response = await fetch(`/api/restorations/${element.dataset.restoration}`);
  if (response.ok) {
    show(element, await response.json(), ended);
  }
}

function show(element, { state, share, text }, ended) {
  if (state !== 'WAITING' && state !== 'RUNNING') {
    element.dataset.open = 'false';
    ended(element);
    return;
  }
  element.querySelector('progress').value = share;
  if (text) {
    element.querySelector('.state').textContent = text;
  }
}

/** Buttons that cancel work wherever they are. */
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-cancel]');
  if (button) {
    button.disabled = true;
    send('POST', `/api/restorations/${button.dataset.cancel}/cancel`).catch(() => { button.disabled = false; });
  }
});
