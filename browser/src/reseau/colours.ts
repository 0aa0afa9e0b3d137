/** The colours of the scheme that the reader has chosen, as the style sheets of the page have them. */

import type { Tone } from "./data.ts";

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** The colour of `tone` in this scheme. */
export function colour(tone: { light: string; dark: string } | undefined): string {
  return (DARK.matches ? tone?.dark : tone?.light) ?? variable("--soft");
}

/** The colour of community `group`; those beyond the palette begin it again. */
export function groupColour(groups: [string, string][], group: number): string {
  const [light, dark] = groups[(group - 1) % groups.length] ?? ["", ""];
  return DARK.matches ? dark : light;
}

/** The value of a custom property of the page. */
export function variable(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Calls `changed` whenever the reader goes from light to dark or back. */
export function onScheme(changed: () => void): void {
  DARK.addEventListener("change", changed);
}

/** The line of a role for a drawing: solid, or its dashes. */
export function dashes(tone: Tone | undefined): number[] {
  return tone?.dash ?? [];
}
