// The conversation: what was said, what is on its way, and what goes wrong. It draws nothing.

const KEPT_FOR = 24 * 60 * 60 * 1000; // after the last message; the token itself is good for longer
const SEND_LIMIT = 28000; // the answer is waited for 20 s
const FETCH_LIMIT = 10000;
const SOON = 1500;
const MOST_KEPT = 200;

function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes).map(byte => (byte < 16 ? '0' : '') + byte.toString(16)).join('');
}

/** A drawer of the browser; of this page alone where the browser keeps nothing. */
function drawer(name) {
  const nothing = () => ({ conversation: null, own: [], open: false, draft: '', read: null, at: Date.now() });
  let page = null;
  return {
    name: name,
    read: () => {
      try {
        const kept = JSON.parse(localStorage.getItem(name));
        return kept && Date.now() - kept.at < KEPT_FOR ? Object.assign(nothing(), kept) : nothing();
      } catch (closed) {
        return page || nothing();
      }
    },
    write: value => {
      page = value;
      try {
        localStorage.setItem(name, JSON.stringify(value));
      } catch (closed) {
        // the page keeps it
      }
    },
  };
}

/** Resolves with a status and what was answered; rejects with 'offline' or 'slow'. */
function call(method, url, body, limit, cache) {
  const stop = typeof AbortController === 'function' ? new AbortController() : null;
  const request = fetch(url, {
    method: method,
    mode: 'cors',
    credentials: 'omit',
    cache: cache || 'no-store',
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
    signal: stop ? stop.signal : undefined,
  }).then(response => response.text().then(text => {
    let answer = {};
    try {
      answer = JSON.parse(text);
    } catch (noJson) {
      // the status says it
    }
    return { status: response.status, wait: Number(response.headers.get('Retry-After')) || 0, body: answer };
  }), () => Promise.reject('offline'));
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => { reject('slow'); if (stop) { stop.abort(); } }, limit);
    request.then(resolve, reject).then(() => clearTimeout(timer), () => clearTimeout(timer));
  });
}

/**
 * @param changed called whenever there is something new to show
 */
