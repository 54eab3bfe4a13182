// Walks through a tree of pugixml without recursion, by local names. Pure functions; thread-safe.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace triplewright::ingest {

/// Name without its prefix.
[[nodiscard]] std::string_view local(pugi::xml_node node);
/// First child with this local name, or a null node.
[[nodiscard]] pugi::xml_node child(pugi::xml_node node, std::string_view name);
/// First element below `root` with this local name, in document order, or a null node.
[[nodiscard]] pugi::xml_node descendant(pugi::xml_node root, std::string_view name);
/// The next node of a walk through `root`; `skip` leaves out what is below.
[[nodiscard]] pugi::xml_node following(pugi::xml_node node, pugi::xml_node root, bool skip);
/// All text below a node.
[[nodiscard]] std::string inner_text(pugi::xml_node root);
[[nodiscard]] std::string child_text(pugi::xml_node node, std::string_view name);

}  // namespace triplewright::ingest
