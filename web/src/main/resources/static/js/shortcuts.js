// Keys of the page on which a photo is retouched, wherever nobody is writing.

/** Keys do what buttons do; tools have the keys that they name. */
export function keys({ undo, redo, heal, sized }) {
  document.addEventListener('keydown', (event) => {
    const writing = event.target.matches('input[type="text"], textarea, select');
    const key = event.key.toLowerCase();
    if (writing || event.altKey) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        (key === 'y' || event.shiftKey ? redo : undo)();
      }
      return;
    }
    const tool = [...document.querySelectorAll('input[name="tool"]')]
      .find((input) => input.getAttribute('aria-keyshortcuts').toLowerCase() === key);
    const width = document.querySelector('#width');
    if (tool) {
      tool.checked = true;
      tool.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (key === '[' || key === ']') {
      const step = Math.max(1, Math.round(width.value / 8));
      width.value = Number(width.value) + (key === ']' ? step : -step);
      sized();
    } else if (key === 'f' && !document.querySelector('#heal').disabled) {
      heal();
    }
  });
}
