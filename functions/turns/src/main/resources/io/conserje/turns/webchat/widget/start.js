// Reads the script's own attributes, asks whose chat this is, and puts the window on the page.

const SCRIPT = document.currentScript
  || document.querySelector('script[src*="/webchat/widget.js"][data-venue]');

function languageOf(script, house) {
  const page = document.documentElement.lang;
  const browser = (navigator.languages || [navigator.language]).map(spoken).filter(Boolean)[0];
  return spoken(script.getAttribute('data-language')) || spoken(page) || browser || spoken(house.language) || 'es';
}

function put(script, api, venue, house) {
  const place = document.createElement('div');
  document.body.appendChild(place);
  const root = place.attachShadow ? place.attachShadow({ mode: 'open' }) : place;
  dress(root, script)(house.color);
  const language = languageOf(script, house);
  const chat = ChatWindow(root, house, language, changed => Talk(api, venue, language, changed));
  window.ConserjeChat = { version: VERSION, open: chat.open, close: chat.close };
}

function start(script) {
  const venue = script && script.getAttribute('data-venue');
  if (!venue || window.ConserjeChat) {
    if (!venue) {
      console.error('Conserje: the script needs data-venue="…", the short name of the house.');
    }
    return;
  }
  window.ConserjeChat = { version: VERSION };
  const api = script.src.replace(/\/webchat\/widget\.js.*$/, '');
  call('GET', `${api}/webchat/house?venue=${encodeURIComponent(venue)}`, null, FETCH_LIMIT, 'default')
    .then(answer => {
      if (answer.status === 404 || answer.status === 403) {
        console.error(`Conserje: no chat here. ${answer.body.detail || answer.status}`);
        return;
      }
      put(script, api, venue, answer.status === 200 ? answer.body : {});
    }, () => put(script, api, venue, {}));
}

if (document.body) {
  start(SCRIPT);
} else {
  document.addEventListener('DOMContentLoaded', () => start(SCRIPT));
}
