// The controls of the filter, for the graph and the timeline.
import { h } from "./dom.js";
import { filter, isActive, publisherChoices, relationChoices, reset, stanceChoices } from "./filter.js";
import { stance } from "./statement.js";

export function filterBar(changed) {
  const bar = h("form.filters", { "aria-label": "Filters", onsubmit: (event) => event.preventDefault() });
  const update = () => { clear.hidden = !isActive(); changed(); };
  const clear = h("button", { type: "button", onclick: () => { reset(); build(); changed(); } }, "Clear filters");

  function boxes(label, set, choices, text) {
    const summary = h("summary");
    const count = () => (summary.textContent = set.size ? `${label} (${set.size})` : label);
    count();
    return h("details.choice", summary, h("div.options", choices.map((choice) =>
      h("label", h("input", { type: "checkbox", checked: set.has(choice.id), onchange: (event) => {
        if (event.target.checked) set.add(choice.id);
        else set.delete(choice.id);
        count();
        update();
      } }), " ", text(choice), h("small", ` ${choice.n}`)))));
  }
  const date = (label, name) => h("label", `${label} `, h("input", { type: "date", value: filter[name], onchange: (event) => { filter[name] = event.target.value; update(); } }));

  function build() {
    clear.hidden = !isActive();
    bar.replaceChildren(
      boxes("Relation", filter.relations, relationChoices(), (c) => c.label),
      boxes("Stance", filter.stances, stanceChoices(), (c) => stance(c.id)),
      publisherChoices().length ? h("label", "Source ", h("select", { onchange: (event) => { filter.publisher = event.target.value; update(); } },
        h("option", { value: "" }, "all"), publisherChoices().map((p) => h("option", { value: p, selected: p === filter.publisher }, p)))) : "",
      date("From", "from"), date("To", "to"), clear);
  }
  build();
  return bar;
}
