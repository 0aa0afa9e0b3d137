/** The network page: its canvas, and what its controls and links do without leaving it. */

import { type NetworkData, dataOf } from "./data.ts";
import { Drawing } from "./drawing.ts";
import { given, png, svg } from "./files.ts";
import { listen, zoomed } from "./keys.ts";
import { addressOf, replaced } from "./pages.ts";

const PAUSE = 250;

/** Begins, where the page has a place for the canvas. */
export function begin(): void {
  const stage = document.getElementById("toile");
  const place = document.getElementById("dessin");
  if (stage && place) {
    stage.hidden = false;
    document.getElementById("sans-dessin")?.remove();
    new View(stage, place);
  }
}

class View {
  private data: NetworkData = dataOf(document);
  private readonly drawing: Drawing;
  private asked = 0;
  private waiting: number | undefined;

  constructor(
    private readonly stage: HTMLElement,
    place: HTMLElement,
  ) {
    this.drawing = new Drawing(place, this.data, (done) => this.settled(done));
    this.listen();
    listen(place, this.drawing, {
      chosen: (key) => this.detail(key),
      go: (address) => void this.go(address),
      said: (words) => this.say("dit", words),
      data: () => this.data,
    });
  }

  private listen(): void {
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("submit", (event) => this.sent(event));
    document.addEventListener("input", (event) => this.slid(event));
    document.addEventListener("change", (event) => this.changed(event));
    addEventListener("popstate", () => void this.go(location.href, false));
    this.drawing.core.on("tap", "node", (event) => this.detail(event.target.id() as string));
    this.drawing.core.on("dbltap", "node", (event) => {
      const about = this.drawing.about(event.target.id() as string);
      void this.go(about?.unfold || about?.fold || "");
    });
    this.drawing.core.on("tap", "edge", (event) => this.row(event.target.data("row") as string));
  }

  /** Goes to the view at `address`; a view that comes late, after another was asked for, is left. */
  private async go(address: string, remembered = true): Promise<void> {
    if (!address) {
      return;
    }
    this.asked += 1;
    const asked = this.asked;
    this.stage.dataset.state = "loading";
    try {
      const data = await replaced(address);
      if (asked !== this.asked) {
        return;
      }
      this.data = data;
      if (remembered) {
        history.pushState(null, "", data.address);
      }
      this.drawing.show(data);
    } catch {
      this.say("etat", this.data.words.failed ?? "");
      this.stage.dataset.state = "failed";
    }
  }

  private settled(done: boolean): void {
    this.stage.dataset.state = done ? "settled" : "settling";
    this.stage.dataset.nodes = String(this.data.nodes.length);
    this.stage.dataset.ties = String(this.data.ties.length);
    this.say("etat", (done ? this.data.words.ready : this.data.words.settling) ?? "");
  }

  private clicked(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const step = target?.closest<HTMLAnchorElement>("a.step");
    const tool = target?.closest<HTMLElement>("[data-tool]")?.dataset.tool;
    if (step && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      void this.go(step.getAttribute("href") ?? "");
    } else if (tool) {
      this.use(tool);
    }
  }

  private use(tool: string): void {
    const tools: Record<string, () => void> = {
      in: () => zoomed(this.drawing, 1.25),
      out: () => zoomed(this.drawing, 0.8),
      fit: () => this.drawing.core.fit(undefined, 30),
      png: () => given(png(this.drawing.core), "reseau.png"),
      svg: () => given(svg(this.drawing.core, this.data), "reseau.svg"),
    };
    tools[tool]?.();
  }

  /** The search finds what is shown without asking; all else is the address of the form. */
  private sent(event: SubmitEvent): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.id !== "controles") {
      return;
    }
    event.preventDefault();
    const search = form.querySelector<HTMLInputElement>("#ajouter");
    const wanted = folded(search?.value ?? "");
    const found = wanted && this.data.nodes.find((node) => folded(node.name).includes(wanted));
    if (found && search) {
      search.value = "";
      this.detail(found.key);
      this.drawing.core.animate({ center: { eles: this.drawing.core.getElementById(found.key) }, duration: 0 });
    } else {
      void this.go(addressOf(form));
    }
  }

  private slid(event: Event): void {
    const slider = event.target;
    if (slider instanceof HTMLInputElement && slider.id === "annee") {
      const said = slider.value === slider.dataset.none ? (this.data.words.any_year ?? "") : slider.value;
      this.say("annee-dite", said);
      slider.setAttribute("aria-valuetext", said);
    }
  }

  private changed(event: Event): void {
    const field = event.target;
    const form = field instanceof Element ? field.closest<HTMLFormElement>("#controles") : null;
    const free = field instanceof HTMLInputElement && ["ajouter", "de", "a"].includes(field.name);
    if (form && !free) {
      clearTimeout(this.waiting);
      this.waiting = window.setTimeout(() => void this.go(addressOf(form)), PAUSE);
    }
  }

  /** Shows what the tables say of a node, its row and those of its ties. */
  private detail(key: string): void {
    this.drawing.core.elements().unselect();
    const node = this.drawing.node(key);
    node?.select();
    const own = document.querySelector(`#noeuds tr[data-key="${CSS.escape(key)}"]`);
    const ties = node?.connectedEdges().map((edge) => document.getElementById(edge.data("row") as string)) ?? [];
    this.copied([own, ...ties]);
  }

  private row(id: string): void {
    this.copied([document.getElementById(id)]);
  }

  private copied(rows: (Element | null)[]): void {
    const panel = document.getElementById("detail");
    const said = document.getElementById("detail-dit");
    const shown = rows.filter((row) => row !== null).map((row) => row.cloneNode(true) as Element);
    if (panel && said) {
      panel.hidden = shown.length === 0;
      said.replaceChildren(...shown.map(asList));
    }
  }

  private say(id: string, words: string): void {
    const place = document.getElementById(id);
    if (place) {
      place.textContent = words;
    }
  }
}

/** A row of a table as a paragraph, its cells one after the other. */
function asList(row: Element): HTMLElement {
  const paragraph = document.createElement("p");
  for (const cell of row.children) {
    paragraph.append(...cell.childNodes, " ");
  }
  return paragraph;
}

/** Words as they are compared: small letters without accents. */
function folded(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
