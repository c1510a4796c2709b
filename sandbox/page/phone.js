// One phone: a person's chat with the bot. Reads the chat when told that it changed, shows it, and sends
// what the person does. Knows nothing of the other phones.

import { BubbleRow, summary } from "./bubble.js";
import { avatar, el, icon, menu } from "./rich.js";

const DAY = new Intl.DateTimeFormat("ru", { day: "numeric", month: "long" });
const GROUP_MS = 5 * 60 * 1000;
const TYPING_MS = 5000;
const MESSAGE_LENGTH = 4096;
const LONG_PRESS_MS = 500;
const NEAR_BOTTOM_PX = 40;

/** One request to the sandbox; the answer's JSON, or null when it has none. */
export async function ask(path, body) {
  const form = body instanceof FormData;
  const headers = form || !body ? {} : { "content-type": "application/json" };
  const method = body ? "POST" : "GET";
  const reply = await fetch(`/sandbox/${path}`, { method, headers, body: form || !body ? body : JSON.stringify(body) });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.status === 204 ? null : reply.json();
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

  /** The address of this person's part of the control API. */
  ask(what, body) {
    return ask(`people/${this.person.id}/${what}`, body);
  }

  build() {
    this.status = el("small", { class: "status", "aria-live": "polite" });
    this.title = el("b");
    this.list = el("div", { class: "messages", role: "log", "aria-label": `Переписка: ${this.person.name}` });
    this.view = el("div", { class: "view", tabindex: 0, onscroll: () => this.noteScroll(), onkeydown: (event) => this.walk(event) }, this.list);
    this.jump = el("button", { type: "button", class: "round jump", "aria-label": "К последнему сообщению", hidden: true, onclick: () => this.toBottom("smooth") }, icon("down"));
    this.toasts = el("div", { class: "toasts", "aria-live": "assertive" });
    this.foot = el("div", { class: "foot" });
    const more = el("button", { type: "button", class: "round", "aria-label": "Ещё", onclick: () => this.openMenu(more) }, icon("more"));
    this.face = el("span");
    const head = el("div", { class: "head" }, this.face, el("span", { class: "names" }, this.title, this.status), more);
    const screen = el("div", { class: "screen" }, head, el("div", { class: "wall" }, this.view, this.jump, this.toasts), this.foot);
    this.owner = el("div", { class: "owner" });
    this.node = el("section", { class: "phone", "data-person": this.person.id, "aria-label": `Телефон: ${this.person.name}` }, this.owner, screen);
    this.node.addEventListener("focusin", () => this.desk.activate(this.person.id));
    this.buildComposer();
    this.listenForMenu();
    this.listenForDrop();
    new ResizeObserver(() => this.bound && this.toBottom()).observe(this.list);
    new ResizeObserver(() => this.bound && this.toBottom()).observe(this.view);
    this.setPerson(this.person);
  }

  buildComposer() {
    this.field = el("textarea", { rows: 1, placeholder: "Сообщение", "aria-label": `Сообщение от: ${this.person.name}`, enterkeyhint: "send", oninput: () => this.grow(), onkeydown: (event) => this.typeKey(event), onpaste: (event) => this.sendFiles(event.clipboardData.files) });
    this.about = el("div", { class: "about", hidden: true });
    const commands = el("button", { type: "button", class: "round slash", "aria-label": "Команды бота", onclick: () => this.openCommands(commands) }, icon("slash"));
    const clip = el("button", { type: "button", class: "round", "aria-label": "Прикрепить", onclick: () => this.openAttach(clip) }, icon("clip"));
    const send = el("button", { type: "button", class: "round send", "aria-label": "Отправить", onclick: () => this.send() }, icon("send"));
    this.composer = el("div", { class: "composer" }, this.about, el("div", { class: "line" }, commands, this.field, clip, send));
    this.start = el("button", { type: "button", class: "big start", onclick: () => this.ask("start", {}) }, "Начать");
    this.unblock = el("button", { type: "button", class: "big", onclick: () => this.ask("unblock", {}) }, "Разблокировать");
  }

  setPerson(person) {
    this.person = person;
    const close = el("button", { type: "button", class: "round", "aria-label": `Убрать телефон: ${person.name}`, onclick: () => this.desk.close(person.id) }, icon("close"));
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
    const wanted = this.person.blocked ? this.unblock : this.bubbles.length === 0 ? this.start : this.composer;
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
        this.show(await this.ask("chat"));
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
    this.hello ??= el("div", { class: "hello" }, avatar(this.desk.bot().name, 0), el("b", {}, this.desk.bot().name), el("p", {}, "Здесь пока пусто. Нажмите «Начать», и бот ответит."));
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
      command: (text) => this.say(text),
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
    try {
      const { toast, alert } = await this.ask("press", { message_id, row, column });
      if (toast) this.toast(toast, alert);
    } catch {
      this.toast("Кнопки больше нет", false);
    }
  }

  toast(text, alert) {
    const node = alert ? this.alertBox(text) : el("div", { class: "toast", role: "status" }, text);
    this.toasts.replaceChildren(node);
    if (alert) node.querySelector("button").focus();
    else setTimeout(() => node.remove(), 3500);
  }

  alertBox(text) {
    const shut = () => { this.toasts.replaceChildren(); this.field.focus(); };
    const ok = el("button", { type: "button", onclick: shut }, "ОК");
    const box = el("div", { role: "alertdialog", "aria-label": this.desk.bot().name }, el("b", {}, this.desk.bot().name), el("p", {}, text), ok);
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
    for (const name of ["touchend", "touchmove", "touchcancel"]) this.list.addEventListener(name, () => clearTimeout(timer), { passive: true });
  }

  openBubbleMenu(row, at) {
    const bubble = this.rows.get(Number(row.dataset.id)).bubble;
    const items = [{ icon: "reply", label: "Ответить", run: () => this.talkAbout("reply", bubble) }];
    if (!bubble.from_bot && !bubble.file) items.push({ icon: "edit", label: "Изменить", run: () => this.talkAbout("edit", bubble) });
    if (bubble.text) items.push({ icon: "copy", label: "Скопировать текст", run: () => navigator.clipboard.writeText(bubble.text) });
    menu(at, "Сообщение", items);
  }

  openMenu(button) {
    const { blocked } = this.person;
    menu(button, "Чат", [
      { icon: "link", label: "Начать по ссылке…", run: () => this.startByLink() },
      { icon: "block", label: blocked ? "Разблокировать бота" : "Заблокировать бота", danger: !blocked, run: () => this.ask(blocked ? "unblock" : "block", {}) },
      { icon: "close", label: "Убрать телефон", run: () => this.desk.close(this.person.id) },
    ]);
  }

  startByLink() {
    const words = prompt("Ссылка-приглашение или её часть после «start=»");
    const payload = words?.trim().replace(/^.*[?&]start=/, "");
    if (payload) this.ask("start", { payload });
  }

  openCommands(button) {
    const items = this.desk.commands().map(({ command, description }) => ({ label: `/${command}`, hint: description, run: () => this.say(`/${command}`) }));
    menu(button, "Команды бота", items.length ? items : [{ label: "/start", hint: "начать сначала", run: () => this.say("/start") }]);
  }

  openAttach(button) {
    const made = (kind, name, label) => ({ icon: name, label, run: () => this.sendKind(kind) });
    menu(button, "Прикрепить", [
      { icon: "photo", label: "Фотография", run: () => this.choose("photo", "image/*") },
      { icon: "file", label: "Файл", run: () => this.choose("document", "") },
      made("sticker", "smile", "Стикер"),
      made("voice", "mic", "Голосовое сообщение"),
      made("contact", "user", "Свой номер"),
      made("location", "pin", "Где я"),
    ]);
  }

  choose(kind, accept) {
    const input = el("input", { type: "file", accept, onchange: () => this.sendKind(kind, input.files[0]) });
    input.click();
  }

  listenForDrop() {
    this.node.addEventListener("dragover", (event) => event.preventDefault());
    this.node.addEventListener("drop", (event) => {
      event.preventDefault();
      this.sendFiles(event.dataTransfer.files);
    });
  }

  sendFiles(files) {
    for (const file of files) this.sendKind(file.type.startsWith("image/") ? "photo" : "document", file);
  }

  async sendKind(kind, file) {
    const form = new FormData();
    form.append("kind", kind);
    if (file) form.append("file", file);
    this.bound = true;
    await this.ask("send", form);
  }

  talkAbout(mode, bubble) {
    const close = el("button", { type: "button", class: "round", "aria-label": "Не надо", onclick: () => this.talkAbout(null) }, icon("close"));
    this.subject = mode && { mode, id: bubble.message_id };
    this.about.hidden = !mode;
    if (mode) this.about.replaceChildren(icon(mode), el("span", {}, el("b", {}, mode === "edit" ? "Изменение" : bubble.from_bot ? this.desk.bot().name : "Вы"), summary(bubble)), close);
    this.field.value = mode === "edit" ? bubble.text : mode ? this.field.value : "";
    this.grow();
    this.field.focus();
  }

  typeKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.subject) this.talkAbout(null);
    else if (event.key === "ArrowUp" && this.field.value === "") {
      const own = this.bubbles.findLast((bubble) => !bubble.from_bot && !bubble.file);
      if (own) this.talkAbout("edit", own);
      event.preventDefault();
    }
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 140)}px`;
    this.composer.classList.toggle("full", this.field.value.trim() !== "");
  }

  async send() {
    const text = this.field.value.trim();
    const subject = this.subject;
    if (!text) return;
    this.talkAbout(null);
    if (subject?.mode === "edit") await this.ask("edit", { message_id: subject.id, text });
    else await this.say(text, subject?.id);
  }

  /** Says it, in several messages where one would be too long, as messengers do. */
  async say(text, reply_to) {
    const letters = [...text];
    this.bound = true;
    for (let i = 0; i < letters.length; i += MESSAGE_LENGTH) {
      await this.ask("say", { text: letters.slice(i, i + MESSAGE_LENGTH).join(""), reply_to });
    }
  }
}

function dayOf(bubble) {
  return DAY.format(new Date(bubble.date));
}

function together(bubble, next) {
  return next && next.from_bot === bubble.from_bot && dayOf(next) === dayOf(bubble) && new Date(next.date) - new Date(bubble.date) < GROUP_MS && bubble.buttons.length === 0;
}
