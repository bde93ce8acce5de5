// Several methods side by side: every pane shows the same place of the photo.
/* global OpenSeadragon */
import './downloads.js';
import { follow } from './events.js';
import { message, piece, proof, send } from './http.js';
import { KEEP } from './viewer.js';

const page = document.querySelector('main');
const panes = document.querySelector('#panes');
const form = document.querySelector('#methods');
const mistake = document.querySelector('#mistake');
const viewers = new Map();
const photo = `/api/photos/${page.dataset.photo}`;
let leading = null;

/** Shows what a method has made, where it is done, at the place that the others show. */
function open(pane) {
  viewers.get(pane.dataset.method)?.destroy();
  viewers.delete(pane.dataset.method);
  if (!pane.dataset.tiles) {
    return;
  }
  const { width, height, levels, side } = page.dataset;
  const viewer = OpenSeadragon({ ...KEEP, element: pane.querySelector('.picture'), tileSources: [{
    width: Number(width), height: Number(height), tileSize: Number(side), tileOverlap: 0, minLevel: 0,
    maxLevel: Number(levels), getTileUrl: (level, x, y) => `${pane.dataset.tiles}/${level}/${x}_${y}.jpg` }] });
  viewer.addHandler('open', () => {
    const other = [...viewers.values()].find((one) => one !== viewer && one.world.getItemCount() > 0);
    if (other) {
      place(viewer, other);
    }
    pane.dataset.ready = 'true';
  });
  viewer.addHandler('viewport-change', () => lead(viewer));
  viewers.set(pane.dataset.method, viewer);
  measure(pane);
}

function place(viewer, like) {
  viewer.viewport.zoomTo(like.viewport.getZoom(), null, true);
  viewer.viewport.panTo(like.viewport.getCenter(), true);
}

/** Lets all others follow the one that is moved. */
function lead(viewer) {
  if (leading) {
    return;
  }
  leading = viewer;
  for (const other of viewers.values()) {
    if (other !== viewer && other.world.getItemCount() > 0) {
      place(other, viewer);
    }
  }
  leading = null;
}

async function measure(pane) {
  if (page.dataset.reference !== 'true' || !pane.dataset.score) {
    return;
  }
  const response = await fetch(pane.dataset.score);
  if (response.ok) {
    const { psnr, ssim } = await response.json();
    pane.querySelector('.score').textContent = `${psnr.toFixed(2)} dB · SSIM ${ssim.toFixed(3)}`;
  } else if (response.status === 429 && pane.isConnected) {
    setTimeout(() => measure(pane), 1000 * (Number(response.headers.get('Retry-After')) || 10));
  }
}

/** What is on the page of a method, fetched anew. */
async function renew(method) {
  const old = [...panes.children].find((pane) => pane.dataset.method === method);
  const fresh = (await piece(`/photos/${page.dataset.photo}/compare/${method}`)).firstElementChild;
  viewers.get(method)?.destroy();
  viewers.delete(method);
  if (old) {
    old.replaceWith(fresh);
  } else {
    panes.append(fresh);
  }
  open(fresh);
}

async function attempt(work) {
  mistake.hidden = true;
  try {
    await work();
  } catch (failure) {
    mistake.textContent = failure.message;
    mistake.hidden = false;
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  attempt(async () => {
    const methods = [...form.querySelectorAll('input:checked')].map((box) => box.value);
    await send('POST', `${photo}/methods`, { methods });
    await Promise.all(methods.map(renew));
  });
});
form.addEventListener('change', (event) => {
  const pane = [...panes.children].find((one) => one.dataset.method === event.target.value);
  if (pane) {
    pane.hidden = !event.target.checked;
  }
});

for (const button of document.querySelectorAll('[data-zoom]')) {
  button.addEventListener('click', () => {
    const first = viewers.get('');
    const how = button.dataset.zoom;
    if (how === 'fit') {
      first.viewport.goHome();
    } else if (how === 'full') {
      first.viewport.zoomTo(first.world.getItemAt(0).imageToViewportZoom(1 / window.devicePixelRatio));
    } else {
      first.viewport.zoomBy(how === 'in' ? 1.5 : 1 / 1.5);
    }
    first.viewport.applyConstraints();
  });
}

const reference = document.querySelector('#reference');
document.querySelector('#give').addEventListener('click', () => reference.click());
reference.addEventListener('change', () => attempt(async () => {
  const body = new FormData();
  body.append('file', reference.files[0]);
  reference.value = '';
  const response = await fetch(`${photo}/reference`, { method: 'POST', headers: proof(), body });
  if (!response.ok) {
    throw new Error(await message(response));
  }
  location.reload();
}));
document.querySelector('#take-away')?.addEventListener('click', () => attempt(async () => {
  await send('DELETE', `${photo}/reference`);
  location.reload();
}));

[...panes.children].forEach(open);
follow((pane) => renew(pane.dataset.method));
