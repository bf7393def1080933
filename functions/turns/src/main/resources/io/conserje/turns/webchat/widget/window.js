// The window a guest sees, hears and reaches by keyboard. Texts only ever become text.

const SVG = 'http://www.w3.org/2000/svg';
const ICONS = {
  chat: 'M4 4h16v12H9l-5 4z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M4 12h15M13 6l6 6-6 6',
  again: 'M20 12a8 8 0 1 1-2.3-5.6M20 3v5h-5',
};
const LONGEST = 4000;
const PHONE = '(max-width: 480px), (max-height: 420px)';

function make(name, look, properties, children) {
  const element = document.createElement(name);
  if (look) {
    element.className = look;
  }
  Object.keys(properties || {}).forEach(key => {
    if (key.indexOf('on') === 0) {
      element.addEventListener(key.slice(2), properties[key]);
    } else {
      element.setAttribute(key, properties[key]);
    }
  });
  (children || []).forEach(child =>
    element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child));
  return element;
}

function icon(name) {
  const drawing = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  const attributes = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2',
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true', focusable: 'false' };
  Object.keys(attributes).forEach(key => drawing.setAttribute(key, attributes[key]));
  line.setAttribute('d', ICONS[name]);
  drawing.appendChild(line);
  return drawing;
}

/** A text with its web addresses as links: of http and https alone, and never with what ends a sentence. */
function written(text, words) {
  return text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/).map((part, at) =>
    at % 2 === 0 ? part : make('a', '', { href: part, target: '_blank', rel: 'noopener noreferrer nofollow' },
      [part, make('span', 'conserje-only-heard', {}, [` (${words.newWindow})`])]));
}

