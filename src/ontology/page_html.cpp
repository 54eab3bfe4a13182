#include <ostream>

#include "ontology/page.h"

namespace triplewright::ontology {

namespace {

constexpr std::string_view kStyle =
    "body{max-width:52rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 sans-serif}"
    "h3{margin:1.6rem 0 .2rem}ul{margin:.2rem 0}code{font-size:.9em;color:#555}a{color:#06c;text-decoration:none}"
    ":target{background:#ffc}";

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

void write(std::ostream& out, const std::vector<Inline>& inlines) {
  for (const Inline& i : inlines) {
    if (i.kind == Inline::Kind::Code)
      out << "<code>" << escape(i.text) << "</code>";
    else if (i.kind == Inline::Kind::Emphasis)
      out << "<em>" << escape(i.text) << "</em>";
    else if (i.kind == Inline::Kind::Link && !i.target.empty())
      out << "<a href=\"" << escape(i.target) << "\">" << escape(i.text) << "</a>";
    else
      out << escape(i.text);
  }
}

}  // namespace

void write_html(std::ostream& out, const Page& page) {
  out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" << escape(page.title)
      << "</title>\n<style>" << kStyle << "</style>\n</head>\n<body>\n<h1>" << escape(page.title) << "</h1>\n";
  bool in_list = false;
  for (const Block& block : page.blocks) {
    const bool is_item = block.kind == Block::Kind::Item;
    if (is_item != in_list) out << (is_item ? "<ul>\n" : "</ul>\n");
    in_list = is_item;
    const std::string tag = is_item                              ? "li"
                            : block.kind == Block::Kind::Heading ? "h" + std::to_string(block.level)
                                                                 : "p";
    out << '<' << tag;
    if (!block.anchor.empty()) out << " id=\"" << escape(block.anchor) << '"';
    out << '>';
    write(out, block.inlines);
    out << "</" << tag << ">\n";
  }
  if (in_list) out << "</ul>\n";
  out << "</body>\n</html>\n";
}

}  // namespace triplewright::ontology
