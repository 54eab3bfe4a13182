// The search box: entities, articles and relations by name, usable by keys alone (ARIA combobox with a list).
import { h } from "./dom.js";
import { articles, articleTitle, degree, entities } from "./model.js";

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

let index = null;

function build() {
  index = entities.map((e) => ({ entity: e, words: [e.label, ...e.names].map(plain), weight: degree(e) + e.articles.size / 4 }));
  index.push(...articles.map((a) => ({ article: a, words: [plain(articleTitle(a))], weight: 0 })));
}

/// Whole name first, then beginnings of names, of words, then any part; well-connected ones first.
export function find(text, limit = 12, accept = () => true) {
  if (!index) build();
  const wanted = plain(text.trim());
  if (!wanted) return [];
  const scored = [];
  for (const item of index) {
    if (!accept(item)) continue;
    let best = 0;
    for (const name of item.words) {
      const score = name === wanted ? 4 : name.startsWith(wanted) ? 3 : name.includes(" " + wanted) ? 2 : name.includes(wanted) ? 1 : 0;
      if (score > best) best = score;
    }
    if (best) scored.push([best + (item.entity ? 0.5 : 0), item]);
  }
  return scored.sort((a, b) => b[0] - a[0] || b[1].weight - a[1].weight).slice(0, limit).map(([, item]) => item);
}

let boxes = 0;

/// choose(item) is called with {entity} or {article}.
export function searchBox({ label, accept, choose }) {
  const id = `search-${++boxes}`;
  let found = [], active = -1;
  const list = h("ul.results", { id: `${id}-list`, role: "listbox", "aria-label": "Results", hidden: true });
  const input = h("input", { id, type: "search", role: "combobox", autocomplete: "off", placeholder: label, "aria-label": label,
    "aria-controls": `${id}-list`, "aria-expanded": "false", "aria-autocomplete": "list",
    oninput: () => show(find(input.value, 12, accept)), onkeydown: key, onfocus: () => input.value && show(find(input.value, 12, accept)),
    onblur: () => setTimeout(hide, 150) });

  function option(item, i) {
    const text = item.entity
      ? [h(`span.dot.k-${item.entity.kind}`, { "aria-hidden": "true" }), item.entity.label, h("small", item.entity.classes[0] || item.entity.kind)]
      : [articleTitle(item.article), h("small", "article")];
    return h("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false", onmousedown: (event) => { event.preventDefault(); pick(i); } }, text);
  }
  function show(items) {
    found = items;
    active = items.length ? 0 : -1;
    list.replaceChildren(...(items.length ? items.map(option) : input.value.trim() ? [h("li.none", "nothing of that name")] : []));
    list.hidden = !list.childElementCount;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  }
  function hide() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  }
  function mark() {
    [...list.children].forEach((child, i) => child.setAttribute("aria-selected", String(i === active)));
    if (active >= 0) input.setAttribute("aria-activedescendant", `${id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }
  function pick(i) {
    if (!found[i]) return;
    const item = found[i];
    input.value = "";
    hide();
    choose(item);
  }
  function key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (found.length) active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === "Enter") {
      event.preventDefault();
      pick(Math.max(active, 0));
    } else if (event.key === "Escape") {
      hide();
    }
  }
  return h("div.search", { role: "search" }, input, list);
}
