const LINK = ".fact .subject a";

/** Shows the passage of a fact beside it without loading the page anew. */
export function look(place: HTMLElement): void {
  place.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(LINK) : null;
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void show(place, link);
  });
}

async function show(place: HTMLElement, link: HTMLAnchorElement): Promise<void> {
  const answer = await fetch(link.href).catch(() => null);
  const page = answer?.ok === true ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const fresh = page?.querySelector(".beside-text");
  const former = place.querySelector(".beside-text");
  if (!fresh || !former) {
    window.location.assign(link.href);
    return;
  }
  former.replaceWith(document.importNode(fresh, true));
  for (const fact of place.querySelectorAll(".fact.shown")) fact.classList.remove("shown");
  for (const other of place.querySelectorAll(LINK)) other.removeAttribute("aria-current");
  link.closest(".fact")?.classList.add("shown");
  link.setAttribute("aria-current", "true");
  place.querySelector(".beside-text .marked")?.scrollIntoView({ block: "nearest" });
}
