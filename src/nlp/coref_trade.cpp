#include "nlp/coref_trade.h"

#include <array>

namespace triplewright::nlp {

namespace {

// Nouns and words of names that tell the same trade, a trade a line, each word between spaces.
constexpr std::array<std::string_view, 22> kTrades = {
    " chipmaker semiconductor semiconductors foundry microelectronics chip chips ",
    " carmaker automaker truckmaker motor motors auto automotive cars ",
    " airline carrier airlines airways air ",
    " planemaker aerospace aircraft aviation ",
    " bank lender banking bancorp banco banque banca ",
    " insurer reinsurer insurance assurance ",
    " drugmaker pharma pharmaceutical pharmaceuticals therapeutics biotech biosciences vaccine ",
    " utility energy power electric renewables ",
    " miner mining mines minerals ",
    " retailer supermarket grocer stores ",
    " brewer brewery brewing breweries ",
    " shipyard shipbuilder shipbuilding ",
    " club team side fc afc united rovers wanderers athletic hotspur ",
    " newspaper daily paper tabloid magazine times gazette herald journal ",
    " broadcaster television tv radio broadcasting ",
    " university college ",
    " brokerage securities broker ",
    " railway railroad rail railways ",
    " steelmaker steel ",
    " board council commission committee institute foundation ",
    " league conference championship division ",
    " government administration cabinet "};

constexpr std::string_view kGeneral =
    " company firm group business corporation enterprise conglomerate giant maker vendor manufacturer supplier startup "
    "start-up developer operator producer agency body organization organisation regulator watchdog authority ";

constexpr std::string_view kParts = " board unit division branch arm subsidiary affiliate staff management panel ";

bool holds(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    if (at > 0 && words[at - 1] == ' ' && at + word.size() < words.size() && words[at + word.size()] == ' ')
      return !word.empty();
  }
  return false;
}

}  // namespace

Trade trade_of(std::string_view word) {
  for (std::size_t t = 0; t < kTrades.size(); ++t) {
    if (holds(kTrades[t], word)) return static_cast<Trade>(t + 1);
  }
  return 0;
}

bool is_part_noun(std::string_view lemma) {
  return holds(kParts, lemma);
}

bool is_general_noun(std::string_view lemma) {
  return holds(kGeneral, lemma);
}

}  // namespace triplewright::nlp
