// How the picture draws things: colour and shape by kind, line by stance.
import { colour, SHAPES } from "./kinds.js";
import { STANCES } from "./model.js";

const LINES = ["solid", "solid", "dotted", "dashed", "dashed", "solid"];

export function graphStyle(edges) {
  const many = edges > 400;
  const text = colour("text"), surface = colour("surface"), muted = colour("muted"), accent = colour("accent");
  return [
    { selector: "node", style: {
      label: "data(label)", color: text, "font-family": "system-ui, sans-serif", "font-size": "data(font)", "text-valign": "bottom", "text-margin-y": 4,
      "text-wrap": "wrap", "text-max-width": "data(wide)", "text-outline-width": 2, "text-outline-color": surface,
      "text-opacity": "data(shown)", width: "data(size)", height: "data(size)", "border-width": 1.5, "border-color": surface } },
    ...Object.entries(SHAPES).map(([kind, shape]) => ({ selector: `node[kind = "${kind}"]`, style: { shape, "background-color": colour(`k-${kind}`) } })),
    { selector: "edge", style: {
      width: "data(width)", "line-color": muted, opacity: many ? 0.45 : 0.75, "curve-style": many ? "haystack" : "bezier",
      "target-arrow-shape": many ? "none" : "triangle", "target-arrow-color": muted, "arrow-scale": 0.8 } },
    ...STANCES.map((name, stance) => ({ selector: `edge[stance = ${stance}]`, style: {
      "line-style": LINES[stance], ...(stance === 0 ? {} : { "line-color": colour(`s-${name}`), "target-arrow-color": colour(`s-${name}`) }),
      ...(name === "denied" && !many ? { "target-arrow-shape": "tee" } : {}) } })),
    ...(edges <= 120 ? [{ selector: "edge", style: edgeLabel(text, surface) }] : []),
    { selector: "edge.near, edge:selected", style: { ...edgeLabel(text, surface), opacity: 1, width: 3, "min-zoomed-font-size": 4 } },
    { selector: ".faded", style: { opacity: 0.13 } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": accent } },
  ];
}

function edgeLabel(text, surface) {
  return { label: "data(label)", "font-size": 8.5, color: text, "text-rotation": "autorotate", "text-background-color": surface,
    "text-background-opacity": 0.85, "text-background-padding": 1.5, "min-zoomed-font-size": 8 };
}

const WIDE = 125;   // pixels of a line of a name

/// Names stay legible at any zoom: they keep their size on the screen, and where two would overlap, that of the better
/// connected thing stays (nodes come in that order). The selected thing and its neighbours go first.
export function relabel(cy) {
  const zoom = cy.zoom();
  const scale = 1 / Math.min(1.2, zoom);
  const taken = [];
  const nodes = cy.nodes().toArray();
  const first = nodes.filter((node) => node.hasClass("close"));
  cy.batch(() => {
    for (const node of first.length ? [...first, ...nodes.filter((n) => !n.hasClass("close"))] : nodes) {
      const { x, y } = node.position();
      const width = Math.min(WIDE, node.data("label").length * 6.4) * 0.9 * scale;
      const height = Math.ceil((node.data("label").length * 6.4) / WIDE) * 14 * scale;
      const top = y + node.data("size") / 2;
      const free = taken.every((box) => Math.abs(box.x - x) * 2 >= box.width + width || box.top >= top + height || top >= box.top + box.height);
      if (free) taken.push({ x, top, width, height });
      node.data({ font: 11.5 * scale, wide: WIDE * scale, shown: free || node.selected() ? 1 : 0 });
    }
  });
}

/// fcose: Balci & Dogrusoz, "fCoSE: A Fast Compound Graph Layout Algorithm with Constraint Support", TVCG 2022. Random
/// numbers are seeded, so that a graph looks the same each time.
export function layOut(cy, elements, options = {}) {
  const nodes = elements.nodes().length;
  const random = Math.random;
  let state = 20251;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  try {
    elements.layout({
      name: "fcose", quality: nodes > 600 ? "draft" : "default", animate: false, randomize: true, nodeDimensionsIncludeLabels: nodes <= 100,
      idealEdgeLength: nodes > 300 ? 60 : 85, nodeRepulsion: nodes > 300 ? 5000 : 9000, nodeSeparation: nodes > 300 ? 60 : 90,
      gravity: 0.45, gravityRange: 2.5, numIter: nodes > 300 ? 800 : 2500, tile: true, padding: 24, fit: true, ...options,
    }).run();
  } finally {
    Math.random = random;
  }
}
