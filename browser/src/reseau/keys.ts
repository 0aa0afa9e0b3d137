/** The drawing by keyboard: from node to node by arrows, and what a mouse can do by letters. */

import type { NodeSingular } from "cytoscape";
import { filled } from "./data.ts";
import type { NetworkData } from "./data.ts";
import type { Drawing } from "./drawing.ts";
import { middle } from "./settling.ts";

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What the keys may ask for. */
export interface Deeds {
  chosen(key: string): void;
  go(address: string): void;
  said(words: string): void;
  data(): NetworkData;
}

/** Listens to the keys that are struck in `place`. */
export function listen(place: HTMLElement, drawing: Drawing, deeds: Deeds): void {
  let focused = "";
  const focus = (node: NodeSingular): void => {
    drawing.core.nodes(".focus").removeClass("focus");
    node.addClass("focus");
    focused = node.id();
    drawing.core.animate({ center: { eles: node }, duration: 0 });
    deeds.chosen(focused);
    tell();
  };
  const tell = (): void => {
    const about = drawing.about(focused);
    if (about) {
      const kind = deeds.data().kinds[about.kind]?.label ?? "";
      deeds.said(filled(deeds.data().words.node_said, { ...about, kind }));
    }
  };
  const first = (): NodeSingular | undefined =>
    drawing.node(focused) ??
    drawing.node(deeds.data().starts[0] ?? "") ??
    drawing.node(deeds.data().nodes[0]?.key ?? "");

  place.addEventListener("focus", () => {
    const node = first();
    if (node) {
      focus(node);
    }
  });
  place.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const about = drawing.about(focused);
    const arrow = ARROWS[event.key];
    const node = drawing.node(focused) ?? first();
    if (arrow && node) {
      const next = towards(drawing, node, arrow);
      focus(next ?? node);
    } else if (event.key === "Enter" && about) {
      deeds.go(about.unfold || about.fold);
    } else if ("mh".includes(event.key.toLowerCase()) && about) {
      deeds.said(filled(deeds.data().words.hidden_said, { name: about.name }));
      deeds.go(about.hide);
    } else if (event.key.toLowerCase() === "o" && about?.href) {
      location.assign(about.href);
    } else if (event.key === "+" || event.key === "=") {
      zoomed(drawing, 1.25);
    } else if (event.key === "-") {
      zoomed(drawing, 0.8);
    } else if (event.key === "0") {
      drawing.core.fit(undefined, 30);
    } else {
      return;
    }
    event.preventDefault();
  });
}

/** Zooms `drawing` about its middle. */
export function zoomed(drawing: Drawing, by: number): void {
  drawing.core.zoom({ level: drawing.core.zoom() * by, renderedPosition: middle(drawing.core) });
}

/** The node that is nearest to `from` in a direction: what is aside counts twice. */
function towards(drawing: Drawing, from: NodeSingular, [right, down]: [number, number]): NodeSingular | undefined {
  const { x, y } = from.position();
  let best: NodeSingular | undefined;
  let least = Number.POSITIVE_INFINITY;
  drawing.core.nodes().forEach((node) => {
    const place = node.position();
    const ahead = (place.x - x) * right + (place.y - y) * down;
    const aside = Math.abs((place.x - x) * down) + Math.abs((place.y - y) * right);
    const far = ahead + 2 * aside;
    if (node.id() !== from.id() && ahead > 0 && aside <= 2 * ahead && far < least) {
      best = node;
      least = far;
    }
  });
  return best;
}
