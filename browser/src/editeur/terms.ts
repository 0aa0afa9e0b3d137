/** The terms and concepts that a query may name, as the server lists them. */

export interface Term {
  /** What a query writes. */
  readonly text: string;
  /** A class, a property (`objet`, `donnees`, `note`) or a concept. */
  readonly kind: string;
  readonly name: string;
  readonly definition: string;
}

/** The terms of the ontology; none where the server does not give them. */
export async function fetchTerms(): Promise<readonly Term[]> {
  try {
    const response = await fetch("/api/terms");
    return response.ok ? ((await response.json()) as Term[]) : [];
  } catch {
    return [];
  }
}

/** The terms that `word` may mean: those that are written so first, then those that are called so. */
export function matching(terms: readonly Term[], word: string): readonly Term[] {
  const wanted = folded(word);
  const written = terms.filter((term) => folded(term.text).includes(wanted));
  const called = terms.filter((term) => !written.includes(term) && folded(term.name).includes(wanted));
  const starts = (term: Term): number => (folded(term.text).startsWith(wanted) ? 0 : 1);
  return [...[...written].sort((one, other) => starts(one) - starts(other)), ...called];
}

/** `text` without accents and capitals. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
