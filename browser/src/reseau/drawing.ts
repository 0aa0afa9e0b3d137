/** The canvas: what is drawn of the network, kept in step with the data of the page. */

import cytoscape, { type Core, type ElementDefinition, type NodeSingular } from "cytoscape";
import { onScheme } from "./colours.ts";
import type { NetworkData, NodeData, TieData } from "./data.ts";
import { Settling } from "./settling.ts";
import { LARGE, styles } from "./style.ts";

const SMALLEST = 20;
const LARGEST = 64;
const LONGEST_LABEL = 44;

export class Drawing {
  readonly core: Core;
  private readonly settling: Settling;
  private data: NetworkData;

  /** Draws `data` in `place`; `said` is told whether the nodes have found their places. */
  constructor(place: HTMLElement, data: NetworkData, said: (done: boolean) => void) {
    allowStyles();
    cytoscape.warnings(false); // of lines whose ends lie upon each other for a moment
    this.data = data;
    const large = data.ties.length > LARGE;
    this.core = cytoscape({
      container: place,
      style: styles(data),
      layout: { name: "null" },
      minZoom: 0.03,
      maxZoom: 4,
      autoungrabify: false,
      textureOnViewport: large,
      hideLabelsOnViewport: large,
      ...(large ? { pixelRatio: 1 } : {}),
    });
    this.settling = new Settling(this.core, said);
    onScheme(() => this.core.style(styles(this.data)));
    this.show(data);
  }

  /** Draws `data`: what stays keeps its place, what is new begins beside a neighbour. */
  show(data: NetworkData): void {
    this.data = data;
    const fresh = this.core.nodes().empty();
    const known = new Set(this.core.nodes().map((node) => node.id()));
    const wanted = elements(data);
    this.core.batch(() => {
      const keys = new Set(wanted.map((one) => one.data.id));
      this.core
        .elements()
        .filter((one) => !keys.has(one.id()))
        .remove();
      const added = wanted.filter((one) => this.core.getElementById(one.data.id ?? "").empty());
      for (const one of wanted) {
        this.core.getElementById(one.data.id ?? "").data(one.data);
      }
      this.core.add(added);
      this.core.style(styles(data));
    });
    if (fresh) {
      this.core.nodes().forEach((node, at) => {
        node.position(onSpiral(at));
      });
    } else {
      this.core
        .nodes()
        .filter((node) => !known.has(node.id()))
        .forEach(beside(known));
    }
    this.settling.begin(fresh);
  }

  /** The node that has `key`. */
  node(key: string): NodeSingular | undefined {
    const found = this.core.getElementById(key);
    return found.nonempty() && found.isNode() ? found : undefined;
  }

  /** What the page says of the node that has `key`. */
  about(key: string): NodeData | undefined {
    return this.data.nodes.find((node) => node.key === key);
  }
}

/** cytoscape puts a `<style>` into the page, which the page's policy refuses; it asks first whether it is there. */
function allowStyles(): void {
  const there = document.createElement("template");
  there.id = "__________cytoscape_stylesheet";
  document.head.append(there);
}

function elements(data: NetworkData): ElementDefinition[] {
  const most = Math.max(...data.nodes.map((node) => node.size), 0);
  const starts = new Set(data.starts);
  return [
    ...data.nodes.map((node) => ({ group: "nodes" as const, data: drawnNode(node, most, starts) })),
    ...drawnTies(data.ties),
  ];
}

function drawnNode(node: NodeData, most: number, starts: Set<string>): Record<string, unknown> {
  const share = most ? Math.sqrt(node.size / most) : 0.25;
  return {
    id: node.key,
    label: shortened(node.name),
    kind: node.kind,
    group: node.group,
    more: node.more,
    start: starts.has(node.key),
    width: Math.round(SMALLEST + (LARGEST - SMALLEST) * share),
  };
}

/** The ties as edges; those that join the same two nodes bend so that each is seen. */
function drawnTies(ties: TieData[]): ElementDefinition[] {
  const together = new Map<string, number>();
  const pair = (tie: TieData): string => [tie.source, tie.target].sort().join(" ");
  for (const tie of ties) {
    together.set(pair(tie), (together.get(pair(tie)) ?? 0) + 1);
  }
  return ties.map((tie) => ({
    group: "edges" as const,
    data: {
      id: `${tie.source} ${tie.role} ${tie.target}`,
      row: tie.id,
      source: tie.source,
      target: tie.target,
      role: tie.role,
      path: tie.path,
      parallel: (together.get(pair(tie)) ?? 0) > 1,
    },
  }));
}

function shortened(name: string): string {
  return name.length > LONGEST_LABEL ? `${name.slice(0, LONGEST_LABEL - 1)}…` : name;
}

/** Puts a new node near one of its neighbours that was there, each at another angle. */
function beside(known: Set<string>): (node: NodeSingular, at: number) => void {
  return (node, at) => {
    const near = node.neighborhood().filter((other) => other.isNode() && known.has(other.id()));
    const { x, y } = (near.toArray()[0] as NodeSingular | undefined)?.position() ?? { x: 0, y: 0 };
    node.position(onSpiral(at + 4, x, y));
  };
}

/** The place of the node of rank `at` on a spiral about a point: no two nodes begin at the same. */
function onSpiral(at: number, x = 0, y = 0): { x: number; y: number } {
  return { x: x + 28 * Math.sqrt(at) * Math.cos(at * 2.4), y: y + 28 * Math.sqrt(at) * Math.sin(at * 2.4) };
}
