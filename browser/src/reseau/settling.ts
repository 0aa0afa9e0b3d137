/** Asks the worker where the nodes of a drawing stand, and puts them there. */

import type { Core } from "cytoscape";
import type { Found, Task } from "./settle.worker.ts";

/** How close a small network is shown at first. */
const CLOSEST = 1.3;

/** Settles one drawing; a task that comes while another is under way takes its place. */
export class Settling {
  private worker: Worker | undefined;
  private turn = 0;

  constructor(
    private readonly drawing: Core,
    private readonly said: (done: boolean) => void,
  ) {}

  /** Settles what is drawn; nodes that have a place begin there. `fresh` says that none has. */
  begin(fresh: boolean): void {
    this.worker?.terminate();
    if (this.drawing.nodes().empty()) {
      this.said(true);
      return;
    }
    this.worker = new Worker(new URL("./settle.worker.ts", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }: MessageEvent<Found>) => this.put(data, fresh);
    this.said(false);
    this.worker.postMessage(this.task(fresh));
  }

  private task(fresh: boolean): Task {
    this.turn += 1;
    const nodes = this.drawing.nodes().map((node) => {
      const { x, y } = node.position();
      const place = fresh ? {} : { x, y };
      return { key: node.id(), radius: node.width() / 2, group: Number(node.data("group")), ...place };
    });
    const links = this.drawing.edges().map((edge) => ({ source: edge.source().id(), target: edge.target().id() }));
    return { turn: this.turn, nodes, links, fresh };
  }

  private put({ turn, positions, done }: Found, fit: boolean): void {
    if (turn !== this.turn) {
      return;
    }
    this.drawing.batch(() => {
      for (const [key, x, y] of positions) {
        this.drawing.getElementById(key).position({ x, y });
      }
    });
    if (fit) {
      this.drawing.fit(undefined, 30);
      this.drawing.zoom({ level: Math.min(this.drawing.zoom(), CLOSEST), renderedPosition: middle(this.drawing) });
    }
    if (done) {
      this.worker?.terminate();
      this.said(true);
    }
  }
}

/** The middle of what is seen of `drawing`. */
export function middle(drawing: Core): { x: number; y: number } {
  return { x: drawing.width() / 2, y: drawing.height() / 2 };
}
