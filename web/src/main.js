// The page: a header with search, and one view at a time, chosen by the part of the address after "#".
import { h, plural } from "./dom.js";
import { omitted, queries, title } from "./model.js";
import { searchBox } from "./search.js";
import { about } from "./views/about.js";
import { articleList, articlePage } from "./views/article.js";
import { entityList, entityPage } from "./views/entity.js";
import { graphView } from "./views/graph.js";
import { overview } from "./views/overview.js";
import { queryView } from "./views/queries.js";
import { timeline } from "./views/timeline.js";

const VIEWS = {
  "": ["Overview", overview], graph: ["Graph", graphView], entities: ["Entities", entityList], articles: ["Articles", articleList],
  timeline: ["Timeline", timeline], queries: queries.length ? ["Queries", queryView] : null, entity: [null, entityPage],
  article: [null, articlePage], about: [null, about],
};
const PARENTS = { entity: "entities", article: "articles" };

const go = (hash) => (location.hash === hash ? render() : (location.hash = hash));
const main = document.getElementById("main");
let leave = null;

function header() {
  const links = Object.entries(VIEWS).filter(([, view]) => view?.[0])
    .map(([name, [label]]) => h("li", h("a", { href: `#/${name}`, "data-view": name }, label)));
  document.getElementById("top").replaceChildren(
    h("a.brand", { href: "#/" }, title),
    h("nav", { "aria-label": "Views" }, h("ul", links)),
    searchBox({ label: "Search names and titles", choose: ({ entity, article }) => go(entity ? `#/entity/${entity.id}` : `#/article/${article.id}`) }));
  document.getElementById("foot").replaceChildren(
    h("span", "Made by Triplewright. Every statement stands in a sentence; nothing here is checked against the world."), " ",
    h("a", { href: "#/about" }, "About and licences"));
}

/// What a page of a large graph lacks, in plain words.
function leftOut() {
  const parts = [];
  if (omitted.statements) parts.push(plural(omitted.statements, "less attested statement"));
  if (omitted.entities) parts.push(plural(omitted.entities, "thing"));
  if (omitted.articles) parts.push(plural(omitted.articles, "article"));
  if (omitted.texts) parts.push(`the full text of ${plural(omitted.texts, "article")}`);
  if (!parts.length) return null;
  return h("p.omitted", { role: "note" }, h("strong", "This is a summary. "),
    `To keep the file small it leaves out ${parts.join(", ")}. The counts of the overview are of the whole graph.`);
}

function render() {
  const [name = "", ...rest] = decodeURIComponent(location.hash.replace(/^#\/?/, "")).split("/");
  const view = VIEWS[name] || VIEWS[""];
  leave?.();
  leave = null;
  const node = view[1](...rest) || h("p.empty", "There is no such page. ", h("a", { href: "#/" }, "To the overview"));
  main.replaceChildren(...[leftOut(), node].filter(Boolean));
  main.className = `view-${name || "overview"}`;
  leave = node.leave || null;
  node.enter?.();
  const heading = main.querySelector("h1")?.textContent;
  document.title = heading && name ? `${heading} · ${title}` : title;
  for (const link of document.querySelectorAll("header [data-view]")) {
    if (link.dataset.view === (PARENTS[name] || name)) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  const target = main.querySelector("[data-target]");
  if (target) target.scrollIntoView({ block: "center" });
  else scrollTo(0, 0);
  if (rendered) (target || main).focus({ preventScroll: true });
  rendered = true;
}
let rendered = false;

header();
addEventListener("hashchange", render);
addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  event.preventDefault();
  document.querySelector("#top input").focus();
});
render();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
