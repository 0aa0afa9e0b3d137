/** How the drawing looks: colours, lines and shapes come from the palette that all views share. */

import type { Css, StylesheetStyle } from "cytoscape";
import { colour, groupColour, variable } from "./colours.ts";
import type { NetworkData, Tone } from "./data.ts";

/** Beyond so many ties, lines are plain straight ones, and names are only shown close by. */
export const LARGE = 1000;

const SHAPES: Record<string, Css.NodeShape> = {
  dot: "ellipse",
  square: "rectangle",
  diamond: "diamond",
  triangle: "triangle",
  triangleDown: "polygon",
  hexagon: "hexagon",
  star: "star",
  box: "round-rectangle",
};
const DOWN = "-1 -1 1 -1 0 1";

/** The style sheet of a drawing of `data`. */
export function styles(data: NetworkData): StylesheetStyle[] {
  return [
    { selector: "node", style: NODE(data.ties.length > LARGE) },
    ...Object.entries(data.kinds).map(([kind, tone]) => ofKind(kind, tone)),
    ...[...new Set(data.nodes.map((node) => node.group))].filter(Boolean).map((group) => ofGroup(group, data.groups)),
    { selector: "edge", style: { "curve-style": "straight", opacity: 0.85 } },
    ...Object.entries(data.roles).map(([role, tone]) => ofRole(role, tone)),
    { selector: "edge[?parallel]", style: { "curve-style": "bezier", "control-point-step-size": 22 } },
    { selector: "edge[?path]", style: { width: 6, opacity: 1, "z-index": 5 } },
    { selector: "edge[role = 'financeur']", style: { "target-arrow-shape": "triangle", "arrow-scale": 0.9 } },
    { selector: "node[more > 0]", style: { "border-width": 4, "border-style": "double" } },
    {
      selector: "node[?start]",
      style: { "border-width": 4, "border-color": variable("--ink"), "font-weight": "bold" },
    },
    { selector: ":selected, node.focus", style: CHOSEN() },
  ];
}

const NODE = (large: boolean): Css.Node => ({
  width: "data(width)",
  height: "data(width)",
  label: "data(label)",
  color: variable("--ink"),
  "shape-polygon-points": DOWN,
  "font-size": 12,
  "font-family": "sans-serif",
  "text-wrap": "wrap",
  "text-max-width": "130px",
  "text-valign": "bottom",
  "text-margin-y": 3,
  "text-outline-color": variable("--background-surface"),
  "text-outline-width": large ? 0 : 2,
  "min-zoomed-font-size": 7,
  "border-width": 2,
  "border-color": variable("--background-surface"),
});

const CHOSEN = (): Css.Node => ({
  "overlay-color": variable("--focus"),
  "overlay-opacity": 0.25,
  "overlay-padding": 6,
  "z-index": 9,
});

function ofKind(kind: string, tone: Tone): StylesheetStyle {
  const style: Css.Node = { "background-color": colour(tone), shape: SHAPES[tone.shape] ?? "ellipse" };
  return { selector: `node[kind = '${kind}']`, style };
}

function ofRole(role: string, tone: Tone): StylesheetStyle {
  const style: Css.Edge = {
    "line-color": colour(tone),
    "target-arrow-color": colour(tone),
    "line-style": tone.dash.length ? "dashed" : "solid",
    width: tone.width,
    ...(tone.dash.length ? { "line-dash-pattern": tone.dash } : {}),
  };
  return { selector: `edge[role = '${role}']`, style };
}

/** A community is a halo about its nodes, beside the number that the table gives. */
function ofGroup(group: number, colours: [string, string][]): StylesheetStyle {
  const style: Css.Node = {
    "underlay-color": groupColour(colours, group),
    "underlay-opacity": 0.35,
    "underlay-padding": 9,
    "underlay-shape": "ellipse",
  };
  return { selector: `node[group = ${group}]`, style };
}
