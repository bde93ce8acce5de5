// Sends photos, a few at a time, with the progress of each.
import { proof } from './http.js';

const AT_ONCE = 3;
const area = document.querySelector('#add');
const list = document.querySelector('#uploads');
const waiting = [];
let sending = 0;

/** Sends files and calls `added` with the answer for each that is in the album. */
export function upload(files, added) {
  for (const file of files) {
    const line = document.createElement('li');
    const name = document.createElement('span');
    name.textContent = file.name;
    const progress = document.createElement('progress');
    progress.max = 1;
    progress.value = 0;
    progress.setAttribute('aria-label', file.name);
    line.append(name, progress);
    list.append(line);
    waiting.push({ file, line, progress, added });
  }
  next();
}

function next() {
  while (sending < AT_ONCE && waiting.length > 0) {
    sending++;
    post(waiting.shift());
  }
}

function post(job) {
  const request = new XMLHttpRequest(); // fetch tells nothing of the progress of what is sent
  const form = new FormData();
  form.append('file', job.file);
  form.append('preset', document.querySelector('#preset').value);
  request.open('POST', '/api/photos');
  Object.entries(proof()).forEach(([name, value]) => request.setRequestHeader(name, value));
  request.responseType = 'json';
  request.upload.addEventListener('progress', (event) => {
    job.progress.value = event.loaded / Math.max(1, event.total);
  });
  request.addEventListener('load', () => ended(request, job));
  request.addEventListener('error', () => say(job, area.dataset.failed, true));
  request.send(form);
}

function ended(request, job) {
  if (request.status === 429) {
    const seconds = Number(request.getResponseHeader('Retry-After')) || 10;
    job.progress.removeAttribute('value');
    job.progress.title = area.dataset.retry;
    setTimeout(() => post(job), 1000 * seconds);
  } else if (request.status === 200 || request.status === 201) {
    say(job, request.response.known ? area.dataset.known : area.dataset.done, false);
    job.added(request.response);
  } else {
    say(job, request.response?.detail || area.dataset.failed, true);
  }
}

function say(job, text, failed) {
  const word = document.createElement('small');
  word.textContent = text;
  word.classList.toggle('failed', failed);
  job.progress.replaceWith(word);
  sending--;
  next();
  if (!failed) {
    setTimeout(() => job.line.remove(), 4000);
  }
}

/** All files of what was dropped, also those in folders. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  return entries.length > 0 ? (await Promise.all(entries.map(filesOf))).flat() : [...transfer.files];
}

async function filesOf(entry) {
  if (entry.isFile) {
    return [await new Promise((resolve, reject) => { entry.file(resolve, reject); })];
  }
  const reader = entry.createReader();
  const files = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
    if (some.length === 0) {
      return files;
    }
    files.push(...(await Promise.all(some.map(filesOf))).flat());
  }
}
