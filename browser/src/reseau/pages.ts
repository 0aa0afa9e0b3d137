/** From one view to the next: each is an address, whose page says all; only what differs is put in place. */

import { type NetworkData, dataOf } from "./data.ts";

const PARTS = "[data-part]";

/** Shows the page at `address` instead of the one that is shown. Throws where it cannot be read. */
export async function replaced(address: string): Promise<NetworkData> {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const data = dataOf(page);
  const focused = document.activeElement?.id ?? "";
  for (const part of document.querySelectorAll(PARTS)) {
    const next = page.getElementById(part.id);
    if (next) {
      part.replaceWith(document.importNode(next, true));
    }
  }
  for (const language of document.querySelectorAll<HTMLAnchorElement>(".languages a")) {
    language.href =
      page.querySelector<HTMLAnchorElement>(`.languages a[lang=${language.lang}]`)?.getAttribute("href") ?? "";
  }
  document.title = page.title;
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
  return data;
}

/** The address that `form` asks for; what says nothing is left out, and all boxes of a name checked say nothing. */
export function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  const whole = (name: string): boolean =>
    [...form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name=${name}]`)].every((box) => box.checked);
  for (const [name, value] of new FormData(form)) {
    const field = form.elements.namedItem(name);
    const any = field instanceof HTMLInputElement && field.dataset.none === value;
    const all = (name === "role" || name === "genre") && whole(name);
    if (typeof value === "string" && value && !any && !all && !(name === "profondeur" && value === "1")) {
      query.append(name, value);
    }
  }
  const text = query.toString();
  return text ? `${form.getAttribute("action")}?${text}` : (form.getAttribute("action") ?? "");
}
