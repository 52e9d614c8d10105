/*
 * The list of passengers at the door of a coach. It goes on without a network: it checks tickets by their signature
 * and by the list it holds, keeps what the crew did in the browser's storage, and tells it as soon as it can. Each
 * entry has a name of its own, so that telling twice does nothing. What the server answers corrects what was shown.
 * For a reload without a network it puts the list aside together with the files that draw it (boarding-worker.js), until
 * the trip is over or nobody of the staff is signed in (crew-lists.js).
 */
(() => {
  const HASTE_MILLIS = 120_000;
  const SAME_CODE_MILLIS = 2_500;
  const LOOK_EVERY_MILLIS = 120;
  const TELL_EVERY_MILLIS = 10_000;
  const MOST_AT_ONCE = 200;
  const SOON_MINUTES = 120;
  const WIDEST_PICTURE = 800;
  const WELCOME = ["BOARDED", "REPEATED", "TOGETHER"];
  const CALM = ["REPEATED", "TOGETHER", "UNDONE", "MISSED", "KNOWN", "CHOOSE", "DECIDED_LATER"];
  const NOTED = { BOARD: "BOARDED", UNDO: "BOOKED", MISS: "NO_SHOW" };

  const make = (tag, attributes = {}, ...content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "onclick") element.addEventListener("click", value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...content);
    return element;
  };

  const sign = (name) => {
    const icon = make("span", { class: "icon", "aria-hidden": "true" });
    icon.innerHTML = `<svg viewBox="0 0 24 24"><use href="frontend-theme/icons.svg#${name}"/></svg>`;
    return icon;
  };

  const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (_, number) => values[number]);
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

  const clockOf = (options) => {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh", ...options });
    return (millis) => format.format(millis);
  };
  const time = clockOf({ hour: "2-digit", minute: "2-digit" });
  const day = clockOf({ day: "2-digit", month: "2-digit", year: "numeric" });

  /** A random UUID, also where a page over plain http has no crypto.randomUUID. */
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  const bytesOf = (base64) => {
    const text = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  };

  /** The text of a ticket's code taken apart (see TicketText), or null. */
  const readTicket = (text) => {
    const parts = /^BT1\.([\w-]+)\.([\w-]+)$/.exec(text);
    if (!parts || text.length > 200) return null;
    try {
      const payload = bytesOf(parts[1]);
      const view = new DataView(payload.buffer);
      return {
        key: view.getUint32(0).toString(16).padStart(8, "0"),
        ticket: Number(view.getBigUint64(4)),
        trip: Number(view.getBigUint64(20)),
        departs: view.getUint32(30) * 1000,
        issued: view.getUint32(34) * 1000,
        seat: new TextDecoder().decode(payload.subarray(38)),
        signed: new TextEncoder().encode(text.slice(0, text.lastIndexOf("."))),
        signature: bytesOf(parts[2]),
      };
    } catch {
      return null;
    }
  };

  /** Checks signatures with the browser's own Ed25519, where it has one. */
  class Signatures {
    constructor(keys) {
      this.keys = new Map(keys.map(({ id, raw }) => [id, this.load(raw)]));
    }

    async load(raw) {
      try {
        return await crypto.subtle.importKey("raw", bytesOf(raw), { name: "Ed25519" }, false, ["verify"]);
      } catch {
        return null;
      }
    }

    async canCheck() {
      return (await Promise.all(this.keys.values())).every(Boolean);
    }

    /** "genuine", "forged", "unknown" or "unchecked". */
    async check(ticket) {
      if (!this.keys.has(ticket.key)) return "unknown";
      const key = await this.keys.get(ticket.key);
      if (!key) return "unchecked";
      const isGenuine = await crypto.subtle.verify({ name: "Ed25519" }, key, ticket.signature, ticket.signed);
      return isGenuine ? "genuine" : "forged";
    }
  }

  /** What the crew did and the server has not answered yet; survives a reload. */
  class Queue {
    constructor(trip) {
      this.name = `busticket-boarding-${trip}`;
      this.entries = JSON.parse(localStorage.getItem(this.name) ?? "[]");
    }

    static device() {
      const name = "busticket-device";
      const known = localStorage.getItem(name) ?? newId();
      localStorage.setItem(name, known);
      return known;
    }

    add(entry) {
      this.entries.push(entry);
      this.store();
    }

    remove(ids) {
      this.entries = this.entries.filter(({ id }) => !ids.has(id));
      this.store();
    }

    store() {
      if (this.entries.length) localStorage.setItem(this.name, JSON.stringify(this.entries));
      else localStorage.removeItem(this.name);
    }
  }

  /** The list put aside in the browser, with the files that draw it. */
  class Kept {
    constructor(trip, page) {
      this.name = `busticket-crew-${trip}`;
      this.page = page;
    }

    static isPossible() {
      return Boolean(window.caches && navigator.serviceWorker);
    }

    async list(state) {
      if (!Kept.isPossible() || state.until < Date.now()) return;
      const scheme = getComputedStyle(document.documentElement).colorScheme;
      const headers = { "Content-Type": "application/json", Expires: new Date(state.until).toUTCString() };
      const cache = await caches.open(this.name);
      await cache.put(`${this.page}/list`, new Response(JSON.stringify({ ...state, scheme }), { headers }));
    }

    async files() {
      if (!Kept.isPossible()) return;
      const theme = new URL("frontend-theme/", document.baseURI).href;
      await navigator.serviceWorker.register(`${theme}boarding-worker.js`, { scope: this.page });
      const used = performance.getEntriesByType("resource").map(({ name }) => name.replace(/#.*/, ""));
      const needed = ["styles.css", "boarding.js", "qr-reader.js", "icons.svg"].map((name) => theme + name);
      const files = new Set([...needed, ...used.filter((name) => name.startsWith(theme))]);
      await (await caches.open(this.name)).addAll([...files]);
    }
  }

  /** Looks through the camera for codes. */
  class Camera {
    constructor(video, found) {
      this.video = video;
      this.found = found;
      this.canvas = make("canvas");
    }

    static load() {
      Camera.reader ??= import(new URL("frontend-theme/qr-reader.js", document.baseURI).href);
      return Camera.reader;
    }

    async open() {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      this.video.srcObject = this.stream;
      await this.video.play();
      this.detector = await this.ownDetector();
      this.look();
    }

    async ownDetector() {
      try {
        const formats = (await window.BarcodeDetector?.getSupportedFormats()) ?? [];
        return formats.includes("qr_code") ? new BarcodeDetector({ formats: ["qr_code"] }) : null;
      } catch {
        return null;
      }
    }

    async look() {
      if (!this.stream) return;
      const text = await this.read().catch(() => "");
      const now = Date.now();
      if (text && !(text === this.last && now - this.lastAt < SAME_CODE_MILLIS)) this.found(text);
      if (text) [this.last, this.lastAt] = [text, now];
      this.timer = setTimeout(() => this.look(), LOOK_EVERY_MILLIS);
    }

    async read() {
      if (!this.video.videoWidth) return "";
      if (this.detector) return (await this.detector.detect(this.video))[0]?.rawValue ?? "";
      const { read } = await Camera.load();
      const scale = Math.min(1, WIDEST_PICTURE / this.video.videoWidth);
      const width = (this.canvas.width = Math.round(this.video.videoWidth * scale));
      const height = (this.canvas.height = Math.round(this.video.videoHeight * scale));
      const pen = this.canvas.getContext("2d", { willReadFrequently: true });
      pen.drawImage(this.video, 0, 0, width, height);
      const { data } = pen.getImageData(0, 0, width, height);
      const grey = new Int8Array(width * height);
      for (let pixel = 0; pixel < grey.length; pixel++) {
        const at = pixel * 4;
        grey[pixel] = (data[at] * 2 + data[at + 1] * 5 + data[at + 2]) >> 3;
      }
      return read(grey, width, height);
    }

    close() {
      clearTimeout(this.timer);
      this.stream?.getTracks().forEach((track) => track.stop());
      this.stream = null;
    }
  }

  /** A short sound and a shake, so that the crew need not look. */
  const hint = (isGood) => {
    navigator.vibrate?.(isGood ? 60 : [180, 90, 180]);
    try {
      const sound = (hint.sound ??= new AudioContext());
      (isGood ? [880] : [220, 180]).forEach((pitch, number) => {
        const tone = sound.createOscillator();
        const level = sound.createGain();
        tone.frequency.value = pitch;
        level.gain.value = 0.15;
        tone.connect(level).connect(sound.destination);
        tone.start(sound.currentTime + number * 0.22);
        tone.stop(sound.currentTime + number * 0.22 + 0.16);
      });
    } catch {
      // No sound is no reason to stop.
    }
  };

  class Boarding {
    /** Alone is without the screen around it, which only the server draws. */
    constructor(root, state, isAlone = false) {
      this.root = root;
      this.isAlone = isAlone;
      this.words = state.words;
      this.trip = Number(state.trip);
      this.state = { heldAt: Date.now(), ...state };
      this.page = new URL(`operator/trips/${state.trip}/manifest`, document.baseURI).href;
      this.kept = new Kept(state.trip, this.page);
      this.phones = new Map();
      this.mine = new Set();
      this.queue = new Queue(state.trip);
      this.device = Queue.device();
      this.signatures = new Signatures(state.keys);
      this.search = "";
      this.hold();
      this.build();
      this.listen();
      Camera.load().catch(() => {});
      this.signatures.canCheck().then((can) => {
        this.unchecked = !can;
        this.showLine();
      });
      this.keep();
      if (!isAlone) this.kept.files().catch(() => {});
      this.tell();
    }

    /** Nobody is to wait for it, and without it the list is only lost by a reload. */
    keep() {
      this.kept.list(this.state).catch(() => {});
    }

    /** Takes the server's list; what it has not heard yet stays noted here. */
    hold(change = {}) {
      Object.assign(this.state, change);
      this.people = new Map(this.state.passengers.map((one) => [one.id, { ...one }]));
      this.byTicket = new Map([...this.people.values()].map((one) => [one.ticket, one]));
      this.voids = new Map(this.state.voids.map(([ticket, isCancelled]) => [ticket, isCancelled]));
      for (const entry of this.queue.entries) this.note(entry);
    }

    update(change) {
      this.hold({ ...change, heldAt: Date.now() });
      this.keep();
      this.show();
    }

    note(entry) {
      const kind = entry.kind === "SCAN" || entry.kind === "CODE" ? "BOARD" : entry.kind;
      const person = this.people.get(entry.passenger);
      if (!person || (kind === "BOARD" && entry.told !== "BOARDED")) return;
      person.state = NOTED[kind];
      person.at = kind === "BOARD" ? entry.at : null;
      if (kind === "BOARD") this.mine.add(person.id);
      else this.mine.delete(person.id);
    }

    /* ---------- drawing ---------- */

    build() {
      this.notice = make("div", { class: "boarding-notice", role: "status" });
      this.line = make("p", { class: "boarding-line", role: "status" });
      this.progress = make("div", { class: "boarding-progress" });
      this.conflicts = make("div");
      this.list = make("div", { class: "boarding-stops" });
      this.paper = make("div", { class: "manifest-paper", "aria-hidden": "true" });
      const field = make("input", { type: "search", id: "boarding-search", autocomplete: "off" });
      field.addEventListener("input", () => {
        this.search = plain(field.value.trim());
        this.show();
      });
      this.root.replaceChildren(
        this.progress,
        this.line,
        this.notice,
        this.conflicts,
        make(
          "div",
          { class: "boarding-search field" },
          make("label", { for: field.id, class: "label" }, this.words.search),
          field,
        ),
        this.list,
        this.foot(),
        this.dialog(),
        this.paper,
      );
      field.classList.add("input");
      this.show();
    }

    foot() {
      const scan = make("button", { type: "button", class: "button primary", onclick: () => this.openScanner() });
      scan.append(sign("scan"), this.words.scan);
      const print = make("button", { type: "button", class: "button", onclick: () => window.print() });
      print.append(sign("print"), this.words.print);
      return make("div", { class: "boarding-foot desk-dock" }, scan, print);
    }

    dialog() {
      this.video = make("video", { class: "scanner-video", playsinline: "", muted: "", "aria-hidden": "true" });
      this.video.muted = true;
      this.cameraLine = make("p", { class: "scanner-line", role: "status" });
      this.verdict = make("div", { class: "scanner-verdict", role: "alert" });
      const code = make("input", { id: "boarding-code", class: "input", autocomplete: "off", maxlength: 20 });
      const form = make(
        "form",
        { class: "scanner-code" },
        make("label", { for: code.id, class: "label" }, this.words.code),
        code,
        make("button", { type: "submit", class: "button" }, this.words.codeGo),
      );
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (code.value.trim()) this.typed(code.value);
        code.value = "";
      });
      const close = make("button", { type: "button", class: "button", onclick: () => this.scanner.close() });
      close.append(this.words.close);
      this.scanner = make(
        "dialog",
        { class: "scanner desk-dialog", "aria-label": this.words.scan },
        make("div", { class: "scanner-view" }, this.video, make("span", { class: "scanner-frame" })),
        this.cameraLine,
        this.verdict,
        form,
        close,
      );
      this.scanner.addEventListener("close", () => this.camera?.close());
      return this.scanner;
    }

    show() {
      const focused = document.activeElement?.dataset?.act;
      this.count();
      this.showLine();
      this.showConflicts();
      this.list.replaceChildren(...this.state.stops.map((stop) => this.stop(stop)).filter(Boolean));
      if (!this.list.firstChild) {
        this.list.append(make("p", { class: "muted" }, this.people.size ? this.words.nobody : this.words.empty));
      }
      this.print();
      if (focused) this.root.querySelector(`[data-act="${focused}"]`)?.focus();
    }

    count() {
      const all = [...this.people.values()];
      const boarded = all.filter(({ state }) => state === "BOARDED").length;
      const bar = make("progress", { max: Math.max(1, all.length), value: boarded, "aria-label": this.words.boarded });
      this.progress.replaceChildren(
        make("p", {}, make("b", { class: "num" }, `${boarded} / ${all.length}`), ` ${this.words.boarded} ${this.leaving()}`),
        bar,
      );
    }

    leaving() {
      const minutes = Math.ceil((this.state.departs - Date.now()) / 60_000);
      if (minutes > 0) return minutes <= SOON_MINUTES ? fill(this.words.leavesIn, minutes) : "";
      return fill(this.words.left, time(this.state.departs));
    }

    showLine() {
      const waiting = this.queue.entries.length;
      const words = [];
      if (!this.isOnline()) words.push(this.words.offline);
      if (waiting) words.push(fill(this.words.waiting, waiting));
      if (this.unchecked) words.push(this.words.unchecked);
      this.line.classList.toggle("warn", !this.isOnline());
      const said = words.join(" ");
      if (this.line.textContent !== said) this.line.replaceChildren(...(said ? [sign("offline"), said] : []));
    }

    showConflicts() {
      const items = this.state.conflicts.map(({ seat, name, outcome, at }) =>
        make(
          "li",
          {},
          make("b", {}, `${seat} ${name}`),
          ` ${fill(this.words.conflictAt, time(at))} `,
          this.words[`outcome.${outcome}`],
        ),
      );
      if (!items.length) return this.conflicts.replaceChildren();
      this.conflicts.replaceChildren(
        make(
          "section",
          { class: "boarding-conflicts", "aria-labelledby": "boarding-conflicts" },
          make("h2", { id: "boarding-conflicts" }, sign("alert"), this.words.conflicts),
          make("ul", {}, ...items),
        ),
      );
    }

    stop(stop) {
      const all = [...this.people.values()].filter(({ from }) => from === stop.number);
      const shown = all.filter((one) => this.isSought(one));
      if (!shown.length) return null;
      const boarded = all.filter(({ state }) => state === "BOARDED").length;
      const id = `stop-${stop.number}`;
      return make(
        "section",
        { "aria-labelledby": id },
        make(
          "h2",
          { id },
          make("span", { class: "num" }, stop.time),
          ` ${stop.name}`,
          make("span", { class: "boarding-count num" }, `${boarded} / ${all.length}`),
        ),
        make("ul", { class: "boarding-list" }, ...shown.map((one) => this.person(one, stop))),
      );
    }

    isSought({ name, seat, code, phone }) {
      return !this.search || plain(`${seat} ${name} ${code} ${phone.replaceAll(" ", "")}`).includes(this.search);
    }

    person(one, stop) {
      const who = make(
        "div",
        { class: "boarding-who" },
        make("b", {}, one.name),
        make("small", {}, `→ ${one.drop}`, one.note ? ` · ${one.note}` : ""),
        make("small", { class: "boarding-facts" }, make("span", { class: "desk-code" }, one.code), this.call(one)),
      );
      return make(
        "li",
        { class: one.state.toLowerCase().replace("_", "-") },
        make("span", { class: "boarding-seat num" }, one.seat),
        who,
        make("div", { class: "boarding-acts" }, ...this.acts(one, stop)),
      );
    }

    call(one) {
      const number = this.phones.get(one.id);
      if (number) return make("a", { href: `tel:${number.e164}`, class: "boarding-call num" }, sign("phone"), number.spoken);
      const show = make("button", {
        type: "button",
        class: "boarding-show",
        "data-act": `SHOW-${one.id}`,
        "aria-label": fill(this.words.showPhone, one.name),
        onclick: () => this.showPhone(one),
      });
      show.append(this.words.show);
      return make("span", { class: "boarding-call num" }, one.phone, show);
    }

    async showPhone(one) {
      if (!this.isOnline()) return this.say("warn", "offline", this.words.phoneOffline);
      const number = await this.root.$server.phone(String(one.id));
      if (number) this.phones.set(one.id, JSON.parse(number));
      this.show();
    }

    acts(one, stop) {
      const named = `${one.name}, ${this.words.seat} ${one.seat}`;
      const act = (kind, words, looks, icon) => {
        const button = make("button", {
          type: "button",
          class: `button ${looks}`,
          "data-act": `${kind}-${one.id}`,
          "aria-label": `${words}: ${named}`,
          onclick: () => this.tick(kind, one),
        });
        button.append(...(icon ? [sign(icon)] : []), words);
        return button;
      };
      if (one.state === "BOOKED") {
        const missing = stop.at <= Date.now() ? [act("MISS", this.words.noShow, "quiet", null)] : [];
        return [act("BOARD", this.words.checkIn, "boarding-in", null), ...missing];
      }
      const isIn = one.state === "BOARDED";
      const words = isIn ? time(one.at) : this.words.noShowState;
      const chip = make("span", { class: `boarding-chip ${isIn ? "ok" : "warn"}` }, sign(isIn ? "check" : "close"));
      chip.append(make("span", { class: "hidden" }, isIn ? this.words.boardedAt : ""), words);
      const back = act("UNDO", this.words.undo, "quiet", null);
      return isIn ? [chip, back] : [chip, act("BOARD", this.words.checkIn, "boarding-in", null), back];
    }

    /** The list on paper; it is kept drawn, because nobody knows when somebody prints. */
    print() {
      const row = (one) =>
        make(
          "tr",
          {},
          make("td", {}, make("b", {}, one.seat)),
          make("td", {}, one.name),
          make("td", {}, one.phone),
          make("td", {}, `→ ${one.drop}`, one.note ? ` · ${one.note}` : ""),
          make("td", {}, one.code),
          make("td", {}, make("span", { class: "box" }, one.state === "BOARDED" ? "✓" : ""), one.at ? time(one.at) : one.state === "NO_SHOW" ? this.words.noShowState : ""),
        );
      const groups = this.state.stops.flatMap((stop) => {
        const here = [...this.people.values()].filter(({ from }) => from === stop.number);
        if (!here.length) return [];
        const name = fill(this.words.paperStop, stop.time, stop.name, here.length);
        const head = make("th", { colspan: 6, scope: "colgroup" }, name);
        return [make("tr", { class: "group" }, head), ...here.map(row)];
      });
      const heads = this.words.paperHeads.split("|").map((head) => make("th", { scope: "col" }, head));
      this.paper.replaceChildren(
        make("p", { class: "paper-right" }, fill(this.words.paperPrinted, this.state.number, time(Date.now()), day(Date.now()))),
        make("p", { class: "paper-title" }, this.words.paperTitle),
        make("p", {}, make("b", {}, this.state.headline), make("br"), this.state.coach, make("br"), this.state.driver),
        make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...groups)),
        make("p", { class: "paper-foot" }, fill(this.words.paperFoot, this.people.size)),
      );
    }

    /* ---------- what the crew does ---------- */

    tick(kind, one) {
      const told = { BOARD: "BOARDED", UNDO: "UNDONE", MISS: "MISSED" }[kind];
      this.take({ kind, what: String(one.id), passenger: one.id, told });
    }

    async scanned(text) {
      const { outcome, passenger, about } = await this.judge(text);
      this.take({ kind: "SCAN", what: text.slice(0, 400), passenger, told: outcome, about });
    }

    typed(text) {
      const code = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
      const found = [...this.people.values()].filter((one) => one.code === code);
      if (found.length > 1) {
        this.shown = null;
        return this.present("CHOOSE", null, "", found);
      }
      const told = found.length ? this.again(found[0]) : "NOT_FOUND";
      this.take({ kind: "CODE", what: code.slice(0, 20), passenger: found[0]?.id, told });
    }

    /** What a code says by its signature and by the list that is held here. */
    async judge(text) {
      const ticket = readTicket(text);
      if (!ticket) return { outcome: "UNREADABLE" };
      const checked = await this.signatures.check(ticket);
      if (checked === "unknown") return { outcome: "UNKNOWN_KEY" };
      if (checked === "forged") return { outcome: "FORGED" };
      const about = ticket.seat;
      if (ticket.trip !== this.trip) {
        const isSameDay = day(ticket.departs) === day(this.state.departs);
        return { outcome: isSameDay ? "OTHER_TRIP" : "OTHER_DATE", about };
      }
      if (this.voids.has(ticket.ticket)) {
        return { outcome: this.voids.get(ticket.ticket) ? "VOID_CANCELLED" : "VOID_CHANGED", about };
      }
      const one = this.byTicket.get(ticket.ticket);
      if (one) return { outcome: this.again(one), passenger: one.id };
      const isNewer = checked === "genuine" && ticket.issued > this.state.heldAt - 60_000;
      return { outcome: isNewer ? "BOARDED" : "NOT_FOUND", about };
    }

    again(one) {
      if (one.state !== "BOARDED") return "BOARDED";
      if (Date.now() - one.at > HASTE_MILLIS) return "USED_BEFORE";
      return this.mine.has(one.id) ? "REPEATED" : "TOGETHER";
    }

    take({ kind, what, passenger, told, about }) {
      const entry = { id: newId(), kind, what, passenger, told, at: Date.now() };
      this.queue.add(entry);
      this.note(entry);
      this.shown = entry.id;
      this.present(told, this.people.get(passenger), about ?? "");
      hint(WELCOME.includes(told) || CALM.includes(told));
      this.show();
      this.tell();
    }

    present(outcome, one, about, choices = []) {
      const looks = outcome === "BOARDED" ? "ok" : CALM.includes(outcome) ? "info" : "bad";
      const icon = { ok: "check", info: "info", bad: "close" }[looks];
      const who = one ? `${one.seat} ${one.name}` : about;
      const since = one?.at && outcome !== "BOARDED" ? fill(this.words.since, time(one.at)) : "";
      const card = () => {
        const undo =
          one && outcome === "BOARDED"
            ? [make("button", { type: "button", class: "button quiet", onclick: () => this.tick("UNDO", one) }, this.words.undo)]
            : [];
        const choose = choices.map((choice) =>
          make(
            "button",
            { type: "button", class: "button boarding-in", onclick: () => this.tick("BOARD", choice) },
            `${this.words.checkIn}: ${choice.seat} ${choice.name}`,
          ),
        );
        return make(
          "div",
          { class: `boarding-card ${looks}` },
          sign(icon),
          make(
            "div",
            {},
            make("b", {}, [who, this.words[`outcome.${outcome}`]].filter(Boolean).join(": ")),
            make("span", {}, [since, this.words[`outcome.${outcome}.why`]].filter(Boolean).join(" ")),
          ),
          ...undo,
          ...choose,
        );
      };
      const isScanning = this.scanner.open;
      this.verdict.replaceChildren(...(isScanning ? [card()] : []));
      this.notice.replaceChildren(...(isScanning ? [] : [card()]));
    }

    say(looks, icon, words) {
      this.notice.replaceChildren(
        make("div", { class: `boarding-card ${looks}` }, sign(icon), make("div", {}, make("b", {}, words))),
      );
    }

    async openScanner() {
      this.verdict.replaceChildren();
      this.notice.replaceChildren();
      this.cameraLine.textContent = this.words.cameraOpening;
      this.scanner.showModal();
      this.camera = new Camera(this.video, (text) => this.scanned(text));
      try {
        await this.camera.open();
        this.cameraLine.textContent = this.unchecked ? this.words.unchecked : this.words.cameraReady;
      } catch (refused) {
        const isDenied = refused?.name === "NotAllowedError";
        this.cameraLine.textContent = isDenied ? this.words.cameraDenied : this.words.cameraMissing;
      }
      if (!this.scanner.open) this.camera.close();
    }

    /* ---------- telling ---------- */

    isOnline() {
      const state = window.Vaadin?.connectionState?.state ?? "connected";
      return !this.isAlone && navigator.onLine && (state === "connected" || state === "loading");
    }

    listen() {
      const look = () => {
        if (!this.root.isConnected) return;
        this.count();
        this.showLine();
        if (this.isAlone) this.comeBack();
        else this.tell();
      };
      addEventListener("online", look);
      addEventListener("offline", look);
      window.Vaadin?.connectionState?.addStateChangeListener(look);
      this.timer = setInterval(() => (this.root.isConnected ? look() : clearInterval(this.timer)), TELL_EVERY_MILLIS);
    }

    /** Loads the whole screen as soon as the server answers again; what was done here is told there. */
    async comeBack() {
      if (this.scanner.open || !navigator.onLine) return;
      const answer = await fetch(this.page, { method: "HEAD", cache: "no-store" }).catch(() => null);
      if (answer && answer.status < 500) location.reload();
    }

    async tell() {
      if (this.telling || !this.queue.entries.length || !this.isOnline()) return;
      this.telling = true;
      try {
        const entries = this.queue.entries.slice(0, MOST_AT_ONCE);
        const report = { device: this.device, sentAt: Date.now(), entries };
        const answers = JSON.parse(await this.root.$server.report(JSON.stringify(report)));
        this.answered(entries, answers);
      } catch {
        return;
      } finally {
        this.telling = false;
      }
      this.tell();
    }

    answered(entries, answers) {
      this.queue.remove(new Set(answers.map(({ id }) => id)));
      const told = new Map(entries.map((entry) => [entry.id, entry]));
      for (const { id, outcome, passenger, at } of answers) {
        const entry = told.get(id);
        const known = this.state.passengers.find((one) => one.id === (passenger ?? entry.passenger));
        if (known) this.believe(known, outcome, at ?? entry.at, entry);
        if (entry.told !== outcome && id === this.shown) {
          this.present(outcome, known, "");
          if (WELCOME.includes(entry.told) && !WELCOME.includes(outcome) && !CALM.includes(outcome)) hint(false);
        }
      }
      this.hold();
      this.keep();
      this.show();
    }

    /** The server's word until its list comes. */
    believe(known, outcome, at, entry) {
      if (WELCOME.includes(outcome) || outcome === "USED_BEFORE" || outcome === "ON_BOARD") {
        Object.assign(known, { state: "BOARDED", at: outcome === "BOARDED" ? entry.at : (known.at ?? at) });
        if (outcome === "TOGETHER" || outcome === "USED_BEFORE") this.mine.delete(known.id);
      } else if (outcome === "UNDONE") Object.assign(known, { state: "BOOKED", at: null });
      else if (outcome === "MISSED") Object.assign(known, { state: "NO_SHOW", at: null });
    }
  }

  window.busTicketBoarding = {
    draw: (root, state) => (root.boarding = new Boarding(root, state)),
    update: (root, change) => root.boarding?.update(change),
  };

  /** Draws the list that was put aside, on the page of boarding-worker.js. */
  const drawAlone = async (main) => {
    const state = await (await caches.match(`${main.dataset.page}/list`)).json();
    document.documentElement.lang = state.language;
    document.documentElement.style.colorScheme = state.scheme;
    document.title = `${state.headline} – BusTicket`;
    const root = make("section", { class: "boarding" });
    const head = make("section", { class: "manifest-head" }, make("h1", {}, state.headline), make("p", {}, state.facts));
    main.append(head, root);
    root.boarding = new Boarding(root, state, true);
  };
  const alone = document.querySelector("main[data-page]");
  if (alone) drawAlone(alone);
})();
