import { h, plural } from "../dom.js";
import { queries } from "../model.js";

export function queryView() {
  return h("div",
    h("h1", "Queries"),
    h("p.lead", "Questions in SPARQL, with what the graph answers. Copy one, change it, and ask any RDF store."),
    h("nav.contents", { "aria-label": "Queries" }, h("ul", queries.map((q, i) =>
      h("li", h("button.link", { onclick: () => document.getElementById(`query-${i}`).scrollIntoView() }, q.title))))),
    queries.map(panel));
}

function panel(query, i) {
  return h("section.card.query", { id: `query-${i}` }, h("h2", query.title),
    query.error ? h("p.error", query.error) : answer(query),
    h("details", h("summary", "SPARQL"),
      h("button", { onclick: (event) => copy(query.sparql, event.currentTarget) }, "Copy"),
      h("pre", h("code", query.sparql))));
}

function answer(query) {
  if (!query.rows.length) return h("p.note", "No answers in this graph.");
  return [
    h("div.scroll", { tabindex: "0", role: "region", "aria-label": `Answers: ${query.title}` }, h("table",
      h("thead", h("tr", query.columns.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", query.rows.map((row) => h("tr", row.map((cell) => h("td", cell))))))),
    query.more ? h("p.note", `${plural(query.more, "more row")} left out`) : h("p.note", plural(query.rows.length, "row")),
  ];
}

async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    const code = button.parentElement.querySelector("code");
    getSelection().selectAllChildren(code);
    button.textContent = "Selected: press Ctrl+C";
  }
  setTimeout(() => (button.textContent = "Copy"), 2500);
}
