/** Shows the page in the person's language, and returns to what they wanted as soon as it can be had. */

/** Between two looks, in milliseconds. */
const lookAgainAfter = 3_000;

const sections = [...document.querySelectorAll('section[lang]')];

function chosenLanguage() {
  try {
    return localStorage.getItem('score.language');
  } catch {
    return null;
  }
}

const wanted = [chosenLanguage(), ...navigator.languages].filter(Boolean);
const sameTongue = (one, other) => one.split('-')[0].toLowerCase() === other.split('-')[0].toLowerCase();
const shown =
  wanted.map((code) => sections.find(({ lang }) => sameTongue(lang, code))).find(Boolean) ??
  sections.find(({ lang }) => lang === 'en');
for (const section of sections) section.hidden = section !== shown;
document.documentElement.lang = shown.lang;
document.title = shown.querySelector('h1').textContent;

async function look() {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  if (answer?.ok) location.reload();
}

setInterval(look, lookAgainAfter);
addEventListener('online', look);
for (const button of document.querySelectorAll('button')) button.addEventListener('click', look);
