/** Adding a document: the page does without; this lets one drop a file, watch the reading, look at a passage at once. */

import { hand } from "../src/ajouter/handing";
import { watch } from "../src/ajouter/watching";
import { look } from "../src/ajouter/looking";

const BEGINNINGS: Record<string, (place: HTMLElement) => void> = { remettre: hand, attendre: watch, juger: look };

for (const place of document.querySelectorAll<HTMLElement>("[data-ajouter]")) {
  BEGINNINGS[place.dataset.ajouter ?? ""]?.(place);
}
