/** The drawing as a file: PNG as the canvas has it, SVG written from where its nodes stand. */

import type { Core, EdgeSingular, NodeSingular } from "cytoscape";
import { colour, dashes, variable } from "./colours.ts";
import type { NetworkData } from "./data.ts";

const MARGIN = 60;
const FONT = "font-family:sans-serif";

/** Gives `content` to the reader as a file called `name`. */
export function given(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The whole drawing as PNG, on the colour of the page. */
export function png(drawing: Core): Blob {
  return drawing.png({
    output: "blob",
    full: true,
    maxWidth: 6000,
    maxHeight: 6000,
    scale: 2,
    bg: variable("--background-surface"),
  });
}

/** The whole drawing as SVG; names are text, so that no word of an act can be anything else. */
export function svg(drawing: Core, data: NetworkData): Blob {
  const { x1, y1, w, h } = drawing.elements().boundingBox({});
  const root = made("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: [x1 - MARGIN, y1 - MARGIN, w + 2 * MARGIN, h + 2 * MARGIN].map(Math.round).join(" "),
    role: "img",
  });
  root.append(
    titled(document.title),
    made("rect", {
      x: x1 - MARGIN,
      y: y1 - MARGIN,
      width: "100%",
      height: "100%",
      fill: variable("--background-surface"),
    }),
  );
  drawing.edges().forEach((edge) => root.append(line(edge, data)));
  drawing.nodes().forEach((node) => root.append(...mark(node, data)));
  return new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" });
}

function line(edge: EdgeSingular, data: NetworkData): SVGElement {
  const tone = data.roles[edge.data("role") as string];
  const [from, to, bend] = [edge.source().position(), edge.target().position(), edge.controlPoints()?.[0]];
  const by = bend ? `Q${round(bend.x)} ${round(bend.y)} ` : "L";
  const drawn = made("path", {
    d: `M${round(from.x)} ${round(from.y)}${by}${round(to.x)} ${round(to.y)}`,
    fill: "none",
    stroke: colour(tone),
    "stroke-width": tone?.width ?? 2,
    "stroke-dasharray": dashes(tone).join(" ") || "none",
  });
  drawn.append(titled(tone?.label ?? ""));
  return drawn;
}

function mark(node: NodeSingular, data: NetworkData): SVGElement[] {
  const { x, y } = node.position();
  const radius = node.width() / 2;
  const tone = data.kinds[node.data("kind") as string];
  const shape = made("path", {
    d: outline(tone?.shape ?? "dot"),
    fill: colour(tone),
    transform: `translate(${round(x)} ${round(y)}) scale(${round(radius / 7)})`,
  });
  const name = made("text", {
    x: round(x),
    y: round(y + radius + 14),
    "text-anchor": "middle",
    "font-size": 12,
    fill: variable("--ink"),
    "font-family": FONT.split(":")[1] ?? "",
  });
  name.textContent = node.data("label") as string;
  shape.append(titled(`${node.data("label")} – ${tone?.label ?? ""}`));
  return [shape, name];
}

/** The same marks as those of the legend: viz/shapes.py. */
function outline(shape: string): string {
  const marks: Record<string, string> = {
    dot: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z",
    square: "M-6 -6H6V6H-6z",
    diamond: "M0 -8L8 0L0 8L-8 0z",
    triangle: "M0 -7.5L8 6.5H-8z",
    triangleDown: "M0 7.5L8 -6.5H-8z",
    hexagon: "M-4 -7H4L8 0L4 7H-4L-8 0z",
    star: "M0 -8L2.2 -2.6L8 -2.4L3.5 1.3L5 7L0 3.8L-5 7L-3.5 1.3L-8 -2.4L-2.2 -2.6z",
    box: "M-7 -5H7V5H-7z",
  };
  return marks[shape] ?? marks.dot ?? "";
}

function made(name: string, values: Record<string, string | number>): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(values)) {
    element.setAttribute(key, String(value));
  }
  return element;
}

function titled(words: string): SVGElement {
  const title = made("title", {});
  title.textContent = words;
  return title;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