function ChatWindow(root, house, language, talkOf) {
  const words = WORDS[language];
  const talk = talkOf(draw);
  const shown = {}; // lines on the screen, by their key
  let doubt = null; // the second press that deletes a conversation

  const badge = make('span', 'conserje-badge', { hidden: '', 'aria-hidden': 'true' });
  const launcher = make('button', 'conserje-launcher', { type: 'button', 'aria-haspopup': 'dialog',
    'aria-expanded': 'false', 'aria-controls': 'conserje-window', onclick: open }, [icon('chat'), badge]);
  const news = make('p', 'conserje-only-heard', { role: 'status' });
  const startOver = make('button', '', { type: 'button', 'aria-label': words.startOver, title: words.startOver,
    onclick: forget, onblur: sure }, [icon('again')]);
  const log = make('div', 'conserje-log', { role: 'log', 'aria-live': 'polite', 'aria-label': words.log,
    tabindex: '0' });
  const typing = make('p', 'conserje-typing', { role: 'status' });
  const trouble = make('div', 'conserje-trouble', { role: 'alert', hidden: '' });
  const choices = make('div', 'conserje-choices', { role: 'group', 'aria-label': words.answers, hidden: '' });
  const text = make('textarea', '', { id: 'conserje-text', rows: '1', maxlength: LONGEST, placeholder: words.write,
    autocomplete: 'off', enterkeyhint: 'send', onkeydown: enter, oninput: typed });
  const form = make('form', 'conserje-form', { onsubmit: submit }, [
    make('label', 'conserje-only-heard', { for: 'conserje-text' }, [words.write]), text,
    make('button', '', { type: 'submit', 'aria-label': words.send, title: words.send }, [icon('send')])]);
  const dialog = make('div', 'conserje-window', { id: 'conserje-window', role: 'dialog', hidden: '',
    'aria-labelledby': 'conserje-title', 'aria-describedby': 'conserje-kind', onkeydown: key }, [
    make('div', 'conserje-head', {}, [
      make('div', 'conserje-name', {}, [
        make('h2', '', { id: 'conserje-title' }, [house.name || words.chat]),
        make('p', '', { id: 'conserje-kind' }, [words.assistant])]),
      startOver,
      make('button', '', { type: 'button', 'aria-label': words.close, title: words.close, onclick: close },
        [icon('close')])]),
    log, typing, choices, trouble, form]);
  root.appendChild(make('div', 'conserje', { lang: language }, [launcher, news, dialog]));

  function isOpen() {
    return !dialog.hidden;
  }

  function show() {
    dialog.hidden = false;
    launcher.hidden = true;
    launcher.setAttribute('aria-expanded', 'true');
    dialog.setAttribute('aria-modal', String(fillsTheScreen()));
    text.value = talk.state().draft;
    grow();
    draw();
    log.scrollTop = log.scrollHeight;
  }

  function open() {
    talk.keep({ open: true });
    dialog.className = 'conserje-window comes';
    show();
    text.focus();
    talk.wake();
  }

  function close() {
    talk.keep({ open: false, draft: text.value });
    dialog.hidden = true;
    launcher.hidden = false;
    launcher.setAttribute('aria-expanded', 'false');
    draw();
    launcher.focus();
  }

  function fillsTheScreen() {
    return typeof matchMedia === 'function' && matchMedia(PHONE).matches;
  }

  /** Escape leaves; where the window hides the page, the focus stays in it. */
  function key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab' && fillsTheScreen()) {
      const stops = Array.from(dialog.querySelectorAll('button, a, textarea, [tabindex="0"]'))
        .filter(stop => stop.offsetParent !== null);
      const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if ((root.activeElement || document.activeElement) === edge) {
        event.preventDefault();
        (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
      }
    }
  }

  /** Enter sends, unless it ends a word that is being composed; with Shift it begins a line. */
  function enter(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit(event);
    }
  }

  function typed() {
    talk.keep({ draft: text.value });
    grow();
  }

  function grow() {
    text.style.setProperty('height', 'auto');
    text.style.setProperty('height', `${text.scrollHeight + 2}px`);
  }

  function submit(event) {
    event.preventDefault();
    const said = text.value.trim();
    if (said) {
      text.value = '';
      say(said);
    }
  }

  function say(said) {
    talk.say(said);
    talk.keep({ draft: text.value });
    grow();
    text.focus();
  }

  /** The first press asks, the second one deletes. */
  function forget() {
    if (!doubt) {
      doubt = startOver.firstChild;
      startOver.replaceChild(document.createTextNode(words.startOverSure), doubt);
      startOver.setAttribute('aria-label', words.startOverSure);
      return;
    }
    sure();
    talk.forget();
    text.value = '';
    text.focus();
  }

  function sure() {
    if (doubt) {
      startOver.replaceChild(doubt, startOver.firstChild);
      startOver.setAttribute('aria-label', words.startOver);
      doubt = null;
    }
  }

  /** Every line in its place: the guest's own follow the last one of the house that stood there. */
  function inOrder() {
    const own = talk.state().own.slice();
    const all = [{ key: 'greeting', from: 'house', text: words.greeting(house.name || words.chat) }];
    const take = after => own.filter(line => line.after === after).forEach(line => {
      all.push({ key: `own-${line.id}`, from: 'guest', text: line.text, state: line.state });
    });
    take(null);
    talk.lines().forEach(line => {
      all.push({ key: `house-${line.id}`, from: line.from, text: line.text, choices: line.choices });
      take(line.id);
    });
    const ids = talk.lines().map(line => line.id);
    own.filter(line => line.after !== null && ids.indexOf(line.after) < 0).forEach(line => {
      all.push({ key: `own-${line.id}`, from: 'guest', text: line.text, state: line.state });
    });
    return all;
  }

  function element(line) {
    const by = { guest: words.you, person: words.person, house: house.name || words.assistant }[line.from];
    const seen = line.from === 'person' ? 'conserje-by' : 'conserje-only-heard';
    return make('div', '', {}, [make('span', seen, {}, [`${by}: `])].concat(written(line.text, words)));
  }

  function drawLines(all) {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    Object.keys(shown).filter(kept => !all.some(line => line.key === kept)).forEach(gone => {
      log.removeChild(shown[gone]);
      delete shown[gone];
    });
    let fresh = false;
    all.forEach((line, at) => {
      fresh = fresh || !shown[line.key];
      shown[line.key] = shown[line.key] || element(line);
      shown[line.key].className = `conserje-line ${line.from} ${line.state || ''}`;
      if (log.children[at] !== shown[line.key]) {
        log.insertBefore(shown[line.key], log.children[at] || null);
      }
    });
    if (fresh && (atEnd || all[all.length - 1].from === 'guest')) {
      log.scrollTop = log.scrollHeight;
    }
  }

  function fill(place, children) {
    while (place.firstChild) {
      place.removeChild(place.firstChild);
    }
    children.forEach(child => place.appendChild(child));
    place.hidden = children.length === 0;
  }

  /** Redrawn only when they are others, so that a focus in them is not lost. */
  function drawChoices(all) {
    const last = all[all.length - 1];
    const offered = talk.waiting() || last.from === 'guest' ? []
      : last.key === 'greeting' ? words.start[house.kind] || [] : last.choices || [];
    const name = offered.join('\n');
    if (choices.getAttribute('data-of') !== name) {
      choices.setAttribute('data-of', name);
      fill(choices, offered.map(choice => make('button', '', { type: 'button', onclick: () => say(choice) }, [choice])));
      log.scrollTop = log.scrollHeight;
    }
  }

  function drawTrouble() {
    const now = talk.trouble();
    const name = now ? now.what : '';
    if (trouble.getAttribute('data-of') === name) {
      return;
    }
    trouble.setAttribute('data-of', name);
    if (!now) {
      fill(trouble, []);
      return;
    }
    const what = words.trouble[now.what];
    const told = [make('span', '', {}, [typeof what === 'function' ? what(now.wait) : what])];
    if ((now.what === 'away' || now.what === 'slow') && house.phone) {
      const call = words.trouble.call('\n').split('\n');
      told.push(make('span', '', {},
        [` ${call[0]}`, make('a', '', { href: `tel:${house.phone}` }, [house.phone]), call[1]]));
    }
    if (['offline', 'slow', 'tooMany', 'away'].indexOf(now.what) >= 0) {
      told.push(make('button', '', { type: 'button', onclick: () => { talk.retry(); text.focus(); } }, [words.retry]));
    }
    fill(trouble, told);
  }

  function drawTyping() {
    if (talk.waiting() === !typing.firstChild) {
      fill(typing, talk.waiting()
        ? [make('span', 'conserje-only-heard', {}, [words.typing])].concat([1, 2, 3].map(() => make('i')))
        : []);
      typing.hidden = false;
    }
  }

  function drawUnread() {
    const ids = talk.lines().map(line => line.id);
    const last = ids.length ? ids[ids.length - 1] : null;
    const count = isOpen() ? 0 : ids.length - 1 - ids.indexOf(talk.state().read);
    if (isOpen() && talk.state().read !== last) {
      talk.keep({ read: last });
    }
    const opening = house.name ? words.openWith(house.name) : words.open;
    const label = count ? `${opening} (${words.unread(count)})` : opening;
    if (launcher.getAttribute('aria-label') !== label) {
      launcher.setAttribute('aria-label', label);
      launcher.setAttribute('title', opening);
      badge.textContent = String(count);
      badge.hidden = count === 0;
      news.textContent = count ? words.unread(count) : '';
    }
  }

  function draw() {
    const all = inOrder();
    drawLines(all);
    drawTyping();
    drawChoices(all);
    drawTrouble();
    drawUnread();
  }

  draw();
  if (talk.state().open) {
    show();
  }
  talk.resume();
  return { open: open, close: close };
}
