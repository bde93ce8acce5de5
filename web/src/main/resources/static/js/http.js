// What every request to our own server needs.

/** The header that proves that a page of ours is asking. */
export function proof() {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return { 'X-XSRF-TOKEN': cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '' };
}

/** The sentence with which the server refuses. */
export async function message(response) {
  return (await response.json().catch(() => ({}))).detail || response.statusText;
}

/** Sends JSON, or nothing; throws the sentence that the server answers where it refuses. */
export async function send(method, url, body) {
  const headers = proof();
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!response.ok) {
    throw new Error(await message(response));
  }
  return response.status === 200 || response.status === 201 ? response.json() : undefined;
}

/** The first element of a piece of HTML from our server. */
export async function piece(url) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(response.statusText);
  }
  const template = document.createElement('template');
  template.innerHTML = (await response.text()).trim();
  return template.content;
}
