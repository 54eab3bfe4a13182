// Colour and shape of each kind of thing: the same in the graph, its legend and the pills of the pages.
export const SHAPES = {
  organization: "round-rectangle", person: "ellipse", product: "diamond", policy: "octagon", place: "hexagon",
  event: "star", post: "tag", group: "round-pentagon", sector: "rhomboid", topic: "round-tag", other: "rectangle",
};

export const NAMES = {
  organization: "organizations", person: "people", product: "products", policy: "policies", place: "places",
  event: "events", post: "posts", group: "groups", sector: "sectors", topic: "topics", other: "other things",
};

/// The value of a colour variable of the style sheet, as the scheme in force has it.
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
