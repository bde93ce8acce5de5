// The page on which a photo is retouched: tools, steps, and what the server says to them.
import { Board } from './board.js';
import './downloads.js';
import { message, piece, proof, send } from './http.js';
import { Layers } from './layers.js';
import { keys } from './shortcuts.js';

const find = (selector) => document.querySelector(selector);
const photo = find('main').dataset.photo;
const api = `/api/photos/${photo}`;
const layers = new Layers(api, (version) => board.shown(version));
const board = new Board(layers.viewer, drawn, say);
let line = Promise.resolve(); // requests, one after the other

/** Asks the server once all that was asked before is answered. */
function ask(task) {
  line = line.then(task).then(() => { find('#mistake').hidden = true; }).catch((failure) => mistake(failure.message));
  return line;
}

function mistake(text) {
  find('#mistake').textContent = text;
  find('#mistake').hidden = !text;
}

function say(hint) {
  find('#hint').textContent = find('#hint').dataset[hint];
}

async function refresh() {
  const response = await fetch(`${api}/retouching`);
  await show(await response.json());
}

async function show(answer) {
  const marked = answer.mask !== '';
  find('#heal').disabled = !marked;
  find('#restore').disabled = !marked;
  find('#busy').hidden = !answer.busy;
  find('#stage').dataset.busy = answer.busy;
  mistake(answer.message);
  layers.show(answer);
  if (!marked) {
    board.clear();
  }
  const steps = (await piece(`/photos/${photo}/retouch/steps`)).firstElementChild;
  const focus = document.activeElement?.dataset?.step;
  find('#steps').replaceWith(steps);
  steps.querySelector(`[data-step="${focus}"]`)?.focus();
  find('#undo').disabled = steps.dataset.count === '0';
  find('#redo').disabled = steps.dataset.undone === '0';
}

function drawn(edit, stroke) {
  ask(async () => {
    const answer = await send('POST', `${api}/retouching/steps`, edit);
    stroke.version = answer.mask;
    await show(answer);
  });
}

const change = (method, path, body) => ask(async () => show(await send(method, `${api}/retouching/${path}`, body)));
const undo = () => { board.forget(); board.clear(); change('POST', 'undo'); };
const redo = () => change('POST', 'redo');
const heal = () => change('POST', 'steps', { kind: 'heal', method: find('input[name="method"]:checked').value });

function choose(tool) {
  board.tool = tool;
  board.forget();
  find('#stage').classList.toggle('painting', tool !== 'move');
  find('#source').hidden = tool !== 'stamp';
  say(tool);
}

function sized() {
  board.width = Number(find('#width').value);
  board.feather = Number(find('#feather').value);
  find('#width-text').textContent = `${board.width} px`;
  find('#feather-text').textContent = `${board.feather} px`;
  board.draw();
}

for (const tool of document.querySelectorAll('input[name="tool"]')) {
  tool.addEventListener('change', () => choose(tool.value));
}
for (const button of document.querySelectorAll('[data-zoom]')) {
  button.addEventListener('click', () => {
    const port = layers.viewer.viewport;
    const zoom = { fit: () => port.goHome(), in: () => port.zoomBy(1.5), out: () => port.zoomBy(1 / 1.5),
      full: () => port.zoomTo(layers.viewer.world.getItemAt(0).imageToViewportZoom(1 / window.devicePixelRatio)) };
    zoom[button.dataset.zoom]();
    port.applyConstraints();
  });
}
find('#width').addEventListener('input', sized);
find('#feather').addEventListener('input', sized);
find('#undo').addEventListener('click', undo);
find('#redo').addEventListener('click', redo);
find('#heal').addEventListener('click', heal);
find('#source').addEventListener('click', () => board.forgetSource());
find('#without').addEventListener('change', (event) => layers.without(event.target.checked));
find('#base').addEventListener('change', (event) => ask(async () => {
  await send('PUT', `${api}/retouching/base`, { restoration: event.target.value || null });
  location.reload();
}));
find('#found')?.addEventListener('click', () => ask(async () => { await send('POST', `${api}/mask/found`); await refresh(); }));
find('#import').addEventListener('click', () => find('#mask-file').click());
find('#mask-file').addEventListener('change', (event) => ask(async () => {
  const form = new FormData();
  form.append('file', event.target.files[0]);
  event.target.value = '';
  const response = await fetch(`${api}/mask`, { method: 'POST', headers: proof(), body: form });
  if (!response.ok) {
    throw new Error(await message(response));
  }
  await refresh();
}));
find('#restore').addEventListener('click', () => ask(async () => {
  await send('POST', `${api}/restorations`, { mask: true });
  location.href = `/photos/${photo}`;
}));
document.addEventListener('change', (event) => {
  const { step } = event.target.dataset;
  if (step) {
    change('PATCH', `steps/${step}`, { on: event.target.checked });
  }
});
const events = new EventSource('/api/events');
events.addEventListener('open', () => ask(refresh));
events.addEventListener('retouching', ({ data }) => {
  const event = JSON.parse(data);
  if (event.photo === photo) {
    find('#busy').value = event.share;
    if (!event.busy) {
      ask(refresh);
    }
  }
});
window.addEventListener('pagehide', () => events.close());
keys({ undo, redo, heal, sized });
sized();
choose(find('input[name="tool"]:checked').value);
