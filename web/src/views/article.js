import { h, outward, plural } from "../dom.js";
import { evidenceMarks, marked } from "../highlight.js";
import { articles, articleTitle, entities, publishers, STANCES, when } from "../model.js";
import { entityLink, evidenceItem, sayings, stance } from "../statement.js";

const FURNITURE = new Set(["furniture", "caption", "byline", "dateline", "table"]);

export function articlePage(id, sentence) {
  const a = articles[Number(id)];
  if (!a) return null;
  const target = sentence === undefined ? -1 : Number(sentence);
  const claims = h("aside.claims", { "aria-live": "polite", "aria-label": "What the sentence says" });
  const hint = () => claims.replaceChildren(h("p.note", "Point at a marked sentence, or reach it with Tab, to see what it says."));
  const show = (s) => claims.replaceChildren(h("h2", "This sentence says"),
    h("ul.evidences", s.evidence.map((e) => h("li.claim", sayings(e.statement), h("ul.evidences", evidenceItem(e))))));
  hint();
  const said = bySentence(a);
  const pinned = said.find((s) => s.id === target);
  if (pinned) show(pinned);
  return h("article.article-page",
    h("header", h("h1", articleTitle(a)), h("p.about", byline(a))),
    a.duplicates.length ? h("p.note", "A copy or rewrite of ", a.duplicates.map((d, i) => [i ? ", " : "", h("a", { href: `#/article/${d}` }, articleTitle(articles[d]))])) : null,
    h("div.reading",
      h("div.text", a.text ? fullText(a, said, target, show) : sentencesOnly(said, target, show)),
      claims),
    a.mentions.length ? h("section", h("h2", "Names in it"), h("p.names", a.mentions.map((m) => [entityLink(entities[m]), " "]))) : null);
}

function byline(a) {
  return [a.publisher ? h("span", a.publisher) : null, a.authors.length ? h("span", `by ${a.authors.join(", ")}`) : null,
    a.date ? h("time", { datetime: a.date }, when(a.date)) : null, a.url ? outward(a.url, "open the article ↗") : null];
}

function bySentence(a) {
  return [...new Set(a.evidence.map((e) => e.sentence))].sort((x, y) => x.begin - y.begin);
}

function bearing(s, target, show, content) {
  const stances = [...new Set(s.evidence.map((e) => STANCES[e.stance]))];
  const say = () => show(s);
  return h(`span.bears.s-${stances[0]}`, { tabindex: "0", "data-target": s.id === target, onmouseenter: say, onfocus: say, onclick: say,
    title: plural(s.evidence.length, "statement") }, content);
}

function sentencesOnly(said, target, show) {
  if (!said.length) return h("p.note", "No sentence of this article bears a statement.");
  return [h("p.note", "The sentences that bear statements. The graph does not hold the rest of the text: make the report with --text to see all of it."),
    said.map((s) => h("p", bearing(s, target, show, marked(s.text, s.begin, s.evidence.flatMap((e) => evidenceMarks(e)))),
      " ", h("span.margin", [...new Set(s.evidence.map((e) => e.stance))].map(stance))))];
}

/// The text block by block: names underlined, sentences that bear statements marked, furniture greyed.
function fullText(a, said, target, show) {
  const points = Array.from(a.text);
  const names = nameFinder(a);
  const blocks = a.blocks.length ? a.blocks : [[0, points.length, "paragraph"]];
  return blocks.map(([begin, end, kind]) => {
    const text = points.slice(begin, end).join("");
    if (FURNITURE.has(kind)) return h(`p.furniture.${kind}`, { title: `taken for ${kind === "furniture" ? "page furniture" : kind}: not analysed` }, text);
    const marks = said.filter((s) => s.begin >= begin && s.begin < end)
      .map((s) => [s.begin, s.end, (part) => bearing(s, target, show, named(part, names))]);
    const content = marked(text, begin, marks).map((part) => (typeof part === "string" ? named(part, names) : part));
    return h({ title: "h2", heading: "h3", quote: "blockquote", item: "p.item" }[kind] || "p", content);
  });
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/// Names of the things that the article mentions, as the graph knows them, longest first.
function nameFinder(a) {
  const owners = new Map();
  for (const id of a.mentions) for (const name of [entities[id].label, ...entities[id].names]) if (name.length > 1 && !owners.has(name)) owners.set(name, entities[id]);
  const list = [...owners.keys()].sort((x, y) => y.length - x.length).slice(0, 3000);
  if (!list.length) return null;
  return { owners, pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${list.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "gu") };
}

function named(text, names) {
  if (!names) return text;
  const out = [];
  let at = 0;
  for (const match of text.matchAll(names.pattern)) {
    if (match.index > at) out.push(text.slice(at, match.index));
    const e = names.owners.get(match[0]);
    out.push(h(`a.mention.k-${e.kind}`, { href: `#/entity/${e.id}`, title: `${e.label}: ${e.classes[0] || e.kind}` }, match[0]));
    at = match.index + match[0].length;
  }
  out.push(text.slice(at));
  return out;
}

export function articleList() {
  const list = h("ul.article-list");
  const note = h("p.note", { "aria-live": "polite" });
  const all = [...articles].sort((x, y) => y.date.localeCompare(x.date) || articleTitle(x).localeCompare(articleTitle(y)));
  let named = "", publisher = "", shown = 200;
  function fill() {
    const found = all.filter((a) => (!publisher || a.publisher === publisher) && (!named || articleTitle(a).toLowerCase().includes(named)));
    list.replaceChildren(...found.slice(0, shown).map((a) => h("li", h("a", { href: `#/article/${a.id}` }, articleTitle(a)),
      h("span.note", [a.publisher, when(a.date), plural(a.evidence.length, "claim"), a.duplicates.length ? "copy or rewrite" : ""].filter(Boolean).join(" · ")))));
    note.textContent = plural(found.length, "article");
    if (found.length > shown) list.append(h("li", h("button", { onclick: () => { shown += 500; fill(); } }, `Show more of ${found.length}`)));
  }
  fill();
  return h("div", h("h1", "Articles"),
    h("div.controls",
      h("label", "Title ", h("input", { type: "search", oninput: (event) => { named = event.target.value.trim().toLowerCase(); fill(); } })),
      publishers.length > 1 ? h("label", "Source ", h("select", { onchange: (event) => { publisher = event.target.value; fill(); } },
        h("option", { value: "" }, "all"), publishers.map((p) => h("option", { value: p }, p)))) : null, note),
    list);
}
