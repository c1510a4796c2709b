// Building blocks: elements made by hand, and formatted text rebuilt from a short list of allowed tags.
// Text of messages never reaches the page as HTML: it is parsed aside, where nothing runs, and copied over.

const ALLOWED = new Set(["B", "STRONG", "I", "EM", "U", "INS", "S", "STRIKE", "DEL", "CODE", "PRE"]);
const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const ACTIVE_TEXT = /(https?:\/\/[^\s<>«»"]+[^\s<>«»".,;:!?)])|(?<![\p{L}\p{N}_/])\/([a-zA-Z]\w{0,31})(?![\w/])/gu;

/** An element with attributes (`on…` values are listeners; absent, null and false ones are left out) and children. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A line icon from the sprite in index.html. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A round button that shows an icon and is called by its label. */
export function button(picture, label, onclick) {
  return el("button", { type: "button", class: "round", "aria-label": label, onclick }, icon(picture));
}

/** A round picture with the initials of a name; the same id always gets the same colour. */
export function avatar(name, id) {
  const initials = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
  const node = el("span", { class: "avatar", "aria-hidden": "true" }, initials);
  node.style.setProperty("--hue", (Math.abs(id) * 47 + 210) % 360);
  return node;
}

/** Message HTML as safe nodes; `onCommand` is called with "/name" when a command in the text is clicked. */
export function rich(html, onCommand) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const result = document.createDocumentFragment();
  copyChildren(parsed.body, result, onCommand);
  return result;
}

function copyChildren(from, to, onCommand) {
  for (const child of from.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) to.append(...activeText(wordsOf(child), to, onCommand));
    else if (child.nodeType === Node.ELEMENT_NODE && !["SCRIPT", "STYLE"].includes(child.tagName)) {
      const copy = allowedCopy(child) ?? document.createDocumentFragment();
      copyChildren(child, copy, onCommand);
      to.append(copy);
    }
  }
}

/** The line break after a quote or a block of code is the block's own end, not an empty line. */
function wordsOf(text) {
  return BLOCKS.has(text.previousSibling?.nodeName) ? text.data.replace(/^\n/, "") : text.data;
}

function allowedCopy(node) {
  if (ALLOWED.has(node.tagName)) return el(node.tagName);
  if (node.tagName === "BR") return document.createTextNode("\n");
  if (node.tagName === "A" && SAFE_LINK.test(node.getAttribute("href") ?? "")) return link(node.getAttribute("href"));
  if (node.tagName === "BLOCKQUOTE") return quote(node.hasAttribute("expandable"));
  if (node.tagName === "TG-SPOILER" || node.classList.contains("tg-spoiler")) return spoiler();
  return null;
}

function link(href) {
  return el("a", { href, target: "_blank", rel: "noopener noreferrer" });
}

function quote(expandable) {
  const node = el("blockquote");
  if (!expandable) return node;
  return toggle(node, "expandable", "Развернуть или свернуть цитату");
}

function spoiler() {
  return toggle(el("span"), "spoiler", "Скрытый текст, нажмите, чтобы показать");
}

function toggle(node, name, label) {
  const open = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    node.classList.toggle("open");
    node.setAttribute("aria-expanded", node.classList.contains("open"));
  };
  node.className = name;
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", label);
  node.addEventListener("click", open);
  node.addEventListener("keydown", open);
  return node;
}

/** Plain text with its addresses as links and its /commands as buttons. */
function activeText(text, parent, onCommand) {
  if (parent.nodeType === Node.ELEMENT_NODE && parent.closest("a, code, pre")) return [text];
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(ACTIVE_TEXT)) {
    parts.push(text.slice(end, found.index), found[1] ? webAddress(found[1]) : command(found[0], onCommand));
    end = found.index + found[0].length;
  }
  return [...parts, text.slice(end)];
}

function webAddress(address) {
  const node = link(address);
  node.textContent = address;
  return node;
}

function command(text, onCommand) {
  return el("button", { type: "button", class: "command", onclick: () => onCommand(text) }, text);
}

let closeMenu = () => {};

/** A small menu at a point or by a button; arrow keys, Escape and a press elsewhere work as everywhere. */
export function menu(at, label, items) {
  closeMenu();
  const before = document.activeElement;
  const listening = new AbortController();
  const box = el("div", { class: "menu", popover: "manual", role: "menu", "aria-label": label });
  const close = (focus) => {
    listening.abort();
    box.remove();
    if (focus) before?.focus();
  };
  const away = (event) => !box.contains(event.target) && close(false);
  closeMenu = close;
  box.append(...items.map((item) => menuItem(item, () => { close(true); item.run(); })));
  box.addEventListener("keydown", (event) => (event.key === "Escape" || event.key === "Tab" ? close(true) : moveFocus(event, [...box.children])));
  document.addEventListener("pointerdown", away, { capture: true, signal: listening.signal });
  document.body.append(box);
  box.showPopover();
  place(box, at instanceof Element ? at.getBoundingClientRect() : new DOMRect(at.x, at.y, 0, 0));
  box.firstElementChild.focus();
}

function menuItem(item, onclick) {
  const picture = item.icon ? icon(item.icon) : null;
  const hint = item.hint ? el("small", {}, item.hint) : null;
  return el("button", { type: "button", role: "menuitem", class: item.danger && "danger", onclick }, picture, el("span", {}, item.label), hint);
}

function moveFocus(event, nodes) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const index = nodes.indexOf(document.activeElement);
  nodes[(index + step + nodes.length) % nodes.length].focus();
}

function place(box, anchor) {
  const { width, height } = box.getBoundingClientRect();
  const below = anchor.bottom + 6;
  const top = below + height < innerHeight - 8 ? below : anchor.top - height - 6;
  box.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, top)}px`;
}
