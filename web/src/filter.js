// Which evidence counts: by relation, stance, source and date. One filter for the graph and the timeline.
import { evidence, publishers, relations, statements, STANCES } from "./model.js";

export const filter = { relations: new Set(), stances: new Set(), publisher: "", from: "", to: "" };

export function reset() {
  filter.relations.clear();
  filter.stances.clear();
  filter.publisher = filter.from = filter.to = "";
}

export const isActive = () =>
  filter.relations.size + filter.stances.size > 0 || !!(filter.publisher || filter.from || filter.to);

function passes(e) {
  if (filter.stances.size && !filter.stances.has(e.stance)) return false;
  const article = e.article;
  if (filter.publisher && article?.publisher !== filter.publisher) return false;
  if (filter.from && !(article?.date >= filter.from)) return false;
  return !(filter.to && !(article?.date && article.date <= filter.to));
}

/// Statements with at least one piece of evidence that passes.
export function passing() {
  return statements.filter((s) => (!filter.relations.size || filter.relations.has(s.relation.id)) && s.evidence.some(passes));
}

export const evidenceOf = (statement) => statement.evidence.filter(passes);

export function relationChoices() {
  const counts = new Map();
  for (const s of statements) counts.set(s.relation.id, (counts.get(s.relation.id) || 0) + 1);
  return [...counts].map(([id, n]) => ({ id, label: relations[id].label, n }))
    .sort((a, b) => b.n - a.n || a.label.localeCompare(b.label));
}

export function stanceChoices() {
  const counts = STANCES.map(() => 0);
  for (const e of evidence) counts[e.stance] += 1;
  return STANCES.map((label, id) => ({ id, label, n: counts[id] })).filter((choice) => choice.n > 0);
}

export const publisherChoices = () => publishers;
