/** Puts the editor in the place of the text field; what is sent stays the form's, so that its address keeps the query. */

import type { KeyMap } from "codemirror";
import Yasqe from "@zazuko/yasqe";
import { completer, NAME } from "./completing";
import { fetchTerms } from "./terms";

/** The longest address that a server is sure to take; longer queries go in the body of the request. */
const LONGEST_ADDRESS = 8000;

/** The editor over the form of the page, where the page has one. */
export function begin(): void {
  const form = document.querySelector<HTMLFormElement>("#editor");
  const field = form?.querySelector<HTMLTextAreaElement>("#query");
  if (!form || !field) return;
  Yasqe.defaults.autocompleters.length = 0; // its own ask other machines
  Yasqe.registerAutocompleter(completer(fetchTerms()), false);
  field.required = false;
  const editor = open(field, () => form.requestSubmit());
  form.addEventListener("submit", () => {
    field.value = editor.getValue();
    form.method = field.value.length > LONGEST_ADDRESS ? "post" : "get";
    form.querySelector<HTMLElement>(".loading")?.removeAttribute("hidden");
  });
  window.addEventListener("pageshow", () => form.querySelector(".loading")?.setAttribute("hidden", ""));
  form.querySelector<HTMLElement>(".hint")?.removeAttribute("hidden");
}

/** An editor in the place of `field`, with its text and its label; it asks nothing of any other machine. */
function open(field: HTMLTextAreaElement, send: () => void): Yasqe {
  const place = document.createElement("div");
  place.className = "code";
  field.before(place);
  field.hidden = true;
  const editor = new Yasqe(place, {
    value: field.value,
    extraKeys: keys(send),
    inputStyle: "contenteditable", // the text itself has the focus, so that it is scrolled and read aloud
    autocompleters: ["variables", NAME],
    collapsePrefixesOnLoad: false,
    consumeShareLink: null,
    createShareableLink: () => window.location.href,
    createShortLink: undefined,
    persistenceId: null,
    prefixCcApi: null,
    pluginButtons: undefined,
    resizeable: false,
    showQueryButton: false,
    editorHeight: "24rem",
  });
  const input = editor.getInputField();
  const label = field.labels[0];
  input.setAttribute("role", "textbox");
  input.setAttribute("aria-multiline", "true");
  if (label) {
    input.setAttribute("aria-label", label.textContent ?? "");
    label.addEventListener("click", () => editor.focus());
  }
  return editor;
}

/** The keys of the editor without Tab, so that the keyboard can leave it. */
function keys(send: () => void): KeyMap {
  const own = Yasqe.defaults.extraKeys;
  return {
    ...(typeof own === "object" ? own : {}),
    Tab: false,
    "Shift-Tab": false,
    "Ctrl-Enter": send,
    "Cmd-Enter": send,
  };
}
