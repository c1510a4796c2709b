// Where a person writes: the field, replying and editing, commands, and everything that can be attached.

import { isEditable, summary } from "./bubble.js";
import { button, el, icon, menu } from "./rich.js";

const MESSAGE_LENGTH = 4096;
const FIELD_PX = 140;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.field = el("textarea", {
      rows: 1,
      placeholder: "Сообщение",
      "aria-label": `Сообщение от: ${phone.person.name}`,
      enterkeyhint: "send",
      oninput: () => this.grow(),
      onkeydown: (event) => this.typeKey(event),
      onpaste: (event) => this.sendFiles(event.clipboardData.files),
    });
    this.about = el("div", { class: "about", hidden: true });
    const commands = button("slash", "Команды бота", () => this.openCommands(commands));
    const clip = button("clip", "Прикрепить", () => this.openAttach(clip));
    const send = button("send", "Отправить", () => this.send());
    send.classList.add("send");
    this.node = el("div", { class: "composer" }, this.about, el("div", { class: "line" }, commands, this.field, clip, send));
  }

  openCommands(at) {
    const listed = this.phone.desk.commands();
    const known = listed.length ? listed : [{ command: "start", description: "начать сначала" }];
    const item = ({ command, description }) => ({ label: `/${command}`, hint: description, run: () => this.say(`/${command}`) });
    menu(at, "Команды бота", known.map(item));
  }

  openAttach(at) {
    const ready = (kind, picture, label) => ({ icon: picture, label, run: () => this.sendKind(kind) });
    menu(at, "Прикрепить", [
      { icon: "photo", label: "Фотография", run: () => this.choose("photo", "image/*") },
      { icon: "file", label: "Файл", run: () => this.choose("document", "") },
      ready("sticker", "smile", "Стикер"),
      ready("voice", "mic", "Голосовое сообщение"),
      ready("contact", "user", "Свой номер"),
      ready("location", "pin", "Где я"),
    ]);
  }

  choose(kind, accept) {
    const input = el("input", { type: "file", accept, onchange: () => this.sendKind(kind, input.files[0]) });
    input.click();
  }

  sendFiles(files) {
    for (const file of files) this.sendKind(file.type.startsWith("image/") ? "photo" : "document", file);
  }

  async sendKind(kind, file) {
    const form = new FormData();
    form.append("kind", kind);
    if (file) form.append("file", file);
    this.phone.toBottom();
    await this.phone.ask("send", form);
  }

  /** Begins a reply to a bubble or a change of it; null leaves off. */
  talkAbout(mode, bubble) {
    this.subject = mode && { mode, id: bubble.message_id };
    this.about.hidden = !mode;
    if (mode) this.about.replaceChildren(...this.drawAbout(mode, bubble));
    if (mode !== "reply") this.field.value = mode ? bubble.text : "";
    this.grow();
    this.field.focus();
  }

  drawAbout(mode, bubble) {
    const author = bubble.from_bot ? this.phone.desk.bot().name : "Вы";
    const heading = el("b", {}, mode === "edit" ? "Изменение" : author);
    return [icon(mode), el("span", {}, heading, summary(bubble)), button("close", "Не надо", () => this.talkAbout(null))];
  }

  typeKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.subject) this.talkAbout(null);
    else if (event.key === "ArrowUp" && this.field.value === "") {
      const own = this.phone.bubbles.findLast(isEditable);
      if (own) this.talkAbout("edit", own);
      event.preventDefault();
    }
  }

  grow() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, FIELD_PX)}px`;
    this.node.classList.toggle("full", this.field.value.trim() !== "");
  }

  async send() {
    const text = this.field.value.trim();
    const subject = this.subject;
    if (!text) return;
    this.talkAbout(null);
    if (subject?.mode === "edit") await this.phone.ask("edit", { message_id: subject.id, text });
    else await this.say(text, subject?.id);
  }

  /** Says it, in several messages where one would be too long, as messengers do. */
  async say(text, reply_to) {
    const letters = [...text];
    this.phone.toBottom();
    for (let i = 0; i < letters.length; i += MESSAGE_LENGTH) {
      await this.phone.ask("say", { text: letters.slice(i, i + MESSAGE_LENGTH).join(""), reply_to });
    }
  }
}
