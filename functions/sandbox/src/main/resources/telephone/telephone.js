/* A call: what the microphone brings goes to the house, what the house says is played, and it is told what was heard. */
const RATE = 16000;
const TEXTS = {
  es: {
    title: "Llamar a la casa", house: "A quién llama", call: "Llamar", hangUp: "Colgar", language: "English",
    ask: "El navegador le preguntará por el micrófono.", connecting: "Llamando…", talking: "Hable con normalidad. Puede interrumpir.",
    over: "La llamada ha terminado.", cut: "La línea se ha cortado. Puede volver a llamar.",
    refused: "Sin micrófono no le oímos. Permítalo en el candado de la barra de direcciones, o en Ajustes › Privacidad › Micrófono del teléfono, y vuelva a llamar.",
    none: "No hay ningún micrófono conectado. Conecte uno y vuelva a llamar.",
    busy: "El micrófono lo usa otro programa. Ciérrelo y vuelva a llamar.",
    insecure: "El navegador solo da el micrófono en esta máquina (127.0.0.1) o por https.",
    nobody: "Ahora nadie puede coger el teléfono: ",
  },
  en: {
    title: "Call the house", house: "Whom you call", call: "Call", hangUp: "Hang up", language: "Español",
    ask: "The browser will ask you for the microphone.", connecting: "Calling…", talking: "Just talk. You may interrupt.",
    over: "The call is over.", cut: "The line was cut. You can call again.",
    refused: "We cannot hear you without the microphone. Allow it at the padlock in the address bar, or in your phone's Settings › Privacy › Microphone, and call again.",
    none: "No microphone is connected. Connect one and call again.",
    busy: "Another program has the microphone. Close it and call again.",
    insecure: "Browsers give the microphone on this machine only (127.0.0.1), or over https.",
    nobody: "Nobody can take the call now: ",
  },
};

const element = (id) => document.getElementById(id);
let language = navigator.language.startsWith("en") ? "en" : "es";
let call = null;
let said = ["ask"];

function show() {
  document.documentElement.lang = language;
  document.querySelectorAll("[data-text]").forEach((one) => (one.textContent = TEXTS[language][one.dataset.text]));
  element("language").textContent = TEXTS[language].language;
  say(...said);
}

function say(text, more = "") {
  said = [text, more];
  element("state").textContent = TEXTS[language][text] + more;
}

/** Whoever uses the keyboard stands on the button that is there now. */
function ready(talking) {
  element("call").hidden = talking;
  element("hang-up").hidden = !talking;
  element("keys").hidden = !talking;
  element("venue").disabled = talking;
  element(talking ? "hang-up" : "call").focus();
}

/** What the house says: played in its order, thrown away when it takes it back. */
class Playing {
  constructor(context, heard) {
    this.context = context;
    this.heard = heard;
    this.end = 0;
    this.waiting = [];
  }

  add(bytes) {
    const samples = new Int16Array(bytes.buffer, 0, bytes.length >> 1);
    const sound = this.context.createBuffer(1, samples.length, RATE);
    sound.getChannelData(0).set(Float32Array.from(samples, (one) => one / 32768));
    const source = this.context.createBufferSource();
    source.buffer = sound;
    source.connect(this.context.destination);
    const start = Math.max(this.end, this.context.currentTime + 0.02);
    source.start(start);
    this.end = start + sound.duration;
    this.waiting.push({ source, end: this.end });
  }

  mark(name) {
    this.waiting.push({ name, end: this.end });
  }

  /** Every few milliseconds: what is over by now. */
  look() {
    while (this.waiting.length && this.waiting[0].end <= this.context.currentTime) {
      const one = this.waiting.shift();
      if (one.name) this.heard(one.name);
    }
  }

  clear() {
    const gone = this.waiting;
    this.waiting = [];
    this.end = 0;
    gone.forEach((one) => (one.name ? this.heard(one.name) : one.source.stop()));
  }
}

async function microphone() {
  if (!navigator.mediaDevices) throw new DOMException("", "SecurityError");
  return navigator.mediaDevices.getUserMedia({
    audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
}

function release(sound) {
  sound?.getTracks().forEach((track) => track.stop());
}

function trouble(error) {
  const texts = { NotAllowedError: "refused", SecurityError: "insecure", NotFoundError: "none", NotReadableError: "busy" };
  say(texts[error.name] ?? "nobody", texts[error.name] ? "" : error.message);
}

const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));
const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));

async function begin() {
  element("call").disabled = true;
  let sound = null;
  try {
    sound = await microphone();
    say("connecting");
    const answer = await fetch("/_sim/browser/calls", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ venue: element("venue").value }),
    });
    const body = await answer.json();
    if (!answer.ok) throw new Error(body.detail ?? answer.status);
    await talk(sound, body.address);
  } catch (error) {
    release(sound);
    trouble(error);
  } finally {
    element("call").disabled = false;
  }
}

async function talk(sound, address) {
  const context = new AudioContext();
  await context.audioWorklet.addModule("/telephone/microphone.js");
  const ear = new AudioWorkletNode(context, "microphone");
  const socket = new WebSocket(address);
  const send = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));
  const playing = new Playing(context, (name) => send({ event: "mark", mark: { name } }));
  const timer = setInterval(() => playing.look(), 10);
  let hungUp = false;
  call = {
    key: (digit) => send({ event: "dtmf", dtmf: { digit } }),
    end: () => {
      hungUp = true;
      send({ event: "stop" });
      socket.close();
    },
  };
  socket.onopen = () => {
    send({ event: "start", start: { media_format: { encoding: "L16", sample_rate: RATE } } });
    ear.port.onmessage = (frame) => send({ event: "media", media: { payload: base64(frame.data) } });
    context.createMediaStreamSource(sound).connect(ear);
    ready(true);
    say("talking");
  };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.event === "media") playing.add(bytes(message.media.payload));
    else if (message.event === "mark") playing.mark(message.mark.name);
    else if (message.event === "clear") playing.clear();
  };
  socket.onclose = ({ code }) => {
    clearInterval(timer);
    release(sound);
    context.close();
    call = null;
    ready(false);
    say(hungUp || code === 1000 ? "over" : "cut");
  };
}

for (const digit of "123456789*0#") {
  const key = document.createElement("button");
  key.type = "button";
  key.textContent = digit;
  key.addEventListener("click", () => call?.key(digit));
  element("keys").append(key);
}
element("call").addEventListener("click", begin);
element("hang-up").addEventListener("click", () => call?.end());
element("language").addEventListener("click", () => {
  language = language === "es" ? "en" : "es";
  show();
});
show();
