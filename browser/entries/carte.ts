/** The map of the page: the drawing of the server becomes one that can be moved and enlarged. Nothing comes from elsewhere. */

import "leaflet/dist/leaflet.css";
import "../src/carte/carte.css";
import { enlarge } from "../src/carte/carte.ts";

for (const figure of document.querySelectorAll<HTMLElement>("figure[data-contours]")) void enlarge(figure);
