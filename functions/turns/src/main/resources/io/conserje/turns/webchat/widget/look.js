// Colours and shapes. One stylesheet is made here, so that a page's policy needs no 'unsafe-inline'.

const USUAL_COLOR = '#1f4e5f';
const DARK_INK = '#000000'; // of black and white one always reaches the 4.5 below
const READABLE = 4.5; // WCAG 2.2, 1.4.3

function channels(color) {
  return [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
}

function luminance(color) {
  const linear = channels(color)
    .map(value => value / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4)));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function contrast(one, other) {
  const lights = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lights[0] + 0.05) / (lights[1] + 0.05);
}

function darker(color) {
  const part = channels(color).map(value => Math.floor(value * 0.9));
  return '#' + part.map(value => (value < 16 ? '0' : '') + value.toString(16)).join('');
}

/** What can be read on the colour, and a shade of it that can be read on white. */
function palette(color) {
  const house = /^#[0-9a-f]{6}$/i.test(color || '') ? color.toLowerCase() : USUAL_COLOR;
  const ink = contrast(house, '#ffffff') >= contrast(house, DARK_INK) ? '#ffffff' : DARK_INK;
  let strong = house;
  while (contrast(strong, '#ffffff') < READABLE) {
    strong = darker(strong);
  }
  return { house: house, ink: ink, strong: strong };
}