function Talk(api, venue, language, changed) {
  const kept = drawer(`conserje.${api}.${venue}`);
  let state = kept.read();
  let lines = []; // of the house, in order
  let waiting = false; // the house owes an answer
  let trouble = null;
  let active = Date.now();
  let failures = 0;
  let timer = null;
  let flying = 0; // messages that this page itself has on their way; another tab may have its own
  let begun = 0; // which conversation of this page: what belongs to a forgotten one is not heard

  const save = () => { kept.write(state); changed(); };
  const lastLine = () => (lines.length ? lines[lines.length - 1].id : null);
  const sending = () => state.own.some(line => line.state === 'sending');

  /** What other tabs have left in the drawer; not what one of them had read before this page wrote. */
  function refresh() {
    const found = kept.read();
    const older = !found.conversation && state.conversation
      && found.own.some(line => state.own.some(mine => mine.id === line.id));
    if (!flying && !older) {
      lines = found.conversation === state.conversation ? lines : []; // another tab has begun anew
      state = found;
    }
  }

  function add(messages) {
    const known = lines.map(line => line.id);
    const fresh = (messages || []).filter(line => known.indexOf(line.id) < 0);
    lines = lines.concat(fresh);
    return fresh.length;
  }

  function fail(line, what, wait) {
    line.state = 'failed';
    trouble = { what: what, wait: wait || 0 };
    waiting = false;
    save();
    if (wait) {
      setTimeout(() => { if (line.state === 'failed') { retry(); } }, wait * 1000);
    }
  }

  function answered(line, answer, again) {
    const body = answer.body;
    if (answer.status === 200) {
      state.conversation = body.conversation;
      line.state = 'sent';
      add(body.messages);
      trouble = trouble && trouble.what === 'over' ? trouble : null;
      waiting = body.pending || sending();
      save();
      proceed();
      look(waiting ? SOON : undefined);
    } else if (answer.status === 401 && state.conversation && again) {
      state.conversation = null;
      trouble = { what: 'over', wait: 0 };
      deliver(line, false);
    } else if (answer.status === 429) {
      fail(line, 'tooMany', answer.wait || 60);
    } else if (answer.status === 413 || answer.status === 400) {
      fail(line, answer.status === 413 ? 'tooLong' : 'refused');
    } else {
      fail(line, answer.status === 403 || answer.status === 404 ? 'notHere' : 'away');
    }
  }

  function deliver(line, again) {
    line.state = 'sending';
    waiting = true;
    const message = { venue: venue, text: line.text, messageId: line.id, language: language };
    if (state.conversation) {
      message.conversation = state.conversation;
    }
    const mine = begun;
    flying++;
    call('POST', `${api}/webchat/messages`, message, SEND_LIMIT).then(
      answer => { flying--; if (mine === begun) { answered(line, answer, again); } },
      why => { flying--; if (mine === begun) { fail(line, why); } });
    save();
  }

  /** The first message makes the conversation; those behind it wait for that. */
  function proceed() {
    state.own
      .filter(line => line.state === 'waiting')
      .slice(0, state.conversation ? undefined : 1)
      .forEach(line => deliver(line, true));
  }

  function say(text) {
    refresh();
    const line = { id: randomId(), text: text, after: lastLine() || state.read, state: 'waiting' };
    state.own = state.own.concat(line).slice(-MOST_KEPT);
    state.draft = '';
    state.at = active = Date.now();
    trouble = null;
    if (state.conversation || !sending()) {
      proceed();
    }
    save();
  }

  function retry() {
    trouble = null;
    active = Date.now();
    state.own.filter(line => line.state === 'failed').forEach(line => { line.state = 'waiting'; });
    proceed();
    save();
  }

  /** How long until the house is asked for news; nothing when nobody seems to be there any more. */
  function pause() {
    const idle = Date.now() - active;
    if (waiting) {
      return SOON * Math.pow(2, Math.min(failures, 5));
    }
    const usual = idle < 60000 ? 4000 : idle < 600000 ? 10000 : idle < 3600000 ? 30000 : null;
    return usual && usual * Math.pow(2, Math.min(failures, 4));
  }

  function look(after) {
    clearTimeout(timer);
    const wait = after === undefined ? pause() : after;
    if (state.conversation && wait !== null && document.visibilityState !== 'hidden') {
      timer = setTimeout(fetchNews, wait);
    }
  }

  function fetchNews() {
    const asked = state.conversation;
    const after = lastLine() ? `&after=${encodeURIComponent(lastLine())}` : '';
    call('GET', `${api}/webchat/messages?conversation=${encodeURIComponent(asked)}${after}`, null, FETCH_LIMIT)
      .then(answer => {
        if (asked !== state.conversation) {
          return;
        }
        failures = answer.status === 200 ? 0 : failures + 1;
        if (answer.status === 200) {
          const fresh = add(answer.body.messages);
          active = fresh ? Date.now() : active;
          waiting = answer.body.pending || sending();
          changed();
        } else if (answer.status === 401) {
          state.conversation = null;
          waiting = sending();
          save();
        }
        look();
      }, () => { failures++; look(); });
  }

  /** What a page was left with on its way goes out again, under the same id. */
  function resume() {
    state.own.filter(line => line.state === 'sending').forEach(line => { line.state = 'waiting'; });
    trouble = state.own.some(line => line.state === 'failed') ? { what: 'away', wait: 0 } : null;
    proceed();
    look(0);
    changed();
  }

  window.addEventListener('online', () => { if (trouble && trouble.what === 'offline') { retry(); } });
  document.addEventListener('visibilitychange', () => look(0));
  window.addEventListener('storage', event => {
    if (event.key === kept.name) {
      refresh();
      changed();
      look(0);
    }
  });

  return {
    resume: resume,
    say: say,
    retry: retry,
    state: () => state,
    lines: () => lines,
    trouble: () => trouble,
    waiting: () => waiting,
    keep: change => { refresh(); Object.assign(state, change); kept.write(state); },
    wake: () => { active = Date.now(); look(0); },
    forget: () => {
      clearTimeout(timer);
      begun++;
      state = Object.assign(state, { conversation: null, own: [], draft: '', read: null });
      lines = [];
      waiting = false;
      trouble = null;
      save();
    },
  };
}
