// How the picture draws things: colour and shape by kind, line by stance.
import { colour, SHAPES } from "./kinds.js";
import { STANCES } from "./model.js";

const LINES = ["solid", "solid", "dotted", "dashed", "dashed", "solid"];

export function graphStyle(edges) {
  const many = edges > 400;
  const text = colour("text"), surface = colour("surface"), muted = colour("muted"), accent = colour("accent");
  return [
    { selector: "node", style: {
      label: "data(label)", color: text, "font-family": "system-ui, sans-serif", "font-size": "data(font)",
      "text-valign": "data(vertical)", "text-halign": "data(horizontal)", "text-margin-x": "data(right)", "text-margin-y": "data(down)",
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
const GAP = 4;
const MOST_NAMES = 120;
const PLACES = [
  { vertical: "bottom", horizontal: "center", x: 0, y: 1 }, { vertical: "top", horizontal: "center", x: 0, y: -1 },
  { vertical: "center", horizontal: "right", x: 1, y: 0 }, { vertical: "center", horizontal: "left", x: -1, y: 0 },
];
// How many lines of that width a name takes, as it is broken between words.
function lineCount(label) {
  let count = 1, filled = 0;
  for (const word of label.split(" ")) {
    const width = word.length * 6.4;
    if (filled && filled + width > WIDE) { count += 1; filled = 0; }
    filled += width + 4;
  }
  return count;
}
const clash = (a, b) => Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

/// Names stay legible at any zoom: they keep their size on the screen, and each stands below, above or beside its thing, where
/// it covers no other name and, if it can be, no other thing and within the picture. Where there is no such place, the name of the better connected
/// thing stays (nodes come in that order). The selected thing and its neighbours go first.
export function relabel(cy) {
  const scale = 1 / Math.min(1.2, cy.zoom());
  const nodes = cy.nodes().toArray();
  const things = nodes.map((node) => ({ node, ...node.position(), width: node.data("size"), height: node.data("size") }));
  const first = things.filter(({ node }) => node.hasClass("close"));
  const many = nodes.length > 300;
  const edge = cy.extent();
  const inside = (box) => box.x - box.width / 2 > edge.x1 && box.x + box.width / 2 < edge.x2 && box.y - box.height / 2 > edge.y1 && box.y + box.height / 2 < edge.y2;
  const names = [];
  cy.batch(() => {
    for (const thing of first.length ? [...first, ...things.filter(({ node }) => !node.hasClass("close"))] : things) {
      const { node, x, y } = thing;
      const length = node.data("label").length * 6.4;
      const width = Math.min(WIDE, length) * 0.9 * scale;
      const height = lineCount(node.data("label")) * 14 * scale;
      const boxes = PLACES.map((place) => ({ place, width, height, x: x + place.x * ((thing.width + width) / 2 + GAP), y: y + place.y * ((thing.height + height) / 2 + GAP) }));
      const free = names.length > MOST_NAMES ? [] : boxes.filter((box) => !names.some((name) => clash(box, name)));
      const best = (many ? null : free.find((box) => inside(box) && !things.some((other) => other !== thing && clash(box, other)))) || free[0];
      if (best) names.push(best);
      const { vertical, horizontal, x: right, y: down } = (best || boxes[0]).place;
      node.data({ font: 11.5 * scale, wide: WIDE * scale, shown: best || node.selected() ? 1 : 0, vertical, horizontal, right: right * GAP, down: down * GAP });
    }
  });
}

// Stretches a layout towards the shape of the picture.
function fill(cy, nodes) {
  const { w, h } = nodes.boundingBox({ includeLabels: false });
  const factor = w && h ? Math.min(1.8, Math.max(0.6, (cy.width() * h) / (cy.height() * w))) : 1;
  nodes.positions((node) => ({ x: node.position("x") * factor, y: node.position("y") }));
  cy.fit(undefined, 28);
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
      name: "fcose", quality: "default", animate: false, randomize: true, nodeDimensionsIncludeLabels: nodes <= 100,
      idealEdgeLength: nodes > 300 ? 60 : 85, nodeRepulsion: nodes > 300 ? 5000 : 9000, nodeSeparation: nodes > 300 ? 60 : 90,
      gravity: 0.45, gravityRange: 2.5, numIter: nodes > 600 ? 200 : nodes > 300 ? 800 : 2500, tile: true, padding: 24, fit: false, ...options,
    }).run();
    fill(cy, elements.nodes());
  } finally {
    Math.random = random;
  }
}
