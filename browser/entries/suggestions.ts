/** What may be meant, while a person types into a field of search. */

import "../src/suggestions/suggestions.css";
import { suggest } from "../src/suggestions/suggest";

for (const form of document.querySelectorAll<HTMLFormElement>("form[role=search]")) {
  suggest(form);
}
