// How a statement and its evidence look, everywhere on the page.
import { h, outward, plural } from "./dom.js";
import { sentenceOf } from "./highlight.js";
import { articleTitle, period, STANCE_MARKS, STANCE_MEANINGS, STANCES, when } from "./model.js";

export const entityLink = (entity) =>
  h(`a.entity.k-${entity.kind}`, { href: `#/entity/${entity.id}`, title: entity.classes.join(", ") || entity.kind }, entity.label);

export const articleLink = (article, sentence) =>
  h("a", { href: `#/article/${article.id}${sentence ? `/${sentence.id}` : ""}` }, articleTitle(article));

export const stance = (id) =>
  h(`span.stance.s-${STANCES[id]}`, { title: STANCE_MEANINGS[id] },
    h("span.mark", { "aria-hidden": "true" }, STANCE_MARKS[id]), " ", STANCES[id]);

const grouped = (text) => text.replace(/\d{5,}/g, (digits) => Number(digits).toLocaleString("en"));

export function filler(f) {
  if (f.entity) return entityLink(f.entity);
  return h("span.value", f.text, f.meaning ? h("span.meaning", ` (${grouped(f.meaning)})`) : null);
}

/// "Acme  supplies  chips", with qualifiers and time.
export function sayings(statement, { subject = true } = {}) {
  const time = period(statement);
  return h("div.says",
    subject ? [entityLink(statement.subject), " "] : null,
    subject ? [h("span.relation", statement.relation.label), " "] : null,
    filler(statement.object),
    statement.qualifiers.map((q) => h("span.qualifier", h("span.label", q.label), " ", filler(q.filler))),
    time ? h("span.qualifier", h("span.label", "time"), " ", time,
      statement.wording && statement.wording !== time ? h("span.meaning", ` (“${statement.wording}”)`) : null) : null);
}

export function speaker(e) {
  if (e.speaker) return h("span.speaker", "said by ", entityLink(e.speaker));
  return e.speakerText ? h("span.speaker", `said by ${e.speakerText}`) : null;
}

export function evidenceItem(e) {
  return h("li.evidence", { id: `evidence-${e.id}` },
    sentenceOf(e),
    h("div.about", stance(e.stance), speaker(e),
      e.article ? h("span.source", articleLink(e.article, e.sentence)) : null,
      e.article?.publisher ? h("span", e.article.publisher) : null,
      e.article?.date ? h("time", { datetime: e.article.date }, when(e.article.date)) : null,
      h("span.sure", { title: "how sure the program is that the sentence says this" }, `${e.percent}% sure`),
      e.article?.url ? h("span", outward(e.article.url, "open the article ↗")) : null),
    e.against.length ? h("div.against", h("strong", "⚡ Contradicted:"), h("ul", e.against.map((other) =>
      h("li", sayings(other.statement), sentenceOf(other),
        h("div.about", stance(other.stance), speaker(other), other.article ? articleLink(other.article, other.sentence) : null))))) : null);
}

/// A statement with its evidence folded beneath it, open when there is little.
export function statementCard(statement, options = {}) {
  const { open = false, evidence = statement.evidence } = options;
  const stances = [...new Set(evidence.map((e) => e.stance))].sort();
  const against = evidence.some((e) => e.against.length);
  return h("details.statement", { open },
    h("summary", sayings(statement, options),
      h("span.marks", stances.map(stance),
        against ? h("span.conflict", { title: "another source contradicts this" }, "⚡ contradicted") : null,
        h("span.count", plural(evidence.length, "sentence"),
          statement.sources > 1 ? `, ${statement.sources} independent sources` : ""))),
    h("ul.evidences", evidence.map(evidenceItem)));
}
