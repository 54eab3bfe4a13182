// Which things and relations the picture shows.
import { passing } from "./filter.js";
import { stanceOf } from "./model.js";

/// Relations between things that pass the filter, one edge for equal subject, relation and object; with the number of
/// edges at each thing.
export function relationsNow() {
  const edges = new Map();
  const degrees = new Map();
  for (const s of passing()) {
    const object = s.object.entity;
    if (!object || object === s.subject) continue;
    const key = `${s.subject.id}-${s.relation.id}-${object.id}`;
    const edge = edges.get(key);
    if (edge) {
      edge.statements.push(s);
      edge.stance = Math.min(edge.stance, stanceOf(s));
      continue;
    }
    edges.set(key, { key, source: s.subject, target: object, relation: s.relation, statements: [s], stance: stanceOf(s) });
    for (const end of [s.subject, object]) degrees.set(end, (degrees.get(end) || 0) + 1);
  }
  return { edges: [...edges.values()], degrees };
}

/// The `most` best connected things, best first, without those that have no relation to another of them.
export function best({ edges, degrees }, most, accept) {
  const top = new Set([...degrees].filter(([e]) => accept(e)).sort((a, b) => b[1] - a[1] || a[0].id - b[0].id).slice(0, most).map(([e]) => e));
  const tied = new Set();
  for (const { source, target } of edges) if (top.has(source) && top.has(target)) tied.add(source).add(target);
  return new Set([...top].filter((e) => tied.has(e)));
}

/// A thing's neighbours, best connected first.
export function neighbours(entity, { edges, degrees }) {
  const found = new Set();
  for (const { source, target } of edges) {
    if (source === entity) found.add(target);
    if (target === entity) found.add(source);
  }
  return [...found].sort((a, b) => degrees.get(b) - degrees.get(a) || a.id - b.id);
}
