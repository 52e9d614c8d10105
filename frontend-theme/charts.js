/*
 * Charts. <busticket-echart> draws what the server sends with Apache ECharts and draws it anew when the light or
 * its size changes. <busticket-chart-cursor> lies over any chart, whoever drew it: it follows mouse, finger and
 * keys, shows what the table says, and tells "step-picked". Words come from the server as text, never as markup.
 */
(() => {
  const COLOURS = ["--chart-1", "--chart-2", "--chart-3", "--chart-4", "--chart-6"];

  /** A token as the browser sees it in the light of this moment. */
  const colour = (element, token) => {
    const probe = document.createElement("i");
    probe.style.color = `var(${token})`;
    element.append(probe);
    const seen = getComputedStyle(probe).color;
    probe.remove();
    return seen;
  };

  const lightChanges = (listener) => {
    const night = matchMedia("(prefers-color-scheme: dark)");
    night.addEventListener("change", listener);
    const page = new MutationObserver(listener);
    page.observe(document.documentElement, { attributes: true, attributeFilter: ["style", "class", "theme"] });
    return () => {
      night.removeEventListener("change", listener);
      page.disconnect();
    };
  };

  /** The server says from how many pixels a step on each has its name. */
  const isNamed = (steps, index, width) => width / steps.length >= steps[index].room;

  const columns = (host, drawing) => {
    const ink = colour(host, "--chart-1");
    const before = colour(host, "--chart-compare");
    const muted = colour(host, "--text-muted");
    const text = colour(host, "--text");
    const surface = colour(host, "--surface");
    const font = getComputedStyle(host).fontFamily;
    const compared = drawing.steps.map((step) => step.compared ?? null);
    const line = { type: "line", data: compared, symbol: "none", silent: true, animation: false };
    return {
      grid: { left: drawing.left, right: drawing.right, top: drawing.top, bottom: drawing.bottom },
      xAxis: {
        type: "category",
        data: drawing.steps.map((step) => step.label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          color: muted,
          fontFamily: font,
          fontSize: 13,
          hideOverlap: true,
          interval: (index) => isNamed(drawing.steps, index, host.clientWidth - drawing.left - drawing.right),
          formatter: (label, index) => (drawing.steps[index]?.emphasised ? `{bold|${label}}` : label),
          rich: { bold: { color: text, fontWeight: 600, fontFamily: font, fontSize: 13 } },
        },
      },
      yAxis: {
        type: "value",
        min: 0,
        max: drawing.highest,
        interval: drawing.step,
        axisLabel: {
          color: muted,
          fontFamily: font,
          fontSize: 13,
          formatter: (value) => drawing.axis[Math.round(value / drawing.step)] ?? "",
        },
        splitLine: { lineStyle: { color: colour(host, "--line") } },
      },
      series: [
        {
          type: "bar",
          silent: true,
          barWidth: "66%",
          data: drawing.steps.map((step) => ({
            value: Math.max(0, step.value),
            itemStyle: step.running
              ? { color: surface, borderColor: ink, borderWidth: 1.5, decal: hatch(ink) }
              : { color: ink, decal: { symbol: "none" } },
          })),
        },
        { ...line, lineStyle: { color: surface, width: 6, opacity: 0.85 } },
        { ...line, lineStyle: { color: before, width: 2, type: [5, 4] } },
      ],
    };
  };

  const hatch = (ink) => ({ symbol: "rect", color: ink, dashArrayX: [1, 0], dashArrayY: [2.5, 3.5], rotation: -Math.PI / 4 });

  const ring = (host, drawing) => ({
    series: [
      {
        type: "pie",
        silent: true,
        radius: ["60%", "98%"],
        label: { show: false },
        data: drawing.parts.map((part, number) => ({
          ...part,
          itemStyle: {
            color: colour(host, COLOURS[number % COLOURS.length]),
            borderColor: colour(host, "--surface"),
            borderWidth: 2.5,
            decal: { symbol: "none" },
          },
        })),
      },
    ],
  });

  class Picture extends HTMLElement {
    connectedCallback() {
      this.stopLight = lightChanges(() => this.paint());
      this.sizes = new ResizeObserver(() => this.chart && this.paint());
      this.sizes.observe(this);
      this.paint();
    }

    disconnectedCallback() {
      this.stopLight();
      this.sizes.disconnect();
      this.chart?.dispose();
      this.chart = undefined;
    }

    draw(drawing) {
      this.drawing = drawing;
      this.paint();
    }

    paint() {
      if (!this.drawing || !this.isConnected) return;
      this.chart ??= echarts.init(this, null, { renderer: "svg" });
      this.chart.resize();
      const options = this.drawing.kind === "ring" ? ring(this, this.drawing) : columns(this, this.drawing);
      const decals = { enabled: true, label: { enabled: false }, decal: { show: true } };
      this.chart.setOption({ animation: false, aria: decals, ...options }, { notMerge: true });
      this.firstElementChild?.setAttribute("aria-hidden", "true");
      this.toggleAttribute("drawn", true);
    }
  }

  class Cursor extends HTMLElement {
    connectedCallback() {
      if (this.tip) return;
      this.band = document.createElement("span");
      this.band.className = "chart-band";
      this.tip = document.createElement("div");
      this.tip.className = "chart-tip";
      for (const part of [this.band, this.tip]) {
        part.setAttribute("aria-hidden", "true");
        part.hidden = true;
        this.append(part);
      }
      this.addEventListener("pointermove", (move) => move.pointerType === "mouse" && this.open(this.at(move)));
      this.addEventListener("pointerleave", (leave) => leave.pointerType === "mouse" && this.close());
      this.addEventListener("focus", () => this.matches(":focus-visible") && this.open(this.now()));
      this.addEventListener("blur", () => this.close());
      this.addEventListener("click", (click) => this.touch(click));
      this.addEventListener("keydown", (key) => this.press(key));
    }

    show(points) {
      this.points = points;
      this.setAttribute("aria-valuemax", points.length - 1);
      const wanted = Math.min(this.now(), points.length - 1);
      const wasOpen = !this.tip.hidden;
      this.say(wanted);
      if (wasOpen) this.open(wanted);
    }

    now() {
      return Number(this.getAttribute("aria-valuenow"));
    }

    at(event) {
      const box = this.getBoundingClientRect();
      const number = Math.floor(((event.clientX - box.left) / box.width) * this.points.length);
      return Math.max(0, Math.min(this.points.length - 1, number));
    }

    say(number) {
      this.setAttribute("aria-valuenow", number);
      const { title, rows } = this.points[number];
      this.setAttribute("aria-valuetext", [title, ...rows.map(([name, value]) => `${name} ${value}`)].join("; "));
    }

    open(number) {
      this.say(number);
      const { title, rows } = this.points[number];
      const head = document.createElement("b");
      head.textContent = title;
      const lines = rows.map(([name, value]) => {
        const line = document.createElement("span");
        const left = document.createElement("span");
        const right = document.createElement("span");
        left.textContent = name;
        right.textContent = value;
        line.append(left, right);
        return line;
      });
      this.tip.replaceChildren(head, ...lines);
      const width = 100 / this.points.length;
      this.band.style.left = `${number * width}%`;
      this.band.style.width = `${width}%`;
      const isRight = number >= this.points.length / 2;
      this.tip.style.left = isRight ? "auto" : `calc(${(number + 1) * width}% + 8px)`;
      this.tip.style.right = isRight ? `calc(${100 - number * width}% + 8px)` : "auto";
      this.band.hidden = this.tip.hidden = false;
    }

    close() {
      this.band.hidden = this.tip.hidden = true;
    }

    /** A finger looks first and goes on with its second touch; a mouse has looked already. */
    touch(click) {
      const number = this.at(click);
      const hasLooked = click.pointerType === "mouse" || (!this.tip.hidden && this.now() === number);
      this.open(number);
      if (hasLooked) this.pick(number);
    }

    pick(number) {
      this.dispatchEvent(new CustomEvent("step-picked", { detail: number }));
    }

    press(key) {
      const last = this.points.length - 1;
      const ways = {
        ArrowLeft: this.now() - 1,
        ArrowDown: this.now() - 1,
        ArrowRight: this.now() + 1,
        ArrowUp: this.now() + 1,
        PageDown: this.now() - 7,
        PageUp: this.now() + 7,
        Home: 0,
        End: last,
      };
      if (key.key in ways) this.open(Math.max(0, Math.min(last, ways[key.key])));
      else if (key.key === "Escape" && !this.tip.hidden) this.close();
      else if (key.key === "Enter" || key.key === " ") this.pick(this.now());
      else return;
      key.preventDefault();
      key.stopPropagation();
    }
  }

  /** What a figure means: shown on focus and hover by the style sheet, put away with Esc. */
  document.addEventListener("keydown", (key) => {
    const open = key.key === "Escape" && document.querySelector(".meaning:is(:hover, :focus-within):not(.away)");
    if (!open) return;
    open.classList.add("away");
    const again = () => open.classList.remove("away");
    open.addEventListener("pointerleave", again, { once: true });
    open.addEventListener("focusout", again, { once: true });
  });

  customElements.define("busticket-echart", Picture);
  customElements.define("busticket-chart-cursor", Cursor);
})();
