// Small pictures are asked for again where the server had no memory to make them.
const PAUSE = 5000; // milliseconds
const MOST = 200; // times

function again(picture) {
  const times = Number(picture.dataset.again ?? 0) + 1;
  if (times <= MOST) {
    picture.dataset.again = times;
    setTimeout(() => { picture.src = picture.src.replace(/(\?.*)?$/, `?again=${times}`); }, PAUSE);
  }
}

document.addEventListener('error', (event) => {
  if (event.target.matches?.('.frame img')) {
    again(event.target);
  }
}, true);
for (const picture of document.querySelectorAll('.frame img')) {
  if (picture.complete && picture.naturalWidth === 0 && picture.src) {
    again(picture);
  }
}
