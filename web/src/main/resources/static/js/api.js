// Lays out what the description of the API says.
const place = document.querySelector('#operations');
const description = await (await fetch('/api/openapi')).json();

for (const [path, methods] of Object.entries(description.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const article = document.createElement('article');
    article.className = 'operation';
    const head = document.createElement('code');
    head.textContent = `${method.toUpperCase()} ${path}`;
    const text = document.createElement('p');
    text.textContent = [operation.summary, operation.description].filter(Boolean).join('. ');
    const names = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query')
      .map((parameter) => parameter.name + (parameter.required ? '' : '?'));
    const details = document.createElement('small');
    details.textContent = names.length > 0 ? `?${names.join('&')}` : '';
    article.append(head, text, details);
    place.append(article);
  }
}
