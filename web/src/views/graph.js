import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { h, plural } from "../dom.js";
import { filterBar } from "../filter_bar.js";
import { graphStyle, layOut, relabel } from "../graph_style.js";
import { NAMES } from "../kinds.js";
import { entities, kinds, STANCES } from "../model.js";
import { searchBox } from "../search.js";
import { entityLink, stance, statementCard } from "../statement.js";
import { best, neighbours, relationsNow } from "../subgraph.js";

cytoscape.use(fcose);

const SIZES = [40, 80, 150, 500, 2000];
const EXPANSION = 25;

export function graphView(focus) {
  let now = relationsNow();
  let most = now.degrees.size > 120 ? 80 : 150;
  let chosen = null;              // a set of things that someone picked, or null: the best connected ones
  let selected = null;
  let cy = null;
  const hidden = new Set();       // kinds
  const picture = h("div.picture", { role: "img", "aria-label": "The graph; the list beside it says and does the same" });
  const panel = h("aside.panel", { "aria-label": "Things in the graph" });
  const note = h("p.note", { "aria-live": "polite" });
  const legend = h("div.legend");

  const visible = () => {
    const accept = (e) => !hidden.has(e.kind);
    return chosen ? new Set([...chosen].filter(accept)) : best(now, most, accept);
  };

  function draw() {
    const nodes = visible();
    const edges = now.edges.filter((e) => nodes.has(e.source) && nodes.has(e.target));
    const drawn = [...nodes].sort((a, b) => (now.degrees.get(b) || 0) - (now.degrees.get(a) || 0));
    cy.batch(() => {
      cy.elements().remove();
      cy.add(drawn.map((e) => ({ data: { id: String(e.id), label: e.label, kind: e.kind, font: 11, wide: 125, shown: 1, vertical: "bottom", horizontal: "center", right: 0, down: 4, size: Math.min(64, 14 + 8 * Math.sqrt(now.degrees.get(e) || 1)) } })));
      cy.add(edges.map((e) => ({ data: { id: e.key, source: String(e.source.id), target: String(e.target.id), label: e.relation.label, stance: e.stance, width: 1 + Math.min(4, e.statements.length) * 0.5 } })));
    });
    cy.style(graphStyle(edges.length));
    drawLegend(drawn);   // first, since it takes room from the picture
    cy.resize();
    if (drawn.length) layOut(cy, cy.elements());
    relabel(cy);
    const total = [...now.degrees.keys()].length;
    note.textContent = `${plural(drawn.length, "thing")} and ${plural(edges.length, "relation")} shown` +
      (drawn.length < total ? `, of ${total.toLocaleString("en")} things and ${now.edges.length.toLocaleString("en")} relations that pass the filters` : "") +
      ". Figures and other values stand on the pages of the things.";
    if (selected && nodes.has(selected)) select(selected, false);
    else list(drawn);
  }

  function drawLegend(drawn) {
    const present = kinds.filter((k) => hidden.has(k) || drawn.some((e) => e.kind === k));
    legend.replaceChildren(
      h("ul", { "aria-label": "Kinds: press to hide or show" }, present.map((k) => h("li", h("button.key", { type: "button", "aria-pressed": String(!hidden.has(k)),
        onclick: () => { if (!hidden.delete(k)) hidden.add(k); draw(); } }, h(`span.dot.k-${k}`, { "aria-hidden": "true" }), NAMES[k])))),
      h("ul.lines", { "aria-label": "Lines" }, STANCES.map((name, id) => h("li", h(`span.line.s-${name}`, { "aria-hidden": "true" }), stance(id)))));
  }

  function list(drawn) {
    selected = null;
    cy.elements().removeClass("faded near close");
    cy.$(":selected").unselect();
    relabel(cy);
    const sorted = [...drawn].sort((a, b) => now.degrees.get(b) - now.degrees.get(a) || a.label.localeCompare(b.label));
    panel.replaceChildren(h("h2", "In the picture"),
      drawn.length ? h("ul.nodes", sorted.slice(0, 300).map((e) => h("li", h("button.link", { type: "button", onclick: () => select(e) },
        h(`span.dot.k-${e.kind}`, { "aria-hidden": "true" }), e.label, h("small", ` ${now.degrees.get(e) || 0}`)))))
        : h("p.note", "Nothing passes the filters."));
  }

  function select(entity, center = true) {
    if (!cy.getElementById(String(entity.id)).length) return reveal(entity);
    selected = entity;
    const node = cy.getElementById(String(entity.id));
    const near = node.closedNeighborhood();
    cy.batch(() => {
      cy.$(":selected").unselect();
      cy.elements().removeClass("near close").addClass("faded");
      near.removeClass("faded").addClass("close").edges().addClass("near");
      node.select();
    });
    relabel(cy);
    if (center) cy.animate({ center: { eles: node } }, { duration: 250 });
    const all = neighbours(entity, now);
    const missing = all.filter((e) => !cy.getElementById(String(e.id)).length);
    const edges = now.edges.filter((e) => e.source === entity || e.target === entity);
    panel.replaceChildren(
      h("button.back", { type: "button", onclick: () => list(visible()) }, "← All in the picture"),
      h("h2", entityLink(entity)),
      h("p.types", entity.classes.map((name) => h("span.chip", name))),
      h("p.buttons",
        missing.length ? h("button", { type: "button", onclick: () => expand(entity, missing) }, `Expand ${plural(Math.min(missing.length, EXPANSION), "neighbour")}`) : null,
        h("button", { type: "button", onclick: () => alone(entity) }, "Only this and its neighbours"),
        h("a.button", { href: `#/entity/${entity.id}` }, "Open its page")),
      h("div.statements", edges.flatMap((e) => e.statements).slice(0, 60).map((s) => statementCard(s))));
  }

  const expand = (entity, missing) => {
    chosen = new Set([...visible(), ...missing.slice(0, EXPANSION)]);
    draw();
    select(entity);
  };
  function alone(entity) {
    chosen = new Set([entity, ...neighbours(entity, now).slice(0, 150)]);
    selected = entity;
    everything.hidden = false;
    draw();
  }
  function reveal(entity) {
    hidden.delete(entity.kind);
    chosen = new Set([...visible(), entity, ...neighbours(entity, now).slice(0, EXPANSION)]);
    everything.hidden = false;
    selected = entity;
    draw();
  }
  function showEdge(id) {
    const edge = now.edges.find((e) => e.key === id);
    panel.replaceChildren(h("button.back", { type: "button", onclick: () => list(visible()) }, "← All in the picture"),
      h("h2", `${edge.source.label} ${edge.relation.label} ${edge.target.label}`), edge.statements.map((s) => statementCard(s, { open: true })));
  }
  const refilter = () => {
    now = relationsNow();
    draw();
  };

  const everything = h("button", { type: "button", hidden: true, onclick: () => { chosen = null; selected = null; everything.hidden = true; draw(); } }, "Show the best connected again");
  const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  const view = h("div.graph-view",
    h("h1", "Graph"),
    h("div.controls.one-row",
      searchBox({ label: "Find in the graph", accept: (item) => item.entity && now.degrees.has(item.entity), choose: ({ entity }) => select(entity) }),
      h("label", "Show at most ", h("select", { onchange: (event) => { most = Number(event.target.value); chosen = null; draw(); } },
        SIZES.map((n) => h("option", { value: n, selected: n === most }, n)))),
      filterBar(refilter), everything),
    note,
    h("div.stage", h("div.canvas", h("div.frame", picture,
      h("div.zoom", h("button", { type: "button", "aria-label": "Zoom in", onclick: () => zoom(1.3) }, "+"),
        h("button", { type: "button", "aria-label": "Zoom out", onclick: () => zoom(1 / 1.3) }, "−"),
        h("button", { type: "button", onclick: () => cy.fit(undefined, 28) }, "Fit"))), legend), panel));

  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const recolour = () => cy.style(graphStyle(cy.edges().length));
  view.enter = () => {
    cy = cytoscape({ container: picture, style: [], minZoom: 0.05, maxZoom: 4, hideEdgesOnViewport: now.edges.length > 1500, hideLabelsOnViewport: now.edges.length > 800,
      textureOnViewport: now.edges.length > 800, pixelRatio: now.edges.length > 1500 ? 1 : "auto" });
    picture.graph = cy;
    let waiting = 0;
    cy.on("zoom resize", () => {
      clearTimeout(waiting);   // a large graph's names are placed when the zoom has come to rest
      waiting = setTimeout(() => cy.destroyed() || relabel(cy), cy.nodes().length > 300 ? 200 : 0);
    });
    cy.on("tap", "node", (event) => select(entities[Number(event.target.id())], false));
    cy.on("tap", "edge", (event) => showEdge(event.target.id()));
    cy.on("tap", (event) => event.target === cy && list(visible()));
    scheme.addEventListener("change", recolour);
    const wanted = entities[Number(focus)];
    if (focus !== undefined && wanted && now.degrees.has(wanted)) alone(wanted);
    else draw();
  };
  view.leave = () => {
    scheme.removeEventListener("change", recolour);
    cy?.destroy();
  };
  return view;
}
