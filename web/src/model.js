// The data of the page with the links back: what a statement, an entity, an article belongs to.

export const STANCES = ["asserted", "reported", "possible", "planned", "predicted", "denied"];
export const STANCE_MARKS = ["●", "◐", "○", "◇", "△", "✕"];
export const STANCE_MEANINGS = [
  "stated as a fact by the article itself",
  "stated as a fact by someone whom the article cites",
  "may or may not be so",
  "intended, agreed or ordered, and not yet so",
  "expected or forecast by someone",
  "said not to be so",
];

const raw = JSON.parse(document.getElementById("data").textContent);

export const title = raw.title;
export const totals = raw.totals;
export const omitted = raw.omitted;
export const charts = raw;
export const kinds = raw.kinds;
export const queries = raw.queries;

export const relations = raw.relations.map(([iri, label, open], id) => ({ id, iri, label, open: !!open }));

export const articles = raw.articles.map((a, id) => ({
  id, iri: a.i, headline: a.h || "", date: (a.d || "").slice(0, 10), publisher: a.p || "", url: a.u || "",
  authors: a.a || [], mentions: a.m || [], duplicates: a.n || [], text: a.t || "", blocks: a.b || [],
  evidence: [],
}));

export const entities = raw.entities.map((e, id) => ({
  id, iri: e.i, label: e.l, kind: raw.kinds[e.k], classes: e.c || [], names: e.a || [], sameAs: e.s || [],
  identifiers: e.x || [], categories: e.g || [],
  subjectOf: [], objectOf: [], partOf: [], spoke: [], articles: new Set(),
}));

export const sentences = raw.sentences.map(([article, begin, end, text], id) => ({
  id, article: article === null ? null : articles[article], begin, end, text, evidence: [],
}));

export const evidence = raw.evidence.map(([article, sentence, stance, percent, speaker, sb, se, ob, oe], id) => ({
  id, article: article === null ? null : articles[article], sentence: sentences[sentence], stance, percent,
  speaker: typeof speaker === "number" ? entities[speaker] : null,
  speakerText: typeof speaker === "string" ? speaker : "",
  subject: [sb, se], object: [ob, oe], statement: null, against: [],
}));

const filler = (f) => (typeof f === "number" ? { entity: entities[f] }
  : Array.isArray(f) ? { text: f[0], meaning: f[1] } : { text: f, meaning: "" });

export const statements = raw.statements.map(([s, r, o, e, sources, qualifiers, [begin, end, wording]], id) => ({
  id, subject: entities[s], relation: relations[r], object: filler(o), evidence: e.map((each) => evidence[each]),
  sources, qualifiers: qualifiers.map(([label, f]) => ({ label, filler: filler(f) })), begin, end, wording,
}));

for (const statement of statements) {
  statement.subject.subjectOf.push(statement);
  if (statement.object.entity) statement.object.entity.objectOf.push(statement);
  for (const { filler: f } of statement.qualifiers) if (f.entity) f.entity.partOf.push(statement);
  for (const e of statement.evidence) {
    e.statement = statement;
    e.sentence.evidence.push(e);
    if (e.speaker) e.speaker.spoke.push(e);
    if (!e.article) continue;
    e.article.evidence.push(e);
    statement.subject.articles.add(e.article);
    statement.object.entity?.articles.add(e.article);
  }
}
for (const article of articles) for (const id of article.mentions) entities[id].articles.add(article);
for (const [a, b] of raw.contradictions) {
  evidence[a].against.push(evidence[b]);
  evidence[b].against.push(evidence[a]);
}
export const contradictions = raw.contradictions.map(([a, b]) => [evidence[a], evidence[b]]);

export const publishers = [...new Set(articles.map((a) => a.publisher).filter(Boolean))].sort((a, b) => a.localeCompare(b));
export const dates = articles.map((a) => a.date).filter(Boolean).sort();

export const degree = (entity) => entity.subjectOf.length + entity.objectOf.length;

/// The stance by which a statement is drawn: the most committed one of its evidence.
export const stanceOf = (statement) => Math.min(...statement.evidence.map((e) => e.stance));

export const articleTitle = (article) => article.headline || article.iri;

/// "2025", "2025-10", "2025-10-16" as people write them.
export function when(date) {
  if (!date) return "";
  const [year, month, day] = date.slice(0, 10).split("-");
  if (!month) return year;
  const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleDateString("en", { month: "short", timeZone: "UTC" });
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

export function period(statement) {
  const { begin, end, wording } = statement;
  if (!begin && !end) return wording;
  if (begin === end) return when(begin);
  return begin && end ? `${when(begin)} to ${when(end)}` : begin ? `since ${when(begin)}` : `until ${when(end)}`;
}
