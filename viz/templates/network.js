"use strict";
(() => {
  const { nodes: nodeList, edges: edgeList, options, texts } = maillage;
  const container = document.getElementById("mynetwork");
  const controls = document.getElementById("controls");
  const status = document.getElementById("status");
  const detail = document.getElementById("detail");
  const nodeById = new Map(nodeList.map((node) => [node.id, node]));
  const rows = new Map(Array.from(document.querySelectorAll("#links tbody tr"), (row) => [row.dataset.link, row]));
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const nodes = new vis.DataSet(nodeList);
  const edges = new vis.DataSet(edgeList);
  const network = new vis.Network(container, { nodes, edges }, options);

  function tone(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  }

  // The colours stand in the style sheet, for both schemes; the canvas can't read it by itself.
  function paint() {
    const surface = tone("background-surface");
    const ink = tone("ink");
    nodes.update(nodeList.map((node) => {
      const colour = tone(`kind-${node.kind}`);
      const background = node.shape === "box" ? surface : colour;
      return {
        id: node.id,
        color: { background, border: colour, highlight: { background, border: ink }, hover: { background, border: ink } },
        font: { color: node.shape === "box" ? colour : ink, strokeColor: surface },
      };
    }));
    edges.update(edgeList.map((edge) => {
      const colour = tone(`role-${edge.role}`);
      return { id: edge.id, color: { color: colour, highlight: colour, hover: colour, opacity: edge.opacity } };
    }));
  }

  function wanted() {
    const chosen = new FormData(controls);
    const roles = new Set(chosen.getAll("role"));
    const theme = chosen.get("theme");
    const convention = chosen.get("convention");
    return (edge) => edge.links.filter((link) => roles.has(edge.role) && (!theme || link.themes.includes(theme))
      && (!convention || link.convention === convention));
  }

  function count(key, number) {
    const one = document.documentElement.lang === "fr" ? number < 2 : number === 1;
    return texts[`${key}.${one ? "one" : "many"}`].replace("{n}", String(number));
  }

  function filter() {
    const keeps = wanted();
    const seen = new Set();
    let shown = 0;
    for (const row of rows.values()) row.hidden = true;
    edges.update(edgeList.map((edge) => {
      const kept = keeps(edge);
      shown += kept.length;
      if (kept.length) seen.add(edge.from).add(edge.to);
      for (const link of kept) rows.get(link.id).hidden = false;
      return { id: edge.id, hidden: !kept.length };
    }));
    nodes.update(nodeList.map((node) => ({ id: node.id, hidden: !seen.has(node.id) })));
    status.textContent = `${count("count.link", shown)}, ${count("count.node", seen.size)}.`;
    status.dataset.links = String(shown);
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function item(edge, link, id) {
    const line = element("li", "");
    const other = nodeById.get(edge.from === id ? edge.to : edge.from);
    line.append(element("span", edge.roleLabel, `role role-${edge.role}`), " ", element("bdi", other.name));
    for (const said of link.facts) line.append(element("small", said));
    return line;
  }

  function tell(id) {
    const node = nodeById.get(id);
    const keeps = wanted();
    const items = edgeList.filter((edge) => edge.from === id || edge.to === id)
      .flatMap((edge) => keeps(edge).map((link) => item(edge, link, id)));
    const title = element("h2", `${node.name} – ${node.kindLabel}`);
    title.id = "detail-title";
    const list = element("ul", "");
    list.append(...items);
    detail.replaceChildren(title, element("p", count("count.link", items.length)), list);
  }

  function find() {
    const word = controls.elements.who.value.trim().toLocaleLowerCase();
    if (!word) return;
    const visible = nodeList.filter((node) => !nodes.get(node.id).hidden);
    const found = visible.find((node) => node.name.toLocaleLowerCase() === word)
      || visible.find((node) => node.name.toLocaleLowerCase().includes(word));
    if (!found) {
      status.textContent = texts["network.not_found"];
      return;
    }
    network.selectNodes([found.id]);
    network.focus(found.id, { scale: 1 });
    tell(found.id);
  }

  function settle() {
    network.setOptions({ physics: false });
    network.fit({ animation: false });
    container.dataset.state = "settled";
    filter();
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor });
  }

  paint();
  dark.addEventListener("change", paint);
  if (nodeList.length) network.once("stabilizationIterationsDone", settle);
  else settle();
  controls.addEventListener("change", filter);
  controls.addEventListener("submit", (event) => { event.preventDefault(); find(); });
  controls.addEventListener("reset", () => setTimeout(() => { network.unselectAll(); filter(); network.fit(); }));
  document.getElementById("show").addEventListener("click", find);
  document.getElementById("closer").addEventListener("click", () => zoom(1.3));
  document.getElementById("farther").addEventListener("click", () => zoom(1 / 1.3));
  document.getElementById("fit").addEventListener("click", () => network.fit());
  network.on("selectNode", (event) => tell(event.nodes[0]));
})();
