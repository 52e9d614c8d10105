/*
 * The seat map. The server sends a drawing once and then only what changed; a pressed seat is told as the
 * event "seat-pressed". Words and prices come from the server as text and never become markup.
 */
(() => {
  const SIGNS = { chosen: "check", held: "clock", sold: "close", closed: "lock" };
  const FIXTURES = { DRIVER: "wheel", DOOR: "door", STAIRS: "chevron", STAFF: "person", WC: "" };
  const STATES = { f: "free", h: "held", s: "sold", c: "closed" };

  const make = (tag, attributes = {}, ...content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  };

  const sign = (name) => {
    const icon = make("span", { class: "icon", "aria-hidden": "true" });
    icon.innerHTML = `<svg viewBox="0 0 24 24"><use href="frontend-theme/icons.svg#${name}"/></svg>`;
    return icon;
  };

  const fill = (words, value) => words.replace("{0}", value);

  class SeatPlan {
    constructor(root, drawing) {
      this.root = root;
      this.words = drawing.words;
      this.limit = drawing.limit;
      this.asList = drawing.asList ?? root.seatPlan?.asList ?? false;
      this.read(drawing);
      this.build();
    }

    read(drawing) {
      let next = 0;
      const chosen = new Set(drawing.chosen);
      this.seats = new Map();
      this.decks = drawing.decks.map((deck, index) => ({ ...deck, index, seats: [], fixtures: [] }));
      for (const deck of this.decks) {
        for (const [row, column, kind, label, price, where] of deck.cells) {
          if (kind !== "SEAT") {
            deck.fixtures.push({ row, column, kind });
            continue;
          }
          const state = STATES[drawing.states[next++]];
          const seat = { row, column, label, where: drawing.places[where], deck, state };
          seat.price = drawing.prices[price] ?? "";
          seat.chosen = chosen.has(label);
          deck.seats.push(seat);
          this.seats.set(label, seat);
        }
      }
    }

    build() {
      const focused = this.root.contains(document.activeElement) ? document.activeElement.dataset.seat : null;
      this.voice = make("p", { class: "hidden", role: "status" });
      this.body = make("div", { class: "plan-body" });
      this.root.replaceChildren(this.head(), this.legend(), this.body, this.voice);
      this.show();
      if (focused) this.seats.get(focused)?.button.focus();
    }

    show() {
      this.turn.replaceChildren(
        sign(this.asList ? "bus" : "list"),
        make("span", {}, this.asList ? this.words.map : this.words.list),
      );
      this.body.replaceChildren(...(this.asList ? this.lists() : this.map()));
      for (const seat of this.seats.values()) this.refresh(seat);
      this.count();
      if (!this.asList) this.rove([...this.seats.values()].find((seat) => seat.state === "free"));
    }

    head() {
      this.turn = make("button", { type: "button", class: "button quiet" });
      this.turn.addEventListener("click", () => {
        this.asList = !this.asList;
        this.show();
      });
      return make(
        "div",
        { class: "map-head" },
        make("h2", { id: "seat-plan-title" }, this.words.heading),
        this.turn,
      );
    }

    legend() {
      const item = (state) => {
        const sample = make("span", { class: `seat ${state}`, "aria-hidden": "true" });
        if (SIGNS[state]) sample.append(sign(SIGNS[state]));
        return make("li", {}, sample, this.words[state]);
      };
      return make(
        "ul",
        { class: "legend", "aria-label": this.words.legend },
        ...["free", "chosen", "held", "sold", "closed"].map(item),
      );
    }

    map() {
      const decks = make("div", { class: "decks", role: "group", "aria-labelledby": "seat-plan-title" });
      decks.append(...this.decks.map((deck) => this.deck(deck)));
      decks.addEventListener("keydown", (event) => this.walk(event));
      decks.classList.toggle("single", this.decks.length === 1);
      const hint = make("p", { class: "hidden", id: "seat-plan-hint" }, this.words.hint);
      decks.setAttribute("aria-describedby", hint.id);
      return this.decks.length > 1 ? [this.deckSwitch(), hint, decks] : [hint, decks];
    }

    deckSwitch() {
      const choose = make("div", { class: "deck-switch", role: "radiogroup", "aria-label": this.words.decks });
      for (const deck of this.decks) {
        const id = deck.index === 0 ? "deck-lower" : "deck-upper";
        const input = make("input", { type: "radio", name: "deck", id });
        input.checked = deck.index === (this.shown ?? 0);
        input.addEventListener("change", () => (this.shown = deck.index));
        deck.left = make("small");
        choose.append(make("label", {}, input, make("span", {}, deck.name, deck.left)));
      }
      return choose;
    }

    deck(deck) {
      const usual = this.usualPrice(deck);
      const id = `deck-${deck.index}-name`;
      const title = make("h3", { id }, deck.name);
      if (usual) title.append(" · ", make("span", { class: "num" }, usual));
      return make(
        "section",
        { class: `deck ${deck.index === 0 ? "lower" : "upper"}`, "aria-labelledby": id },
        title,
        this.front(deck),
        this.berths(deck, usual),
      );
    }

    usualPrice(deck) {
      const counts = new Map();
      for (const { price } of deck.seats) if (price) counts.set(price, (counts.get(price) ?? 0) + 1);
      return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "";
    }

    front(deck) {
      const lastColumn = Math.max(...deck.seats.map((seat) => seat.column));
      const before = Math.min(...deck.seats.map((seat) => seat.row));
      deck.inside = deck.fixtures.filter((one) => one.row >= before && one.column <= lastColumn);
      const named = deck.fixtures.filter((one) => !deck.inside.includes(one) && one.kind !== "STAFF");
      const left = named.filter((one) => one.column <= lastColumn / 2);
      const right = named.filter((one) => !left.includes(one));
      const shown = (one) => make("span", {}, sign(FIXTURES[one.kind]), this.words[one.kind]);
      const front = make("div", { class: "front", "aria-hidden": "true" });
      front.append(left.length ? shown(left[0]) : make("span", {}, this.words.front));
      if (right.length) front.append(shown(right[right.length - 1]));
      return front;
    }

    berths(deck, usual) {
      const grid = make("div", { class: "berths" });
      const columns = this.columns(deck);
      const rows = [...new Set([...deck.seats, ...deck.inside].map((one) => one.row))].sort((a, b) => a - b);
      const heights = [];
      let aislesEnd = 0;
      for (const row of rows) {
        const seats = deck.seats.filter((seat) => seat.row === row);
        const prices = [...new Set(seats.map((seat) => seat.price).filter(Boolean))];
        if (prices.some((price) => price !== usual)) {
          heights.push("auto");
          grid.append(this.across(make("span", { class: "row-price num" }, prices.join(" · ")), heights.length));
        }
        heights.push("minmax(62px, auto)");
        const fixtures = deck.inside.filter((one) => one.row === row);
        if (seats.some((seat) => columns.aisles.includes(seat.column))) {
          aislesEnd ||= heights.length;
          grid.append(this.across(this.fullRow(seats), heights.length));
        } else {
          for (const one of [...seats, ...fixtures]) grid.append(this.placed(one, heights.length));
        }
      }
      for (const column of columns.aisles) {
        const aisle = make("span", { class: "aisle", "aria-hidden": "true" });
        aisle.style.gridColumn = column;
        aisle.style.gridRow = `1 / ${aislesEnd || -1}`;
        grid.prepend(aisle);
      }
      grid.style.gridTemplateColumns = columns.widths;
      grid.style.gridTemplateRows = heights.join(" ");
      return grid;
    }

    /* A column in which at most the rear row has a seat is an aisle. */
    columns(deck) {
      const last = Math.max(...deck.seats.map((seat) => seat.column));
      const all = Array.from({ length: last }, (_, index) => index + 1);
      const aisles = all.filter((column) => deck.seats.filter((seat) => seat.column === column).length <= 1);
      const narrow = aisles.length > 1 ? "6px" : "22px";
      return { aisles, widths: all.map((column) => (aisles.includes(column) ? narrow : "1fr")).join(" ") };
    }

    across(element, row) {
      element.style.gridColumn = "1 / -1";
      element.style.gridRow = row;
      return element;
    }

    fullRow(seats) {
      const row = make("div", { class: "full-row" });
      row.append(...seats.sort((a, b) => a.column - b.column).map((seat) => this.button(seat)));
      return row;
    }

    placed(one, row) {
      const element = one.label
        ? this.button(one)
        : make("span", { class: "fixture", "aria-hidden": "true" }, this.words[one.kind]);
      if (!one.label && FIXTURES[one.kind]) element.prepend(sign(FIXTURES[one.kind]));
      element.style.gridColumn = one.column;
      element.style.gridRow = row;
      return element;
    }

    lists() {
      return this.decks.flatMap((deck) => {
        const list = make("ul", { class: "seat-list", "aria-label": deck.name });
        const order = [...deck.seats].sort((a, b) => a.row - b.row || a.column - b.column);
        list.append(...order.map((seat) => make("li", {}, this.line(seat))));
        return this.decks.length > 1 ? [make("h3", {}, deck.name), list] : [list];
      });
    }

    button(seat) {
      const button = this.toggle(seat, "seat");
      button.append(make("span", {}, seat.label), seat.told);
      return button;
    }

    line(seat) {
      const button = this.toggle(seat, "seat-line");
      seat.told.className = "told";
      seat.cost = make("span", { class: "num", id: `seat-${seat.label}-price` });
      button.setAttribute("aria-describedby", `${seat.told.id} ${seat.cost.id}`);
      button.append(make("span", { class: "tag" }, seat.label), seat.told, seat.cost);
      return button;
    }

    toggle(seat, look) {
      seat.look = look;
      seat.cost = null;
      seat.told = make("span", { class: "hidden", id: `seat-${seat.label}` });
      seat.button = make("button", {
        type: "button",
        "aria-label": fill(this.words.seat, seat.label),
        "aria-describedby": seat.told.id,
        "data-seat": seat.label,
      });
      seat.button.addEventListener("click", () => this.press(seat));
      seat.button.addEventListener("focus", () => this.rove(seat));
      return seat.button;
    }

    refresh(seat) {
      const kind = seat.chosen ? "chosen" : seat.state;
      const { button } = seat;
      button.className = `${seat.look} ${kind}`;
      button.setAttribute("aria-pressed", String(seat.chosen));
      if (kind === "free" || kind === "chosen") button.removeAttribute("aria-disabled");
      else button.setAttribute("aria-disabled", "true");
      button.querySelector(":scope > .icon")?.remove();
      if (SIGNS[kind]) button.prepend(sign(SIGNS[kind]));
      const price = kind === "free" || kind === "chosen" ? seat.price : "";
      if (seat.cost) seat.cost.textContent = price;
      seat.told.textContent = [this.words[kind], seat.cost ? "" : price, seat.where].filter(Boolean).join(", ");
    }

    count() {
      for (const deck of this.decks) {
        const free = deck.seats.filter((seat) => seat.state === "free" && !seat.chosen).length;
        if (deck.left) deck.left.textContent = fill(this.words.left, free);
      }
    }

    press(seat) {
      if (!seat.chosen && seat.state !== "free") {
        this.voice.textContent = `${fill(this.words.seat, seat.label)}: ${this.words[seat.state]}`;
        return;
      }
      const full = [...this.seats.values()].filter((one) => one.chosen).length >= this.limit;
      if (seat.chosen || !full) {
        seat.chosen = !seat.chosen;
        this.refresh(seat);
        this.count();
      }
      this.root.dispatchEvent(new CustomEvent("seat-pressed", { detail: seat.label }));
    }

    change({ states = {}, chosen }) {
      for (const [label, state] of Object.entries(states)) this.seats.get(label).state = STATES[state];
      for (const seat of this.seats.values()) {
        if (chosen) seat.chosen = chosen.includes(seat.label);
        if (chosen || states[seat.label]) this.refresh(seat);
      }
      this.count();
    }

    /* One seat at a time is reached by Tab, the others by the arrow keys. */
    rove(current) {
      if (this.asList) return;
      const here = current ?? this.seats.values().next().value;
      for (const seat of this.seats.values()) seat.button.tabIndex = seat === here ? 0 : -1;
    }

    walk(event) {
      const here = this.seats.get(event.target.dataset?.seat);
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!here || !step) return;
      event.preventDefault();
      this.nearest(here, ...step)?.button.focus();
    }

    nearest(here, across, along) {
      const reach = (seat) => {
        const columns = (seat.deck.index - here.deck.index) * 100 + seat.column - here.column;
        const rows = seat.row - here.row;
        if (across) return rows === 0 && columns * across > 0 ? Math.abs(columns) : Infinity;
        return seat.deck === here.deck && rows * along > 0 ? Math.abs(rows) * 100 + Math.abs(columns) : Infinity;
      };
      const shown = [...this.seats.values()].filter((seat) => seat.button.offsetParent);
      return shown
        .filter((seat) => reach(seat) < Infinity)
        .sort((one, other) => reach(one) - reach(other))[0];
    }
  }

  window.busTicketSeatPlan = {
    draw(root, drawing) {
      root.seatPlan = new SeatPlan(root, drawing);
    },
    change(root, changes) {
      root.seatPlan?.change(changes);
    },
  };
})();
