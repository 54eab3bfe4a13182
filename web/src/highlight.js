// Sentences and texts with stretches marked. Offsets are code points, JavaScript's strings are UTF-16: texts are cut as
// arrays of code points.
import { h } from "./dom.js";

/// Marks [begin, end, make(text)] in `text`, whose first code point has offset `base`; overlapping marks give way to
/// the earlier and longer.
export function marked(text, base, marks) {
  const points = Array.from(text);
  const inside = marks
    .map(([begin, end, make]) => [Math.max(0, begin - base), Math.min(points.length, end - base), make])
    .filter(([begin, end]) => begin < end)
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const out = [];
  let at = 0;
  for (const [begin, end, make] of inside) {
    if (begin < at) continue;
    if (begin > at) out.push(points.slice(at, begin).join(""));
    out.push(make(points.slice(begin, end).join("")));
    at = end;
  }
  if (at < points.length) out.push(points.slice(at).join(""));
  return out;
}

export function evidenceMarks(e) {
  const mark = (role) => (text) => h(`mark.${role}`, { title: role }, text);
  return [[...e.subject, mark("subject")], [...e.object, mark("object")]];
}

/// The sentence of a piece of evidence with its subject and object marked.
export function sentenceOf(e) {
  const { text, begin } = e.sentence;
  return h("q.sentence", marked(text, begin, evidenceMarks(e)));
}
