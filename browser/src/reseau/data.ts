/** What the page says of the network, in its block of data: viz/explorer/reseau/data.py writes it. */

export interface NodeData {
  key: string;
  name: string;
  kind: string;
  href: string;
  ties: number;
  more: number;
  size: number;
  group: number;
  /** The addresses of the next views; empty where there is nothing to fold or unfold. */
  fold: string;
  unfold: string;
  hide: string;
}

export interface TieData {
  id: string;
  source: string;
  target: string;
  role: string;
  path: boolean;
}

/** A colour in its light and dark variants, with the line of a role or the shape of a kind. */
export interface Tone {
  label: string;
  light: string;
  dark: string;
  dash: number[];
  width: number;
  shape: string;
}

export interface NetworkData {
  nodes: NodeData[];
  ties: TieData[];
  address: string;
  starts: string[];
  size: string;
  roles: Record<string, Tone>;
  kinds: Record<string, Tone>;
  groups: [string, string][];
  words: Record<string, string>;
}

/** The data that stand in `page`. Throws where there are none. */
export function dataOf(page: ParentNode): NetworkData {
  return JSON.parse(page.querySelector("#donnees")?.textContent ?? "") as NetworkData;
}

/** `words` with each `{name}` filled. */
export function filled(words: string | undefined, values: Record<string, string | number>): string {
  return (words ?? "").replace(/\{(\w+)\}/g, (_all, name: string) => String(values[name] ?? ""));
}
