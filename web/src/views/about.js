import { h } from "../dom.js";
import { STANCE_MEANINGS, totals } from "../model.js";
import { stance } from "../statement.js";

export function about() {
  return h("div.prose",
    h("h1", "About this page"),
    h("p", `It shows a knowledge graph of ${totals.triples.toLocaleString("en")} RDF triples: statements that news articles make, each with the sentence, the speaker and the stance. All of it is in this one file; it loads nothing from elsewhere.`),
    h("h2", "Stances"),
    h("p", "The stance is that of the sentence, not the truth about the world."),
    h("dl", STANCE_MEANINGS.map((meaning, id) => [h("dt", stance(id)), h("dd", meaning)])),
    h("h2", "Keys"),
    h("p", h("kbd", "/"), " goes to the search box, ", h("kbd", "Tab"), " and ", h("kbd", "Enter"), " to everything else; the list beside the graph does all that the picture does."),
    h("h2", "Licences of the libraries in this page"),
    document.getElementById("licences").content.cloneNode(true));
}
