// Links to what the server has to make first, which may take a while.
import { message } from './http.js';

const USUAL = 10; // seconds until the server is asked again

/** Asks until there is memory to make it. */
async function made(url) {
  for (;;) {
    const response = await fetch(url);
    if (response.status !== 429) {
      return response;
    }
    const seconds = Number(response.headers.get('Retry-After')) || USUAL;
    await new Promise((resolve) => { setTimeout(resolve, 1000 * seconds); });
  }
}

function save(blob, disposition) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** What went wrong, told below the links. */
function tell(link, text) {
  const place = link.closest('p, figcaption');
  const line = place.querySelector('.failed[role="alert"]') ?? document.createElement('small');
  line.className = 'failed';
  line.setAttribute('role', 'alert');
  line.textContent = text;
  line.hidden = !text;
  place.append(line);
}

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[download]:not([data-as-it-is])');
  if (!link?.isConnected) {
    return;
  }
  event.preventDefault();
  if (link.getAttribute('aria-busy') === 'true') {
    return;
  }
  link.setAttribute('aria-busy', 'true');
  tell(link, '');
  try {
    const response = await made(link.href);
    if (!response.ok) {
      throw new Error(await message(response));
    }
    save(await response.blob(), response.headers.get('Content-Disposition') ?? '');
  } catch (failure) {
    tell(link, failure.message);
  } finally {
    link.removeAttribute('aria-busy');
  }
});
