#include "ingest/xml_tree.h"

namespace triplewright::ingest {

using pugi::xml_node;
using std::string_view;

string_view local(xml_node node) {
  const string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == string_view::npos ? name : name.substr(colon + 1);
}

xml_node child(xml_node node, string_view name) {
  for (xml_node c : node.children()) {
    if (local(c) == name) return c;
  }
  return {};
}

xml_node following(xml_node node, xml_node root, bool skip) {
  if (!skip && node.first_child()) return node.first_child();
  while (node && node != root) {
    if (node.next_sibling()) return node.next_sibling();
    node = node.parent();
  }
  return {};
}

xml_node descendant(xml_node root, string_view name) {
  for (xml_node node = root.first_child(); node; node = following(node, root, false)) {
    if (node.type() == pugi::node_element && local(node) == name) return node;
  }
  return {};
}

std::string inner_text(xml_node root) {
  std::string out;
  for (xml_node node = root.first_child(); node; node = following(node, root, false)) {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) out += node.value();
  }
  return out;
}

std::string child_text(xml_node node, string_view name) {
  return inner_text(child(node, name));
}

}  // namespace triplewright::ingest
