/** Completes a word by the terms of the ontology, told by their names and definitions. */

import type Yasqe from "@zazuko/yasqe";
import { matching, type Term } from "./terms";

export const NAME = "maillage";

type CompleterConfig = Parameters<typeof Yasqe.registerAutocompleter>[0];

const MOST = 60;
const WORD = /^[<\p{L}][\p{L}\p{N}:/._-]*$/u;

/** What completes by the terms that `awaited` will hold. */
export function completer(awaited: Promise<readonly Term[]>): CompleterConfig {
  const known = new Map<string, Term>();
  void awaited.then((terms) => terms.forEach((term) => known.set(term.text, term)));
  return {
    name: NAME,
    bulk: false,
    autoShow: false,
    persistenceId: null,
    isValidCompletionPosition: (editor) => WORD.test(word(editor)),
    preProcessToken: (_editor, token) => ({ ...token, autocompletionString: token.string }),
    get: async (_editor, token) =>
      matching(await awaited, token?.autocompletionString ?? "")
        .slice(0, MOST)
        .map((term) => term.text),
    postprocessHints: (_editor, hints) =>
      hints.map((hint) => ({ ...hint, render: (element) => show(element, hint.text, known.get(hint.text)) })),
  };
}

function word(editor: Yasqe): string {
  return editor.getCompleteToken().string.trim();
}

/** Fills a line of the list: what is written, then what it means. */
function show(element: HTMLElement, text: string, term: Term | undefined): void {
  const code = document.createElement("code");
  code.textContent = text;
  element.append(code);
  if (!term) return;
  const name = document.createElement("span");
  name.textContent = term.name;
  element.append(" ", name);
  element.title = term.definition;
}