function style(color) {
  const paint = palette(color);
  return `
.conserje { all: initial; --house: ${paint.house}; --ink: ${paint.ink}; --strong: ${paint.strong};
  font: 16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; color: #1b1b1b; }
.conserje *, .conserje *::before { box-sizing: border-box; }
.conserje button { font: inherit; cursor: pointer; }
.conserje [hidden] { display: none !important; }
.conserje :focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
.conserje-only-heard { position: absolute; width: 1px; height: 1px; margin: -1px; padding: 0; border: 0;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.conserje-launcher { position: fixed; right: max(20px, env(safe-area-inset-right));
  bottom: max(20px, env(safe-area-inset-bottom)); z-index: 2147483000; width: 60px; height: 60px; padding: 0;
  display: grid; place-items: center; border: 2px solid var(--ink); border-radius: 50%;
  background: var(--house); color: var(--ink); box-shadow: 0 4px 16px rgba(0, 0, 0, .3); transition: transform .15s; }
.conserje-launcher:hover { transform: scale(1.05); }
.conserje-launcher svg { width: 28px; height: 28px; }
.conserje-badge { position: absolute; top: -4px; right: -4px; min-width: 24px; height: 24px; padding: 0 6px;
  border: 2px solid #fff; border-radius: 12px; background: #b00020; color: #fff; font-size: 13px;
  font-weight: 700; line-height: 20px; text-align: center; }
.conserje-window { position: fixed; right: max(20px, env(safe-area-inset-right));
  bottom: max(20px, env(safe-area-inset-bottom)); z-index: 2147483001; display: flex; flex-direction: column;
  width: 384px; height: 620px; max-width: calc(100vw - 40px); max-height: calc(100vh - 40px); overflow: hidden;
  border: 1px solid #c9c9c9; border-radius: 16px; background: #fff; box-shadow: 0 12px 40px rgba(0, 0, 0, .28);
}
.conserje-window.comes { animation: conserje-in .18s ease-out; }
@keyframes conserje-in { from { opacity: 0; transform: translateY(12px); } }
.conserje-head { display: flex; align-items: center; gap: 4px; padding: 12px 8px 12px 16px;
  background: var(--house); color: var(--ink); }
.conserje-head :focus-visible { outline-color: var(--ink); outline-offset: -3px; }
.conserje-name { flex: 1; min-width: 0; }
.conserje-name h2 { margin: 0; font-size: 17px; font-weight: 650; overflow: hidden; text-overflow: ellipsis;
  white-space: nowrap; }
.conserje-name p { margin: 0; font-size: 13px; }
.conserje-head button { min-width: 44px; height: 44px; padding: 0 8px; display: grid; place-items: center;
  border: 0; border-radius: 10px; background: transparent; color: inherit; font-size: 14px; }
.conserje-head button:hover { background: rgba(127, 127, 127, .3); }
.conserje-head svg { width: 22px; height: 22px; }
.conserje-log { flex: 1; min-height: 0; padding: 16px 14px; overflow-y: auto; overscroll-behavior: contain;
  display: flex; flex-direction: column; gap: 8px; }
.conserje-log:focus-visible { outline-offset: -4px; }
.conserje-line { max-width: 85%; padding: 9px 13px; border-radius: 16px; overflow-wrap: anywhere;
  white-space: pre-wrap; }
.conserje-line.house { align-self: flex-start; background: #eff1f2; border-bottom-left-radius: 4px; }
.conserje-line.person { align-self: flex-start; background: #fff; border: 2px solid var(--strong);
  border-bottom-left-radius: 4px; }
.conserje-line.guest { align-self: flex-end; background: var(--house); color: var(--ink);
  border-bottom-right-radius: 4px; }
.conserje-line.failed { background: #fff; color: #1b1b1b; border: 2px dashed #b00020; }
.conserje-line.sending { opacity: .75; }
.conserje-line a { color: var(--strong); text-decoration: underline; }
.conserje-by { display: block; font-size: 12px; font-weight: 650; color: var(--strong); }
.conserje-typing { display: flex; gap: 4px; margin: 0; padding: 0 18px 8px; min-height: 22px; }
.conserje-typing i { width: 8px; height: 8px; margin-top: 6px; border-radius: 50%; background: #6b6b6b;
  animation: conserje-dot 1.2s infinite; }
.conserje-typing i:nth-child(2) { animation-delay: .2s; }
.conserje-typing i:nth-child(3) { animation-delay: .4s; }
@keyframes conserje-dot { 0%, 60%, 100% { opacity: .3; } 30% { opacity: 1; } }
.conserje-trouble { margin: 0 14px 10px; padding: 10px 12px; border-left: 4px solid #b00020; border-radius: 6px;
  background: #fdecee; font-size: 14px; }
.conserje-trouble button, .conserje-choices button { min-height: 40px; padding: 6px 14px; border-radius: 20px;
  border: 2px solid var(--strong); background: #fff; color: var(--strong); font-size: 15px; font-weight: 600; }
.conserje-trouble button { display: block; margin-top: 8px; }
.conserje-trouble a { color: inherit; }
.conserje-choices { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 14px 12px; max-height: 40%; overflow-y: auto; }
.conserje-choices button:hover, .conserje-trouble button:hover { background: var(--strong); color: #fff; }
.conserje-form { display: flex; align-items: flex-end; gap: 8px; padding: 10px 10px max(10px, env(safe-area-inset-bottom));
  border-top: 1px solid #d6d6d6; }
.conserje-form textarea { flex: 1; min-height: 44px; max-height: 132px; padding: 10px 12px; resize: none; font: inherit;
  color: inherit; background: #fff; border: 1px solid #767676; border-radius: 12px; }
.conserje-form textarea::placeholder { color: #6b6b6b; opacity: 1; }
.conserje-form button { flex: none; width: 44px; height: 44px; padding: 0; display: grid; place-items: center;
  border: 0; border-radius: 50%; background: var(--house); color: var(--ink); }
.conserje-form svg { width: 22px; height: 22px; }
@media (max-width: 480px), (max-height: 420px) {
  .conserje-window { inset: 0; width: 100%; height: 100%; height: 100dvh; max-width: none; max-height: none;
    border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: reduce) {
  .conserje *, .conserje *::before { animation: none !important; transition: none !important; }
  .conserje-typing i { opacity: .6; }
}
@media (forced-colors: active) {
  .conserje-line, .conserje-head, .conserje-form button { border: 1px solid; }
  .conserje-typing i { background: CanvasText; }
}
@media print { .conserje { display: none; } }
`;
}

/** Shows the words of one stylesheet in a shadow, or on a page of a browser that has none. */
function dress(root, script) {
  if (root.adoptedStyleSheets && 'replaceSync' in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    root.adoptedStyleSheets = [sheet];
    return color => sheet.replaceSync(style(color));
  }
  const element = document.createElement('style');
  element.nonce = script.nonce || '';
  root.appendChild(element);
  return color => { element.textContent = style(color); };
}
