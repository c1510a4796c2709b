// One bubble: picture or file, formatted text, time, and the buttons under it. Each part is rebuilt only
// when it changed, so that an edited message neither flickers nor moves what is around it.

import { el, icon, rich } from "./rich.js";

const TIME = new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit" });
const KINDS = {
  sticker: "Стикер",
  voice: "Голосовое сообщение",
  photo: "Фотография",
  document: "Файл",
  contact: "Контакт",
  location: "Геопозиция",
  dice: "Кубик",
  poll: "Опрос",
  video_note: "Видеосообщение",
};

/** What a message is in one line: for replies and for screen readers. */
export function summary(bubble) {
  return bubble.text || (bubble.file?.kind === "document" && bubble.file.name) || kindName(bubble);
}

/** Whether the person may change it: an own text. */
export function isEditable(bubble) {
  return !bubble.from_bot && !bubble.file && bubble.text !== "";
}

function kindName(bubble) {
  return KINDS[bubble.file?.kind ?? bubble.other] ?? "Сообщение";
}

/** The row of one message. `acts` says what a press, a command, a reply's quote and a picture do. */
export class BubbleRow {
  constructor(bubble, acts) {
    this.acts = acts;
    this.shown = {};
    this.reply = el("div");
    this.media = el("div", { class: "media" });
    this.text = el("div", { class: "text" });
    this.meta = el("span", { class: "meta" });
    this.keys = el("div", { class: "keys" });
    this.body = el("div", { class: "bubble" }, this.reply, this.media, this.text, this.meta);
    this.node = el("div", { class: "row", role: "article", tabindex: -1, "data-id": bubble.message_id }, this.body, this.keys);
    this.node.classList.add(bubble.from_bot ? "theirs" : "mine");
  }

  /** Shows the bubble as it is now; `quoted` is the bubble it replies to, `ends` whether its group ends here. */
  update(bubble, quoted, ends) {
    this.bubble = bubble;
    this.node.classList.toggle("ends", ends);
    this.part("reply", quoted && [quoted.message_id, summary(quoted)], () => this.drawReply(quoted));
    this.part("media", bubble.file, () => this.media.replaceChildren(...this.drawFile(bubble.file)));
    this.part("text", bubble.file?.caption_html ?? (bubble.html || kindName(bubble)), (html) => this.drawText(html));
    this.part("meta", [bubble.date, bubble.edited], () => this.drawMeta());
    this.part("keys", bubble.buttons, () => this.drawKeys());
  }

  part(name, value, draw) {
    const state = JSON.stringify(value ?? null);
    if ((this.shown[name] ?? "null") === state) return;
    this.shown[name] = state;
    draw(value);
  }

  drawReply(quoted) {
    if (!quoted) return this.reply.replaceChildren();
    const show = () => this.acts.find(quoted.message_id);
    const name = el("b", {}, quoted.from_bot ? this.acts.botName() : "Вы");
    this.reply.replaceChildren(el("button", { type: "button", class: "quoted", onclick: show }, name, summary(quoted)));
  }

  drawText(html) {
    this.text.replaceChildren(rich(html ?? "", this.acts.command));
    this.text.hidden = !html;
  }

  drawMeta() {
    const { date, edited, from_bot } = this.bubble;
    const time = el("time", { datetime: date }, TIME.format(new Date(date)));
    this.meta.replaceChildren(...(edited ? ["изменено "] : []), time, ...(from_bot ? [] : [icon("sent")]));
  }

  drawFile(file) {
    const { kind } = file;
    this.node.dataset.kind = kind;
    if (kind === "photo") return [this.drawPhoto(file)];
    if (kind === "sticker") return [drawSticker(file)];
    if (kind === "voice") return [drawVoice()];
    return [drawDocument(file)];
  }

  drawPhoto(file) {
    const alt = this.bubble.text || "Фотография";
    const open = () => this.acts.enlarge(file.url, alt);
    const image = el("img", { src: file.url, alt });
    return el("button", { type: "button", class: "photo", "aria-label": "Открыть картинку", onclick: open }, image);
  }

  drawKeys() {
    const place = this.focusedKey();
    this.keys.replaceChildren(...this.bubble.buttons.map((row, r) => el("div", {}, ...row.map((key, c) => this.drawKey(key, r, c)))));
    this.keys.hidden = this.bubble.buttons.length === 0;
    this.node.classList.toggle("keyed", !this.keys.hidden);
    if (place) (this.keys.children[place[0]]?.children[place[1]] ?? this.node).focus({ preventScroll: true });
  }

  focusedKey() {
    const key = this.keys.contains(document.activeElement) && document.activeElement;
    return key && key.dataset.at.split(" ").map(Number);
  }

  drawKey(key, row, column) {
    const at = { "data-at": `${row} ${column}`, class: "key" };
    if (key.url) return el("a", { ...at, ...this.acts.link(key.url) }, key.label, icon("out"));
    return el("button", { ...at, type: "button", onclick: (event) => this.press(event.currentTarget, row, column) }, key.label);
  }

  async press(key, row, column) {
    if (key.classList.contains("loading")) return;
    key.classList.add("loading");
    key.setAttribute("aria-busy", "true");
    await this.acts.press(this.bubble.message_id, row, column);
    key.classList.remove("loading");
    key.removeAttribute("aria-busy");
  }
}

/** A sticker that is not a picture, such as one sent from here, stands as a smile. */
function drawSticker(file) {
  const smile = () => image.replaceWith(el("span", { class: "sticker", role: "img", "aria-label": "Стикер" }, icon("smile")));
  const image = el("img", { class: "sticker", src: file.url, alt: "Стикер", onerror: smile });
  return image;
}

function drawVoice() {
  return el("span", { class: "voice", role: "img", "aria-label": KINDS.voice }, el("i", { class: "disc" }, icon("play")), el("i", { class: "wave" }));
}

function drawDocument(file) {
  const extension = /\.([^.]{1,5})$/.exec(file.name ?? "")?.[1] ?? "файл";
  return el(
    "a",
    { class: "document", href: file.url, download: file.name ?? "", "aria-label": `Скачать ${file.name ?? "файл"}, ${size(file.size)}` },
    el("i", { class: "disc" }, icon("file")),
    el("span", {}, el("b", {}, file.name ?? "Файл"), el("small", {}, `${size(file.size)} · ${extension.toUpperCase()}`)),
  );
}

function size(bytes) {
  if (bytes < 1000) return `${bytes} Б`;
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "КБ"] : [bytes / 1e6, "МБ"];
  return `${value.toLocaleString("ru", { maximumFractionDigits: 1 })} ${unit}`;
}
