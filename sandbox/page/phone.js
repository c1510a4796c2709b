// One phone: a person's chat with the bot. Reads the chat when told that it changed, shows it, and sends
// what the person does. Knows nothing of the other phones.

import { BubbleRow, isEditable } from "./bubble.js";
import { Composer } from "./composer.js";
import { avatar, button, el, menu } from "./rich.js";

const DAY = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" });
const GROUP_MS = 5 * 60 * 1000;
const TYPING_MS = 5000;
const LONG_PRESS_MS = 500;
const NEAR_BOTTOM_PX = 40;
const TOAST_MS = 3500;
const REASONS = { 404: "Такого человека здесь нет", 410: "Этой кнопки больше нет", 413: "Файл слишком большой" };

/** One request to the sandbox; the answer's JSON, or null when it has none. Errors are fit to be shown. */
export async function ask(path, body) {
  const reply = await fetch(`/sandbox/${path}`, body && posted(body)).catch(() => {
    throw new Error("Нет связи с песочницей");
  });
  if (!reply.ok) throw new Error(REASONS[reply.status] ?? "Не получилось");
  return reply.status === 204 ? null : reply.json();
}

function posted(body) {
  if (body instanceof FormData) return { method: "POST", body };
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

export class Phone {
  constructor(person, desk) {
    this.person = person;
    this.desk = desk;
    this.rows = new Map();
    this.days = new Map();
    this.bubbles = [];
    this.bound = true;
    this.build();
  }

  /** One request about this person; what fails is said on the phone, and the answer is null then. */
  async ask(what, body) {
    try {
      return await ask(`people/${this.person.id}/${what}`, body);
    } catch (error) {
      this.toast(error.message, false);
      return null;
    }
  }

  build() {
    this.status = el("small", { class: "status", "aria-live": "polite" });
    this.title = el("b");
    this.list = el("div", { class: "messages", role: "log", "aria-label": `Переписка: ${this.person.name}` });
    const listeners = { onscroll: () => this.noteScroll(), onkeydown: (event) => this.walk(event) };
    this.view = el("div", { class: "view", tabindex: 0, ...listeners }, this.list);
    this.jump = button("down", "К последнему сообщению", () => this.toBottom("smooth"));
    this.jump.classList.add("jump");
    this.jump.hidden = true;
    this.toasts = el("div", { class: "toasts", "aria-live": "assertive" });
    this.foot = el("div", { class: "foot" });
    const more = button("more", "Ещё", () => this.openMenu(more));
    this.face = el("span");
    const head = el("div", { class: "head" }, this.face, el("span", { class: "names" }, this.title, this.status), more);
    const screen = el("div", { class: "screen" }, head, el("div", { class: "wall" }, this.view, this.jump, this.toasts), this.foot);
    this.owner = el("div", { class: "owner" });
    const labels = { "data-person": this.person.id, "aria-label": `Телефон: ${this.person.name}` };
    this.node = el("section", { class: "phone", ...labels }, this.owner, screen);
    this.node.addEventListener("focusin", () => this.desk.activate(this.person.id));
    this.composer = new Composer(this);
    this.start = el("button", { type: "button", class: "big start", onclick: () => this.ask("start", {}) }, "Начать");
    this.unblock = el("button", { type: "button", class: "big", onclick: () => this.ask("unblock", {}) }, "Разблокировать");
    this.listenForMenu();
    this.listenForDrop();
    new ResizeObserver(() => this.bound && this.toBottom()).observe(this.list);
    new ResizeObserver(() => this.bound && this.toBottom()).observe(this.view);
    this.setPerson(this.person);
  }

  setPerson(person) {
    this.person = person;
    const close = button("close", `Убрать телефон: ${person.name}`, () => this.desk.close(person.id));
    const words = el("span", {}, el("b", {}, person.name), person.note ? el("small", {}, person.note) : null);
    const state = JSON.stringify(person.name + person.note);
    if (this.ownerState !== state) this.owner.replaceChildren(avatar(person.name, person.id), words, close);
    this.ownerState = state;
    const bot = this.desk.bot();
    this.title.textContent = bot.name;
    if (!this.face.firstChild) this.face.append(avatar(bot.name, 0));
    this.showFoot();
  }

  showStatus() {
    this.status.textContent = this.typing ? "печатает" : this.person.blocked ? "бот заблокирован" : "бот";
    this.status.classList.toggle("typing", Boolean(this.typing));
  }

  /** What stands at the bottom: the field to write in, the start button, or the way back from blocking. */
  showFoot() {
    this.showStatus();
    if (!this.read) return;
    const wanted = this.person.blocked ? this.unblock : this.bubbles.length === 0 ? this.start : this.composer.node;
    if (this.foot.firstChild !== wanted) this.foot.replaceChildren(wanted);
  }

  /** Reads the chat again; calls that come while one is under way end in one more reading. */
  async refresh() {
    this.stale = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.stale) {
        this.stale = false;
        const chat = await this.ask("chat");
        if (chat) this.show(chat);
      }
    } finally {
      this.reading = false;
    }
  }

  show({ bubbles, typing }) {
    const first = !this.read;
    const grown = bubbles.at(-1)?.message_id !== this.bubbles.at(-1)?.message_id;
    this.read = true;
    this.bubbles = bubbles;
    this.setTyping(typing);
    this.sync(this.wantedNodes(first));
    if (this.bound) this.toBottom();
    else if (grown && bubbles.at(-1)?.from_bot) this.jump.classList.add("news");
    this.showFoot();
  }

  setTyping(typing) {
    this.typing = typing;
    clearTimeout(this.typingTimer);
    if (typing) this.typingTimer = setTimeout(() => this.refresh(), TYPING_MS);
  }

  wantedNodes(first) {
    if (this.bubbles.length === 0) return [this.greeting()];
    const byId = new Map(this.bubbles.map((bubble) => [bubble.message_id, bubble]));
    return this.bubbles.flatMap((bubble, i) => {
      const row = this.rowFor(bubble, first);
      row.update(bubble, byId.get(bubble.reply_to), !together(bubble, this.bubbles[i + 1]));
      const newDay = dayOf(bubble) !== (i > 0 && dayOf(this.bubbles[i - 1]));
      return newDay ? [this.dayMark(dayOf(bubble)), row.node] : [row.node];
    });
  }

  greeting() {
    const { name } = this.desk.bot();
    const words = el("p", {}, "Здесь пока пусто. Нажмите «Начать», и бот ответит.");
    this.hello ??= el("div", { class: "hello" }, avatar(name, 0), el("b", {}, name), words);
    return this.hello;
  }

  rowFor(bubble, first) {
    let row = this.rows.get(bubble.message_id);
    if (!row) {
      row = new BubbleRow(bubble, this.acts());
      if (!first) row.node.classList.add("arrives");
      this.rows.set(bubble.message_id, row);
    }
    return row;
  }

  dayMark(day) {
    if (!this.days.has(day)) this.days.set(day, el("div", { class: "day" }, el("span", {}, day)));
    return this.days.get(day);
  }

  /** Puts the wanted nodes in order with as few moves as possible: what is in place is not touched. */
  sync(wanted) {
    const keep = new Set(wanted);
    for (const node of [...this.list.children]) if (!keep.has(node)) node.remove();
    wanted.forEach((node, i) => this.list.children[i] !== node && this.list.insertBefore(node, this.list.children[i] ?? null));
    const ids = new Set(this.bubbles.map((bubble) => bubble.message_id));
    for (const id of [...this.rows.keys()]) if (!ids.has(id)) this.rows.delete(id);
  }

  acts() {
    this.actions ??= {
      press: (id, row, column) => this.press(id, row, column),
      command: (text) => this.composer.say(text),
      find: (id) => this.find(id),
      enlarge: (url, alt) => this.desk.enlarge(url, alt),
      link: (url) => this.linkFor(url),
      botName: () => this.desk.bot().name,
    };
    return this.actions;
  }

  /** A link to the bot itself starts it with its payload, as the messenger does; others open in a new tab. */
  linkFor(url) {
    const own = new RegExp(`^https://t\\.me/${this.desk.bot().username}\\?start=([\\w-]+)$`, "i").exec(url);
    if (!own) return { href: /^(https?|tg):/i.test(url) ? url : "#", target: "_blank", rel: "noopener noreferrer" };
    return { href: url, onclick: (event) => { event.preventDefault(); this.ask("start", { payload: own[1] }); } };
  }

  async press(message_id, row, column) {
    const answer = await this.ask("press", { message_id, row, column });
    if (answer?.toast) this.toast(answer.toast, answer.alert);
  }

  toast(text, alert) {
    const node = alert ? this.alertBox(text) : el("div", { class: "toast", role: "status" }, text);
    this.toasts.replaceChildren(node);
    if (alert) node.querySelector("button").focus();
    else setTimeout(() => node.remove(), TOAST_MS);
  }

  alertBox(text) {
    const before = document.activeElement;
    const { name } = this.desk.bot();
    const shut = () => { this.toasts.replaceChildren(); before?.focus({ preventScroll: true }); };
    const ok = el("button", { type: "button", onclick: shut }, "ОК");
    const box = el("div", { role: "alertdialog", "aria-label": name }, el("b", {}, name), el("p", {}, text), ok);
    return el("div", { class: "veil", onkeydown: (event) => event.key === "Escape" && shut() }, box);
  }

  /** Only the person's own scrolling up lets go of the bottom: a growing message or keyboard does not. */
  noteScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.view;
    if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX) this.bound = true;
    else if (scrollTop < this.lastTop) this.bound = false;
    this.lastTop = scrollTop;
    this.jump.hidden = this.bound;
    if (this.bound) this.jump.classList.remove("news");
  }

  toBottom(behavior = "instant") {
    this.bound = true;
    this.jump.hidden = true;
    this.view.scrollTo({ top: this.view.scrollHeight, behavior });
  }

  find(id) {
    const node = this.rows.get(id)?.node;
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.animate([{ background: "var(--flash)" }, { background: "transparent" }], 1500);
  }

  /** Arrow keys walk from message to message, Enter opens the menu of the one in focus. */
  walk(event) {
    const row = event.target.closest(".row");
    const step = { ArrowUp: "previousElementSibling", ArrowDown: "nextElementSibling" }[event.key];
    if (step && (event.target === this.view || event.target === row)) {
      let next = row ? row[step] : this.list.lastElementChild;
      while (next && !next.matches(".row")) next = next[step];
      next?.focus();
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === row) this.openBubbleMenu(row, row.querySelector(".bubble"));
  }

  listenForDrop() {
    this.node.addEventListener("dragover", (event) => event.preventDefault());
    this.node.addEventListener("drop", (event) => {
      event.preventDefault();
      this.composer.sendFiles(event.dataTransfer.files);
    });
  }

  listenForMenu() {
    let timer;
    const open = (row, at) => row && this.openBubbleMenu(row, at);
    this.list.addEventListener("contextmenu", (event) => {
      if (event.target.closest("a, .menu")) return;
      event.preventDefault();
      open(event.target.closest(".row"), { x: event.clientX, y: event.clientY });
    });
    this.list.addEventListener("touchstart", (event) => {
      const at = { x: event.touches[0].clientX, y: event.touches[0].clientY };
      const row = event.target.closest(".bubble")?.closest(".row");
      timer = setTimeout(() => open(row, at), LONG_PRESS_MS);
    }, { passive: true });
    for (const name of ["touchend", "touchmove", "touchcancel"]) {
      this.list.addEventListener(name, () => clearTimeout(timer), { passive: true });
    }
  }

  openBubbleMenu(row, at) {
    const bubble = this.rows.get(Number(row.dataset.id)).bubble;
    const about = (mode) => () => this.composer.talkAbout(mode, bubble);
    const copy = () => navigator.clipboard.writeText(bubble.text);
    const items = [{ icon: "reply", label: "Ответить", run: about("reply") }];
    if (isEditable(bubble)) items.push({ icon: "edit", label: "Изменить", run: about("edit") });
    if (bubble.text) items.push({ icon: "copy", label: "Скопировать текст", run: copy });
    menu(at, "Сообщение", items);
  }

  openMenu(at) {
    const { blocked } = this.person;
    const turn = () => this.ask(blocked ? "unblock" : "block", {});
    menu(at, "Чат", [
      { icon: "link", label: "Начать по ссылке…", run: () => this.startByLink() },
      { icon: "block", label: blocked ? "Разблокировать бота" : "Заблокировать бота", danger: !blocked, run: turn },
      { icon: "close", label: "Убрать телефон", run: () => this.desk.close(this.person.id) },
    ]);
  }

  startByLink() {
    const words = prompt("Ссылка-приглашение или её часть после «start=»");
    const payload = words?.trim().replace(/^.*[?&]start=/, "");
    if (payload) this.ask("start", { payload });
  }

  /** The phone was put away: it must not go on reading, for reading marks messages as read. */
  leave() {
    clearTimeout(this.typingTimer);
    this.node.remove();
  }
}

function dayOf(bubble) {
  return DAY.format(new Date(bubble.date));
}

function together(bubble, next) {
  if (next?.from_bot !== bubble.from_bot || bubble.buttons.length > 0) return false;
  return dayOf(next) === dayOf(bubble) && new Date(next.date) - new Date(bubble.date) < GROUP_MS;
}
