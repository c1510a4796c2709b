// The whole page: who is there, whose phones are open, the clock, the theme, and the events that say what
// changed. The hash of the address holds the open phones: #open=1,2&active=2.

import { Phone, ask } from "./phone.js";
import { avatar, button, el } from "./rich.js";

const $ = (id) => document.getElementById(id);
const NOW = new Intl.DateTimeFormat("ru", { weekday: "short", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
const COLUMN_PX = 400;

const phones = new Map();
const chips = new Map();
let state = { bot: { name: "Бот", username: "" }, commands: [], people: [] };
let open = [];
let active = null;
let clockReadAt = 0;

const desk = {
  bot: () => state.bot,
  commands: () => state.commands,
  close: (id) => setOpen(open.filter((other) => other !== id)),
  activate: (id) => id !== active && setOpen(open, id),
  enlarge,
};

const narrow = matchMedia("(max-width: 719px)");
const isShown = (id) => open.includes(id) && (!narrow.matches || id === active);

async function readState() {
  state = await ask("state");
  clockReadAt = Date.now();
  $("title").textContent = document.title = state.bot.name;
  showClock();
  open = open.filter((id) => state.people.some((person) => person.id === id));
  drawStrip();
  drawDesk();
}

/** Opens exactly these phones; the active one is the only one that a small screen shows. */
function setOpen(ids, wanted) {
  open = ids;
  active = ids.includes(wanted ?? active) ? (wanted ?? active) : (ids.at(-1) ?? null);
  history.replaceState(null, "", open.length ? `#open=${open.join(",")}&active=${active}` : "#");
  drawStrip();
  drawDesk();
}

function readHash() {
  const words = new URLSearchParams(location.hash.slice(1));
  const known = new Set(state.people.map((person) => person.id));
  const ids = (words.get("open") ?? "").split(",").map(Number).filter((id) => known.has(id));
  const first = state.people.slice(0, Math.max(1, Math.floor(innerWidth / COLUMN_PX))).map((person) => person.id);
  setOpen(ids.length ? ids : first, ids.length ? Number(words.get("active")) : first[0]);
}

/** Chips are replaced only when they look different: one that is being pressed must not go away. */
function drawStrip() {
  const wanted = state.people.map((person) => {
    const unread = !isShown(person.id) && person.unread;
    const look = [person.name, person.note, person.blocked, open.includes(person.id), person.id === active, unread].join();
    if (chips.get(person.id)?.look !== look) chips.set(person.id, { look, node: drawChip(person) });
    return chips.get(person.id).node;
  });
  const focused = $("strip").contains(document.activeElement) && document.activeElement.id;
  wanted.push($("add"));
  wanted.forEach((node, i) => $("strip").children[i] !== node && $("strip").insertBefore(node, $("strip").children[i] ?? null));
  for (const node of [...$("strip").children]) if (!wanted.includes(node)) node.remove();
  if (focused) $(focused)?.focus();
}

function drawChip(person) {
  const shown = open.includes(person.id);
  const unread = person.unread && !isShown(person.id) ? el("em", { "aria-label": `непрочитанных: ${person.unread}` }, String(person.unread)) : null;
  const look = ["chip", shown && "open", person.id === active && "active", person.blocked && "blocked"].filter(Boolean).join(" ");
  return el(
    "button",
    {
      type: "button",
      id: `chip-${person.id}`,
      class: look,
      "aria-pressed": String(shown),
      title: person.note || person.name,
      onclick: () => choose(person.id),
    },
    avatar(person.name, person.id),
    el("span", {}, person.name),
    unread,
  );
}

function choose(id) {
  setOpen(open.includes(id) ? open : [...open, id], id);
  for (const node of [phones.get(id)?.node, $(`chip-${id}`)]) node?.scrollIntoView({ behavior: "smooth", inline: "center", block: "nearest" });
}

async function addPerson() {
  const { id } = await ask("people", {});
  await readState();
  choose(id);
}

function drawDesk() {
  for (const [id, phone] of phones) {
    if (isShown(id)) continue;
    phone.leave();
    phones.delete(id);
  }
  const nodes = open.filter(isShown).map((id) => phoneFor(state.people.find((person) => person.id === id)).node);
  nodes.forEach((node, i) => $("desk").children[i] !== node && $("desk").insertBefore(node, $("desk").children[i] ?? null));
  const lonely = nodes.length === 0;
  $("desk").classList.toggle("lonely", lonely);
  $("desk").querySelector(".nobody")?.remove();
  const hint = state.people.length ? "Выберите, чей телефон открыть." : "Здесь появятся телефоны. Добавьте первого человека.";
  if (lonely) $("desk").append(el("p", { class: "nobody" }, hint));
}

function phoneFor(person) {
  let phone = phones.get(person.id);
  if (!phone) {
    phone = new Phone(person, desk);
    phones.set(person.id, phone);
    phone.refresh();
  } else phone.setPerson(person);
  phone.node.classList.toggle("active", person.id === active);
  return phone;
}

function showClock() {
  const now = new Date(new Date(state.now).getTime() + Date.now() - clockReadAt);
  const hours = Math.round(state.clock_offset_seconds / 3600);
  $("now").textContent = NOW.format(now);
  $("now").dateTime = now.toISOString();
  $("offset").hidden = hours === 0;
  $("offset").textContent = hours % 24 === 0 ? `+${hours / 24} дн.` : `+${hours} ч`;
}

async function moveClock(move) {
  const mode = document.querySelector("input[name=mode]:checked").value;
  move.classList.add("loading");
  try {
    await ask(`clock/${mode}`, { seconds: Number(move.dataset.seconds) });
    await readState();
  } finally {
    move.classList.remove("loading");
  }
}

/** The theme follows the system until it is switched; switching back to the system's own forgets the choice. */
function switchTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const wanted = (document.documentElement.dataset.theme ?? (dark ? "dark" : "light")) === "dark" ? "light" : "dark";
  if (wanted === (dark ? "dark" : "light")) localStorage.removeItem("theme");
  else localStorage.setItem("theme", wanted);
  applyTheme();
}

function applyTheme() {
  const chosen = localStorage.getItem("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
  else delete document.documentElement.dataset.theme;
}

function enlarge(src, alt) {
  const shut = { onclick: () => box.close(), onclose: () => box.remove() };
  const box = el("dialog", { class: "picture", "aria-label": "Картинка", ...shut }, el("img", { src, alt }), button("close", "Закрыть"));
  document.body.append(box);
  box.showModal();
}

function listen() {
  const events = new EventSource("/sandbox/events");
  let again;
  const readSoon = () => { again ??= setTimeout(() => { again = undefined; readState(); }, 30); };
  events.onmessage = ({ data }) => {
    phones.get(JSON.parse(data).person)?.refresh();
    readSoon();
  };
  events.onopen = () => {
    $("offline").hidden = true;
    for (const phone of phones.values()) phone.refresh();
    readSoon();
  };
  events.onerror = () => { $("offline").hidden = false; };
}

applyTheme();
$("theme").addEventListener("click", switchTheme);
$("add").addEventListener("click", addPerson);
$("clock").open = !narrow.matches;
for (const move of $("clock").querySelectorAll("[data-seconds]")) move.addEventListener("click", () => moveClock(move));
narrow.addEventListener("change", () => { $("clock").open = !narrow.matches; drawDesk(); });
addEventListener("pointerdown", (event) => {
  if (narrow.matches && !$("clock").contains(event.target)) $("clock").open = false;
});
addEventListener("hashchange", readHash);
setInterval(showClock, 10_000);
await readState();
readHash();
listen();
