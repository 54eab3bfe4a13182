#include <ostream>

#include "ontology/page.h"

namespace triplewright::ontology {

namespace {

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

void write(std::ostream& out, const std::vector<Inline>& inlines) {
  for (const Inline& i : inlines) {
    if (i.kind == Inline::Kind::Code)
      out << '`' << i.text << '`';
    else if (i.kind == Inline::Kind::Emphasis)
      out << '*' << escape(i.text) << '*';
    else if (i.kind == Inline::Kind::Link && !i.target.empty())
      out << '[' << escape(i.text) << "](" << i.target << ')';
    else
      out << escape(i.text);
  }
}

}  // namespace

void write_markdown(std::ostream& out, const Page& page) {
  out << "# " << escape(page.title) << '\n';
  Block::Kind last = Block::Kind::Heading;
  for (const Block& block : page.blocks) {
    if (block.kind != Block::Kind::Item || last != Block::Kind::Item) out << '\n';
    last = block.kind;
    const std::string anchor = block.anchor.empty() ? "" : "<a id=\"" + block.anchor + "\"></a>";
    if (block.kind == Block::Kind::Heading) {
      out << std::string(static_cast<std::size_t>(block.level), '#') << ' ' << anchor;
    } else if (block.kind == Block::Kind::Item) {
      out << "- " << anchor;
    }
    write(out, block.inlines);
    out << '\n';
  }
}

}  // namespace triplewright::ontology
