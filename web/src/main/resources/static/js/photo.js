// The page of one photo.
import './downloads.js';
import { follow } from './events.js';
import { send } from './http.js';
import { overlays } from './overlays.js';
import './plan.js';
import { Viewer } from './viewer.js';

const page = document.querySelector('main');
const viewer = new Viewer();
overlays(viewer);

for (const mode of document.querySelectorAll('input[name="mode"]')) {
  mode.addEventListener('change', () => viewer.show(mode.value));
}
for (const button of document.querySelectorAll('[data-zoom]')) {
  button.addEventListener('click', () => viewer.zoom(button.dataset.zoom));
}

const strength = document.querySelector('#strength');
if (strength) {
  const mix = () => {
    viewer.mix(strength.value / 100);
    document.querySelector('#strength-text').textContent = `${Math.round(strength.value)} %`;
  };
  strength.addEventListener('input', mix);
  strength.addEventListener('change', () => send('PATCH', `/api/restorations/${page.dataset.restoration}`,
    { strength: strength.value / 100 }));
  mix();
}

document.querySelector('#delete').addEventListener('click', async (event) => {
  if (window.confirm(event.currentTarget.dataset.sure)) {
    await send('DELETE', `/api/photos/${page.dataset.photo}`);
    location.href = '/';
  }
});

follow(() => location.reload());
