import { bars, columns } from "../charts.js";
import { h, plural } from "../dom.js";
import { NAMES } from "../kinds.js";
import { charts, contradictions, dates, entities, relations, STANCES, totals, when } from "../model.js";
import { articleLink, entityLink, sayings, speaker, stance } from "../statement.js";
import { sentenceOf } from "../highlight.js";

const SHOWN = ["organization", "product", "policy", "person", "place"];

export function overview() {
  const figures = [["articles", totals.articles, "#/articles"], ["things named", totals.entities, "#/entities"],
    ["statements", totals.statements, "#/graph"], ["sentences that say them", totals.sentences, "#/articles"],
    ["contradictions", totals.contradictions, null]];
  const connected = SHOWN.filter((kind) => charts.connected[kind]).map((kind) =>
    bars(`Most connected ${NAMES[kind]}`, charts.connected[kind].map(([id, n]) =>
      ({ label: entityLink(entities[id]), n, className: `k-${kind}` })), { note: "statements that each takes part in", limit: 6 }));
  return h("div",
    h("h1", "Overview"),
    h("p.lead", lead()),
    h("ul.figures", figures.map(([label, n, href]) =>
      h("li", href ? h("a", { href }, h("strong", n.toLocaleString("en")), h("span", label)) : [h("strong", n.toLocaleString("en")), h("span", label)]))),
    h("div.cards",
      columns("Articles over time", charts.months, totals.undated ? `${plural(totals.undated, "article")} without a date` : ""),
      connected,
      bars("Relations", charts.relationCounts.map(([id, n]) => ({ label: relations[id].label, n })), { note: "statements of each kind", limit: 10 }),
      bars("How it is said", charts.factuality.map((n, id) => ({ label: stance(id), n, className: `s-${STANCES[id]}` })).filter((row) => row.n),
        { note: "sentences by the stance that they take" }),
      bars("Who is cited", speakers(), { note: "statements attributed to each", limit: 10 }),
      bars("Publishers", charts.publishers.map(([label, n]) => ({ label, n })), { note: "articles", limit: 8 }),
      bars("Kinds of things", charts.kindCounts.map(([k, n]) => ({ label: NAMES[charts.kinds[k]], n, className: `k-${charts.kinds[k]}` })), { limit: 11 })),
    conflicts());
}

function lead() {
  const range = dates.length ? `, published ${dates[0] === dates.at(-1) ? `on ${when(dates[0])}` : `from ${when(dates[0])} to ${when(dates.at(-1))}`}` : "";
  return `What ${plural(totals.articles, "article")} ${totals.articles === 1 ? "says" : "say"}${range}: who makes, buys, restricts, funds and says what, each with the sentence that says so.`;
}

function speakers() {
  const rows = charts.speakers.map(([id, n]) => ({ label: entityLink(entities[id]), n, className: `k-${entities[id].kind}` }));
  rows.push(...charts.worded.map(([text, n]) => ({ label: `“${text}”`, n })));
  return rows.sort((a, b) => b.n - a.n);
}

function conflicts() {
  if (!contradictions.length) return null;
  const side = (e) => h("div.side", sayings(e.statement), sentenceOf(e),
    h("div.about", stance(e.stance), speaker(e), e.article ? articleLink(e.article, e.sentence) : null));
  return h("section.card.conflicts", h("h2", "Where sources disagree"),
    contradictions.slice(0, 20).map(([a, b]) => h("div.sides", side(a), h("span.versus", { "aria-label": "against" }, "⚡"), side(b))),
    contradictions.length > 20 ? h("p.note", `${contradictions.length - 20} more on the pages of the things concerned`) : null);
}
