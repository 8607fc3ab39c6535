// The page of the bucket: requests it from another origin, and gives it rules.
const { bucket, words } = JSON.parse(document.querySelector('#bucket-words').textContent);
const result = document.querySelector('#bucket-result');
const said = document.querySelector('#bucket-said');

async function request() {
  try {
    const response = await fetch(`${bucket}/bucket/report.json`, {
      method: 'PUT',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', 'X-Team': 'blue' },
      body: '{}',
    });
    result.textContent = `${words.got} ${response.status}`;
  } catch (error) {
    result.textContent = `${words.failed} ${error.name}`;
  }
  globalThis.scenario = { done: true };
}

async function apply() {
  const { value } = document.querySelector('#bucket-rules');
  const response = await fetch('/bucket/cors.json', { method: 'PUT', body: value });
  const { error } = await response.json();
  said.textContent = error ?? words.applied;
}

document.querySelector('#bucket-form').addEventListener('submit', (event) => {
  event.preventDefault();
  void apply();
});

void request();
