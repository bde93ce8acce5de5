// The plan as a form: steps on and off, options, and doing it again.
import { send } from './http.js';

const form = document.querySelector('#plan');
const photo = document.querySelector('main').dataset.photo;

function plan() {
  const steps = [...form.querySelectorAll('.step')].map((step) => ({
    stage: step.dataset.stage,
    on: step.querySelector('.on').checked,
    options: Object.fromEntries([...step.querySelectorAll('input[type="text"]')]
      .filter((input) => input.value.trim() !== '')
      .map((input) => [input.name, input.value.trim()])),
    reason: step.dataset.reason,
  }));
  return { outside: form.dataset.outside === 'true', steps };
}

async function run(wish) {
  const mistake = document.querySelector('#plan-mistake');
  mistake.hidden = true;
  try {
    await send('POST', `/api/photos/${photo}/restorations`, wish);
    location.href = `/photos/${photo}`;
  } catch (failure) {
    mistake.textContent = failure.message;
    mistake.hidden = false;
  }
}

if (form) {
  const strength = () => Number(document.querySelector('#strength')?.value ?? 100) / 100;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run({ preset: form.dataset.preset, plan: plan(), strength: strength() });
  });
  const preset = form.querySelector('#preset');
  preset.addEventListener('change', () => {
    if (preset.value) {
      run({ preset: preset.value, strength: strength() });
    }
  });
}
