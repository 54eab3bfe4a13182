// Elements from data. Text only ever becomes a text node: nothing that an article says is read as HTML.

/// h("a.name", {href: "#/x", onclick: f}, "text", child, [children], null)
export function h(selector, ...rest) {
  const [tag, ...classes] = selector.split(".");
  const element = document.createElement(tag || "div");
  if (classes.length) element.className = classes.join(" ");
  for (const item of rest) add(element, item);
  return element;
}

function add(element, item) {
  if (item === null || item === undefined || item === false) return;
  if (Array.isArray(item)) item.forEach((each) => add(element, each));
  else if (item instanceof Node) element.append(item);
  else if (typeof item === "object") set(element, item);
  else element.append(String(item));
}

function set(element, properties) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, text] of Object.entries(value)) element.style.setProperty(key, text);
    else element.setAttribute(name, value === true ? "" : value);
  }
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const child of children) add(element, child);
  return element;
}

/// A link out of the page, or plain text where the address is not of the web (an article may give any IRI).
export function outward(address, text = address) {
  if (!/^https?:\/\//i.test(address)) return h("span", text);
  return h("a.out", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
}

export function plural(count, one, many = one + "s") {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
