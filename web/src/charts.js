// Plain bar charts: lists that a screen reader can read, with bars drawn by the style sheet, and columns in SVG.
import { h, svg } from "./dom.js";

/// rows: [{label (text or node), n, className}]
export function bars(heading, rows, { note = "", limit = 8 } = {}) {
  if (!rows.length) return null;
  const most = Math.max(...rows.map((row) => row.n));
  const list = (some) => some.map((row) =>
    h("li", h("span.name", row.label),
      h(`span.bar${row.className ? "." + row.className : ""}`, { style: { "--part": row.n / most }, "aria-hidden": "true" }),
      h("span.n", row.n.toLocaleString("en"))));
  const more = rows.slice(limit);
  return h("section.card.chart", h("h2", heading), note ? h("p.note", note) : null,
    h("ol.bars", list(rows.slice(0, limit))),
    more.length ? h("details.more", h("summary", `${more.length} more`), h("ol.bars", list(more))) : null);
}

/// Columns over months: [["2025-10", n]], with the empty months between.
export function columns(heading, months, note) {
  if (!months.length) return null;
  const all = filled(months);
  const most = Math.max(...all.map(([, n]) => n));
  const width = 640, height = 150, base = 118, step = (width - 8) / all.length;
  const every = Math.ceil(all.length / 8);
  const bar = ([month, n], i) => [
    svg("rect", { class: "column", x: 4 + i * step + step * 0.12, y: base - (n / most) * 96, width: Math.min(step * 0.76, 56),
      height: (n / most) * 96, rx: 2 }, svg("title", {}, `${month}: ${n}`)),
    n && step > 26 ? svg("text", { class: "value", x: 4 + i * step + step * 0.12 + Math.min(step * 0.76, 56) / 2, y: base - (n / most) * 96 - 5, "text-anchor": "middle" }, n) : null,
    i % every === 0 ? svg("text", { x: 4 + i * step + step * 0.12, y: base + 18 }, month) : null,
  ];
  const label = `${heading}: ${months.map(([month, n]) => `${month} ${n}`).join(", ")}`;
  return h("section.card.chart.wide", h("h2", heading), note ? h("p.note", note) : null,
    svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label },
      svg("line", { class: "axis", x1: 0, x2: width, y1: base, y2: base }), all.map(bar).flat()));
}

function filled(months) {
  const counts = new Map(months);
  let [year, month] = months[0][0].split("-").map(Number);
  const out = [];
  for (const last = months.at(-1)[0]; out.length < 600; month === 12 ? (year++, (month = 1)) : month++) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    out.push([name, counts.get(name) || 0]);
    if (name >= last) break;
  }
  return out;
}
