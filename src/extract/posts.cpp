#include "extract/posts.h"

#include <algorithm>

#include "extract/vocabulary.h"
#include "extract/wording.h"
#include "text/normalize.h"

namespace triplewright::extract {

bool names_post(const Sense& sense) {
  return std::any_of(sense.roles.begin(), sense.roles.end(), [](const Sense::Role& role) {
    return is_tw(role.property, "role") &&
           std::any_of(role.arguments.begin(), role.arguments.end(),
                       [](const SyntacticArgument& a) { return a.function == Function::Self; });
  });
}

void prefer_known(const Context& x, std::vector<Choice>& objects) {
  for (Choice& choice : objects) {
    if (choice.ends.front().classes.empty()) choice.cost += 1;
  }
  std::erase_if(objects, [&](const Choice& choice) {
    const std::string_view form = x.document.form(choice.token);
    const bool letters =
        form.size() <= 2 && std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return letters && choice.ends.front().classes.empty();
  });
  std::stable_sort(objects.begin(), objects.end(), [](const Choice& a, const Choice& b) { return a.cost < b.cost; });
}

std::int32_t post_left(const Reading& r, const Sense& sense) {
  for (const Sense::Role& role : sense.roles) {
    if (!is_tw(role.property, "role")) continue;
    for (const SyntacticArgument& a : role.arguments) {
      if (std::find(sense.object.begin(), sense.object.end(), a) == sense.object.end()) continue;
      for (const Filler& f : r.fillers) {
        const Upos upos = r.x.tree.token(f.token).upos;
        const bool noun = upos == Upos::NOUN || upos == Upos::PROPN;
        if (f.function == a.function && f.marker == a.marker && noun && f.cost == 0)
          return static_cast<std::int32_t>(f.token);
      }
    }
  }
  return kNoToken;
}

End post_end(const Context& x, std::uint32_t noun, std::uint32_t holder) {
  End post;
  post.argument.kind = Argument::Kind::Iri;
  post.argument.text = post_wording(x, noun, {holder});
  post.argument.iri = x.options.base + "post/" + text::slug(post.argument.text);
  post.argument.tokens = {noun, noun + 1};
  return post;
}

}  // namespace triplewright::extract
