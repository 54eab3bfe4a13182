import { h, plural } from "../dom.js";
import { evidenceOf, passing } from "../filter.js";
import { filterBar } from "../filter_bar.js";
import { period, when } from "../model.js";
import { speaker, statementCard } from "../statement.js";

const PREDICTED = 4;
const A_YEAR = 30;   // statements of a year that show at first

/// Statements that say when, by time; and those about what is to come.
export function timeline() {
  let forecasts = false;
  const list = h("ol.timeline");
  const note = h("p.note", { "aria-live": "polite" });
  function fill() {
    const dated = passing().filter((s) => (forecasts ? s.evidence.some((e) => e.stance === PREDICTED) : s.begin || s.end));
    dated.sort((a, b) => (a.begin || a.end).localeCompare(b.begin || b.end) || a.id - b.id);
    const groups = new Map();
    for (const s of dated) {
      const year = (s.begin || s.end).slice(0, 4) || "no time said";
      if (!groups.has(year)) groups.set(year, []);
      groups.get(year).push(s);
    }
    list.replaceChildren(...[...groups].map(([year, statements]) => h("li", h("h2", year), entries(statements))));
    note.textContent = dated.length ? plural(dated.length, forecasts ? "forecast" : "dated statement") : "Nothing passes the filters.";
  }
  fill();
  return h("div", h("h1", "Timeline"),
    h("p.lead", "When things are said to hold, and what is expected, by whom. A time in words such as “next year” counts from the article's date."),
    filterBar(fill),
    h("label.switch", h("input", { type: "checkbox", onchange: (event) => { forecasts = event.target.checked; fill(); } }), " forecasts only"),
    note, list);
}

function entries(statements) {
  const list = h("ol", statements.slice(0, A_YEAR).map(entry));
  const rest = statements.length - A_YEAR;
  if (rest > 0) {
    const more = h("li", h("span"), h("button", { type: "button", onclick: () => more.replaceWith(...statements.slice(A_YEAR).map(entry)) }, `Show ${rest} more`));
    list.append(more);
  }
  return list;
}

function entry(s) {
  const evidence = evidenceOf(s);
  const by = evidence.find((e) => e.stance === PREDICTED && (e.speaker || e.speakerText));
  return h("li", h("span.when", period(s) || "—"), statementCard(s, { evidence }),
    by ? h("p.forecast", "Forecast ", speaker(by), by.article?.date ? `, ${when(by.article.date)}` : "") : null);
}
