/** Finds where nodes stand: a simulation of forces, always the same for the same network, away from the page's thread. */

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";

/** A node by its key, where it is if it is already somewhere, and how large. */
export interface Settled extends SimulationNodeDatum {
  key: string;
  radius: number;
  group: number;
}

export interface Task {
  turn: number;
  nodes: Settled[];
  links: { source: string; target: string }[];
  fresh: boolean;
}

export interface Found {
  turn: number;
  positions: [string, number, number][];
  done: boolean;
}

const LARGE = 1500;
/** Below so many nodes there is room for their names. */
const ROOMY = 400;
const STEPS_BETWEEN = 40;

/** How many steps a network of `size` nodes is given: large ones are given fewer, so that they settle in seconds. */
function steps(size: number): number {
  return size > LARGE ? 120 : 300;
}

onmessage = ({ data }: MessageEvent<Task>) => {
  const { turn, nodes, links, fresh } = data;
  const roomy = nodes.length < ROOMY;
  const simulation = forceSimulation(nodes)
    .force(
      "links",
      forceLink<Settled, { source: string; target: string }>(links)
        .id((node) => node.key)
        .distance(roomy ? 120 : 60),
    )
    .force(
      "apart",
      forceManyBody<Settled>()
        .strength(roomy ? -600 : -140)
        .distanceMax(1200)
        .theta(1.1),
    )
    .force("x", forceX<Settled>((node) => clustered(node, Math.cos)).strength(0.05))
    .force("y", forceY<Settled>((node) => clustered(node, Math.sin)).strength(0.07))
    .force("collide", forceCollide<Settled>((node) => node.radius + (roomy ? 24 : 4)).iterations(1))
    .alpha(fresh ? 1 : 0.5)
    .stop();
  const most = steps(nodes.length);
  for (let step = 1; step <= most; step++) {
    simulation.tick();
    if (step === most || (nodes.length > LARGE && step % STEPS_BETWEEN === 0)) {
      const positions = nodes.map((node): [string, number, number] => [node.key, node.x ?? 0, node.y ?? 0]);
      postMessage({ turn, positions, done: step === most } satisfies Found);
    }
  }
};

/** The coordinate towards which a node is drawn: communities stand apart on a spiral, all else in the middle. */
function clustered(node: Settled, along: (angle: number) => number): number {
  return node.group ? 220 * Math.sqrt(node.group) * along(node.group * 2.4) : 0;
}
