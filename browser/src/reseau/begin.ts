/** Puts the canvas where the page has a place for it. */
export function begin(): void {
  document.getElementById("reseau")?.setAttribute("data-state", "ready");
}
