/** Draws the territories of `/carte.geojson` with Leaflet, without any tile. Where that fails, the drawing stays. */

import { geoJSON, map, type Layer, type PathOptions } from "leaflet";
import type { Feature, FeatureCollection } from "geojson";

/** What the server tells of a territory. */
interface Told {
  name: string;
  href: string;
  state: string;
  words: string;
  convention: string;
}

const STATES = new Set(["present", "absent", "douteux", "non-lu"]);

export async function enlarge(figure: HTMLElement): Promise<void> {
  const drawing = figure.querySelector("svg");
  const answer = await fetch(figure.dataset.contours ?? "");
  if (!drawing || !answer.ok) return;
  const territories = (await answer.json()) as FeatureCollection;
  if (territories.features.length === 0) return;
  const place = document.createElement("div");
  place.setAttribute("role", "application");
  place.setAttribute("aria-label", figure.dataset.label ?? "");
  drawing.replaceWith(place);
  show(place, territories);
}

function show(place: HTMLElement, territories: FeatureCollection): void {
  const zones = geoJSON(territories, { style, onEachFeature: describe });
  const drawn = map(place, { attributionControl: false, zoomSnap: 0.25, scrollWheelZoom: false });
  zones.addTo(drawn);
  drawn.fitBounds(zones.getBounds(), { padding: [12, 12] });
  drawn.setMaxBounds(zones.getBounds().pad(1));
}

function told(feature: Feature | undefined): Told {
  return feature?.properties as Told;
}

/** The colours are those of the page's style sheets, by class. */
function style(feature?: Feature): PathOptions {
  const { state } = told(feature);
  return { className: `zone state-${STATES.has(state) ? state : "non-lu"}`, color: "", fillColor: "", fillOpacity: 1 };
}

function describe(feature: Feature, layer: Layer): void {
  const { name, href, words, convention } = told(feature);
  const link = document.createElement("a");
  link.href = href;
  link.textContent = name;
  const first = document.createElement("p");
  first.append(link);
  const second = document.createElement("p");
  second.textContent = `${words} – ${convention}`;
  const popup = document.createElement("div");
  popup.append(first, second);
  layer.bindPopup(popup);
  const tip = document.createElement("span");
  tip.textContent = `${name} : ${words}`;
  layer.bindTooltip(tip, { sticky: true });
}
