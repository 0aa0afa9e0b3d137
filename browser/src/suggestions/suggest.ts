/** A list of suggestions below a field of search: ARIA's combobox with a list box. The form works without it. */

interface Suggestion {
  label: string;
  kind: string;
  href: string;
}

const WAIT = 120; // milliseconds: a person is still typing
const SHORTEST = 2;

/** Suggest below the field of `form`, from the moment that something is typed. */
export function suggest(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>("input[type=search]");
  if (field?.parentElement) {
    new Suggestions(field, field.parentElement);
  }
}

class Suggestions {
  private readonly list = document.createElement("ul");
  private found: Suggestion[] = [];
  private at = -1;
  private waiting = 0;
  private asking = new AbortController();

  constructor(
    private readonly field: HTMLInputElement,
    around: HTMLElement,
  ) {
    this.list.className = "suggestions";
    this.list.id = `${field.id}-suggestions`;
    this.list.hidden = true;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", "Suggestions");
    around.append(this.list);
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.list.id);
    field.setAttribute("aria-expanded", "false");
    field.autocomplete = "off";
    field.addEventListener("input", () => this.typed());
    field.addEventListener("keydown", (event) => this.pressed(event));
    field.addEventListener("blur", () => window.setTimeout(() => this.show([]), WAIT));
  }

  private typed(): void {
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => void this.ask(this.field.value.trim()), WAIT);
  }

  /** Ask the server; an answer to what is no longer typed is dropped, a failure suggests nothing. */
  private async ask(words: string): Promise<void> {
    this.asking.abort();
    this.asking = new AbortController();
    if (words.length < SHORTEST) {
      this.show([]);
      return;
    }
    try {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(words)}`, { signal: this.asking.signal });
      this.show(answer.ok ? ((await answer.json()) as Suggestion[]) : []);
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) {
        this.show([]);
      }
    }
  }

  private show(found: Suggestion[]): void {
    this.found = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((one, at) => this.option(one, at)));
    this.list.hidden = found.length === 0;
    this.field.setAttribute("aria-expanded", String(found.length > 0));
    this.field.removeAttribute("aria-activedescendant");
  }

  private option(one: Suggestion, at: number): HTMLLIElement {
    const option = document.createElement("li");
    const kind = document.createElement("span");
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    kind.textContent = one.kind;
    option.append(one.label, kind);
    option.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus until the click
    option.addEventListener("click", () => window.location.assign(one.href));
    return option;
  }

  private pressed(event: KeyboardEvent): void {
    const chosen = this.found[this.at];
    if (event.key === "Escape" && this.found.length > 0) {
      this.show([]);
    } else if (event.key === "Enter" && chosen) {
      window.location.assign(chosen.href);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && this.found.length > 0) {
      this.choose(this.at + (event.key === "ArrowDown" ? 1 : -1));
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Choose the suggestion `at`; before the first and after the last, none is, and Enter searches. */
  private choose(at: number): void {
    const size = this.found.length + 1;
    this.at = ((at + 1 + size) % size) - 1;
    [...this.list.children].forEach((option, index) => {
      option.setAttribute("aria-selected", String(index === this.at));
    });
    if (this.at < 0) {
      this.field.removeAttribute("aria-activedescendant");
    } else {
      this.field.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
    }
  }
}
