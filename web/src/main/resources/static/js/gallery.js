// The album: photos come in, cards follow what happens to them.
import { follow } from './events.js';
import { piece, send } from './http.js';
import './pictures.js';
import { dropped, upload } from './upload.js';

const area = document.querySelector('#add');
const cards = document.querySelector('#cards');
const chosen = document.querySelector('#chosen');

function add(files) {
  upload(files, async (photo) => {
    document.querySelector('#empty')?.remove();
    const card = await piece(`/photos/${photo.id}/card`);
    document.getElementById(`photo-${photo.id}`)?.remove();
    cards.prepend(card);
  });
}

for (const button of document.querySelectorAll('.pick')) {
  button.addEventListener('click', () => document.getElementById(button.dataset.for).click());
}
for (const input of document.querySelectorAll('#files, #folder')) {
  input.addEventListener('change', () => {
    add([...input.files]);
    input.value = '';
  });
}
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  area.classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) {
    area.classList.remove('over');
  }
});
document.addEventListener('drop', async (event) => {
  event.preventDefault();
  area.classList.remove('over');
  add(await dropped(event.dataTransfer));
});
document.addEventListener('paste', (event) => {
  if (event.clipboardData.files.length > 0) {
    add([...event.clipboardData.files]);
  }
});

follow(async (card) => {
  const fresh = await piece(`/photos/${card.dataset.photo}/card`).catch(() => null);
  if (fresh) {
    card.replaceWith(fresh);
    choose();
  }
});

/** More cards come when the end of those that are there comes near. */
const nearing = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (isIntersecting) {
      nearing.unobserve(target);
      piece(target.href).then((more) => {
        target.replaceWith(more);
        watch();
      });
    }
  }
}, { rootMargin: '1200px' });

function watch() {
  document.querySelectorAll('a.more').forEach((link) => nearing.observe(link));
}
watch();

function chosenPhotos() {
  return [...document.querySelectorAll('input[name="photo"]:checked')].map((box) => box.value);
}

function choose() {
  chosen.hidden = chosenPhotos().length === 0;
}

cards.addEventListener('change', choose);
document.querySelector('#zip').addEventListener('click', () => {
  location.href = `/api/archive?${chosenPhotos().map((id) => `photo=${id}`).join('&')}`;
});
document.querySelector('#delete').addEventListener('click', async (event) => {
  if (!window.confirm(event.currentTarget.dataset.sure)) {
    return;
  }
  for (const id of chosenPhotos()) {
    await send('DELETE', `/api/photos/${id}`);
    document.getElementById(`photo-${id}`).remove();
  }
  choose();
});
