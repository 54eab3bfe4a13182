import { h, outward, plural } from "../dom.js";
import { NAMES } from "../kinds.js";
import { degree, entities, kinds } from "../model.js";
import { articleLink, entityLink, evidenceItem, sayings, statementCard } from "../statement.js";

export function entityPage(id) {
  const e = entities[Number(id)];
  if (!e) return null;
  const page = h("article.entity-page",
    h("header", h(`span.dot.big.k-${e.kind}`, { "aria-hidden": "true" }), h("h1", e.label)),
    h("p.types", (e.classes.length ? e.classes : [e.kind]).map((name) => h("span.chip", name)),
      e.categories.map((c) => h("span.chip", entityLink(entities[c])))),
    facts(e),
    e.subjectOf.some((s) => s.object.entity) || e.objectOf.length ? h("p", h("a.button", { href: `#/graph/${e.id}` }, "Show in the graph")) : null,
    groups(`${e.label} …`, e.subjectOf, (s) => s.relation.label, { subject: false }),
    groups(`… ${e.label}`, e.objectOf, (s) => s.relation.label, {}),
    groups(`${e.label} is part of the circumstances`, e.partOf, (s) => s.relation.label, {}),
    e.spoke.length ? h("section", h("h2", `Said by ${e.label}`), h("ul.evidences", e.spoke.map((x) => h("li.card", sayings(x.statement), h("ul.evidences", evidenceItem(x)))))) : null,
    e.articles.size ? h("section", h("h2", `In ${plural(e.articles.size, "article")}`),
      h("ul.plain", [...e.articles].sort((a, b) => b.date.localeCompare(a.date)).map((a) => h("li", articleLink(a), a.publisher ? ` · ${a.publisher}` : "", a.date ? ` · ${a.date}` : "")))) : null);
  if (degree(e) + e.spoke.length + e.partOf.length === 0) page.insertBefore(h("p.note", "Named, but no statement is about it."), page.lastChild);
  return page;
}

function facts(e) {
  const rows = [];
  if (e.names.length) rows.push(["also called", h("span", e.names.join(" · "))]);
  for (const [label, value] of e.identifiers) rows.push([label, value]);
  for (const iri of e.sameAs) rows.push(["same as", outward(iri)]);
  rows.push(["IRI", h("code", e.iri)]);
  return h("dl.facts", rows.map(([label, value]) => [h("dt", label), h("dd", value)]));
}

function groups(heading, statements, by, options) {
  if (!statements.length) return null;
  const map = new Map();
  for (const s of statements) {
    if (!map.has(by(s))) map.set(by(s), []);
    map.get(by(s)).push(s);
  }
  const sorted = [...map].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]));
  const open = statements.length <= 25;
  return h("section", h("h2", heading), sorted.map(([label, group]) =>
    h("div.group", h("h3", label, h("span.count", ` ${group.length}`)), group.map((s) => statementCard(s, { ...options, open })))));
}

export function entityList(kind = "") {
  let wanted = kinds.includes(kind) ? kind : "";
  let named = "";
  const list = h("ul.entity-list");
  const note = h("p.note", { "aria-live": "polite" });
  const all = [...entities].sort((a, b) => degree(b) - degree(a) || a.label.localeCompare(b.label));
  const present = kinds.filter((k) => all.some((e) => e.kind === k));
  let shown = 200;
  function fill() {
    const found = all.filter((e) => (!wanted || e.kind === wanted) && (!named || [e.label, ...e.names].some((n) => n.toLowerCase().includes(named))));
    list.replaceChildren(...found.slice(0, shown).map((e) => h("li", entityLink(e), h("span.note", [e.classes[0] || e.kind, degree(e) ? plural(degree(e), "statement") : "", plural(e.articles.size, "article")].filter(Boolean).join(" · ")))));
    note.textContent = plural(found.length, "thing");
    if (found.length > shown) list.append(h("li", h("button", { onclick: () => { shown += 500; fill(); } }, `Show more of ${found.length}`)));
  }
  fill();
  return h("div", h("h1", "Entities"),
    h("div.controls",
      h("label", "Name ", h("input", { type: "search", oninput: (event) => { named = event.target.value.trim().toLowerCase(); fill(); } })),
      h("label", "Kind ", h("select", { onchange: (event) => { wanted = event.target.value; fill(); } },
        h("option", { value: "" }, "all"), present.map((k) => h("option", { value: k, selected: k === wanted }, NAMES[k])))), note),
    list);
}
