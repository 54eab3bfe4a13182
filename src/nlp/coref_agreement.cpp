#include "nlp/coref_agreement.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/normalize.h"

namespace triplewright::nlp {

namespace {

// Given names that leave little doubt; sorted for binary search.
constexpr std::string_view kFeminine[] = {"abigail", "adriana", "agnes", "aisha", "alessandra", "alexandra", "alice", "alicia", "alison", "amanda", "amber", "amelia", "amina", "amy", "ana", "andrea", "angela", "angelina", "anita", "ann", "anna", "anne", "annette", "annie", "barbara", "beatrice", "becky", "bella", "beth", "betty", "beverly", "bonnie", "brenda", "bridget", "camilla", "carla", "carly", "carol", "caroline", "carolyn", "carrie", "catherine", "cecilia", "celia", "charlotte", "cheryl", "christina", "christine", "cindy", "claire", "clara", "claudia", "cynthia", "daisy", "danielle", "deborah", "debra", "denise", "diana", "diane", "dolores", "donna", "dora", "doris", "dorothy", "edith", "eileen", "elaine", "eleanor", "elena", "elisabeth", "eliza", "elizabeth", "ella", "ellen", "elsa", "emily", "emma", "erica", "erin", "esther", "ethel", "eva", "eve", "evelyn", "fatima", "felicity", "fiona", "florence", "frances", "gabriela", "gail", "georgina", "gina", "gloria", "grace", "greta", "gwen", "hannah", "harriet", "heather", "heidi", "helen", "helena", "hillary", "ida", "ingrid", "irene", "iris", "isabel", "isabella", "jackie", "jacqueline", "jane", "janet", "janice", "jean", "jenna", "jennifer", "jenny", "jessica", "jill", "joan", "joanna", "joanne", "josephine", "joyce", "judith", "judy", "julia", "julie", "juliet", "karen", "karin", "kate", "katherine", "kathleen", "kathryn", "kathy", "katie", "kayla", "kelly", "kirsten", "kristen", "lara", "laura", "lauren", "leah", "lena", "leslie", "lillian", "lily", "linda", "lisa", "lois", "louise", "lucia", "lucy", "lydia", "lynn", "madeleine", "maggie", "margaret", "maria", "marie", "marilyn", "marina", "marion", "marjorie", "marta", "martha", "mary", "matilda", "maya", "megan", "melanie", "melissa", "mia", "michelle", "mildred", "miranda", "miriam", "molly", "monica", "nadia", "nancy", "naomi", "natalie", "natasha", "nicole", "nina", "nora", "norma", "olga", "olivia", "pamela", "patricia", "paula", "pauline", "penny", "phoebe", "phyllis", "priscilla", "rachel", "rebecca", "renee", "rita", "roberta", "rosa", "rose", "rosemary", "ruth", "sabrina", "sally", "samantha", "sandra", "sara", "sarah", "selena", "sharon", "sheila", "shirley", "silvia", "simone", "sofia", "sonia", "sophia", "sophie", "stella", "stephanie", "sue", "susan", "suzanne", "sylvia", "tamara", "tania", "tara", "teresa", "theresa", "tina", "tracy", "ursula", "valentina", "valerie", "vanessa", "vera", "veronica", "victoria", "viola", "violet", "virginia", "vivian", "wendy", "yolanda", "yvonne", "zoe"};
constexpr std::string_view kMasculine[] = {"aaron", "abdul", "abraham", "adam", "adrian", "ahmed", "alan", "albert", "alejandro", "alexander", "alfred", "ali", "allan", "allen", "alvin", "andre", "andrew", "anthony", "antonio", "arnold", "arthur", "barack", "barry", "ben", "benjamin", "bernard", "bill", "bob", "boris", "brad", "bradley", "brandon", "brendan", "brian", "bruce", "bruno", "bryan", "byron", "calvin", "carl", "carlos", "cedric", "charles", "charlie", "chester", "chris", "christian", "christopher", "chuck", "claude", "clayton", "clifford", "clint", "colin", "conor", "craig", "curtis", "cyril", "dan", "daniel", "darren", "dave", "david", "dean", "dennis", "derek", "dick", "diego", "dominic", "don", "donald", "doug", "douglas", "duncan", "dwight", "earl", "ed", "eddie", "edgar", "edmund", "eduardo", "edward", "edwin", "elijah", "elliott", "elon", "eric", "ernest", "eugene", "evan", "felix", "fernando", "francesco", "francis", "frank", "franklin", "fred", "frederick", "gabriel", "gary", "gavin", "geoffrey", "george", "gerald", "gerard", "gilbert", "giovanni", "glenn", "gordon", "graham", "greg", "gregory", "guillermo", "gustav", "guy", "hans", "harold", "harry", "harvey", "hassan", "hector", "henri", "henry", "herbert", "herman", "howard", "hugh", "hugo", "ian", "ibrahim", "igor", "isaac", "ivan", "jack", "jacob", "jacques", "jaime", "jake", "james", "jason", "javier", "jay", "jeff", "jeffrey", "jeremy", "jerome", "jerry", "jesse", "jesus", "jim", "jimmy", "joe", "joel", "john", "johnny", "jon", "jonathan", "jorge", "jose", "joseph", "josh", "joshua", "juan", "julian", "julio", "karl", "keith", "ken", "kenneth", "kevin", "kurt", "kyle", "lance", "larry", "lars", "lawrence", "leo", "leon", "leonard", "leonardo", "lewis", "lloyd", "louis", "lucas", "luigi", "luis", "luke", "malcolm", "manuel", "marc", "marco", "marcus", "mario", "mark", "marshall", "martin", "marvin", "matt", "matteo", "matthew", "maurice", "max", "michael", "miguel", "mike", "mikhail", "mohammad", "mohammed", "muhammad", "nathan", "nathaniel", "neil", "nicholas", "nick", "nicolas", "nigel", "noah", "norman", "oliver", "omar", "oscar", "otto", "owen", "pablo", "patrick", "paul", "pedro", "percy", "pete", "peter", "phil", "philip", "phillip", "pierre", "rafael", "ralph", "ramon", "randy", "raul", "ray", "raymond", "rene", "ricardo", "richard", "rick", "robert", "roberto", "rodney", "roger", "roland", "ron", "ronald", "ross", "roy", "rupert", "russell", "ryan", "sam", "samuel", "scott", "sean", "sebastian", "sergei", "sergio", "seth", "shane", "shaun", "simon", "stanley", "stephen", "steve", "steven", "stewart", "stuart", "sundar", "ted", "terrence", "terry", "theodore", "thomas", "tim", "timothy", "toby", "todd", "tom", "tommy", "tony", "travis", "trevor", "tyler", "victor", "vincent", "vladimir", "walter", "warren", "wayne", "wilhelm", "will", "william", "xavier"};

bool contains(const std::string_view* first, const std::string_view* last, std::string_view name) {
  return std::binary_search(first, last, name);
}

Pronoun personal(PronounKind kind, Number number, Gender gender, Animacy animacy) {
  return {kind, {number, gender, animacy}};
}

Animacy animacy_of(const Ontology& ontology, const Entity& entity) {
  for (const std::string& c : entity.classes) {
    for (const OntologyClass* k = ontology.find_class(c); k != nullptr;) {
      const auto is_person = [](std::string_view iri) { return iri.ends_with("#Person") || iri.ends_with("/Person"); };
      if (is_person(k->iri) || std::any_of(k->ancestors.begin(), k->ancestors.end(), is_person)) return Animacy::Person;
      const auto is_group = [](std::string_view iri) { return iri.ends_with("#Collective"); };
      if (is_group(k->iri)) return Animacy::Unknown;
      return Animacy::Thing;
    }
  }
  return entity.kind == EntityKind::Concept ? Animacy::Thing : Animacy::Unknown;
}

}  // namespace

Pronoun pronoun_of(const text::Syntax& syntax, std::uint32_t t) {
  const std::string form = syntax.lower(t);
  const std::string_view relation = syntax.relation(t);
  if (relation == "expl") return {};
  if (form == "which" || form == "who" || form == "whom" || form == "whose" || form == "that") {
    const std::string& xpos = syntax.token(t).xpos;
    if (form == "that" && xpos != "WDT" && !syntax.has_feature(t, "PronType=Rel")) return {};
    return {PronounKind::Relative, {}};
  }
  constexpr auto Singular = Number::Singular, Plural = Number::Plural;
  constexpr auto Masculine = Gender::Masculine, Feminine = Gender::Feminine;
  if (form == "he" || form == "him") return personal(PronounKind::Personal, Singular, Masculine, Animacy::Person);
  if (form == "his") return personal(PronounKind::Possessive, Singular, Masculine, Animacy::Person);
  if (form == "himself") return personal(PronounKind::Reflexive, Singular, Masculine, Animacy::Person);
  if (form == "she") return personal(PronounKind::Personal, Singular, Feminine, Animacy::Person);
  if (form == "her") return personal(syntax.token(t).deprel == "nmod:poss" ? PronounKind::Possessive : PronounKind::Personal, Singular, Feminine, Animacy::Person);
  if (form == "hers") return personal(PronounKind::Personal, Singular, Feminine, Animacy::Person);
  if (form == "herself") return personal(PronounKind::Reflexive, Singular, Feminine, Animacy::Person);
  if (form == "it") return personal(PronounKind::Personal, Singular, Gender::Unknown, Animacy::Thing);
  if (form == "its") return personal(PronounKind::Possessive, Singular, Gender::Unknown, Animacy::Thing);
  if (form == "itself") return personal(PronounKind::Reflexive, Singular, Gender::Unknown, Animacy::Thing);
  if (form == "they" || form == "them") return personal(PronounKind::Personal, Plural, Gender::Unknown, Animacy::Unknown);
  if (form == "their") return personal(PronounKind::Possessive, Plural, Gender::Unknown, Animacy::Unknown);
  if (form == "themselves") return personal(PronounKind::Reflexive, Plural, Gender::Unknown, Animacy::Unknown);
  return {};
}

Gender gender_of_name(std::string_view title, std::string_view given_name) {
  const std::string t = text::lower(title), g = text::lower(given_name);
  if (t == "mr" || t == "mr." || t == "sir" || t == "lord" || t == "king" || t == "prince") return Gender::Masculine;
  if (t == "mrs" || t == "mrs." || t == "ms" || t == "ms." || t == "miss" || t == "dame" || t == "lady" || t == "queen" || t == "princess") return Gender::Feminine;
  if (contains(std::begin(kMasculine), std::end(kMasculine), g)) return Gender::Masculine;
  if (contains(std::begin(kFeminine), std::end(kFeminine), g)) return Gender::Feminine;
  return Gender::Unknown;
}

Agreement agreement_of(const Document& document, const text::Syntax& syntax, const Ontology& ontology, const Entity& entity) {
  Agreement a;
  a.animacy = animacy_of(ontology, entity);
  std::size_t plural = 0, singular = 0;
  for (const std::uint32_t i : entity.mentions) {
    const Mention& m = document.mentions[i];
    if (m.kind == MentionKind::Pronominal) {
      if (const Pronoun p = pronoun_of(syntax, m.head); p.agreement.gender != Gender::Unknown && a.gender == Gender::Unknown) a.gender = p.agreement.gender;
      continue;
    }
    if (!m.attributive.empty()) continue;
    const bool many = m.kind == MentionKind::Nominal && syntax.has_feature(m.head, "Number=Plur");
    ++(many ? plural : singular);
    if (m.kind == MentionKind::Named && a.gender == Gender::Unknown && a.animacy != Animacy::Thing) {
      const std::string_view before = m.tokens.begin > 0 ? document.form(m.tokens.begin - 1) : std::string_view();
      const std::string_view given = m.tokens.size() > 1 || entity.mentions.size() == 1 ? document.form(m.tokens.begin) : std::string_view();
      a.gender = gender_of_name(before, given);
    }
  }
  if (plural > 0 && singular == 0) a.number = Number::Plural;
  else if (singular > 0 && plural == 0) a.number = Number::Singular;
  return a;
}

bool compatible(const Agreement& pronoun, const Agreement& antecedent) {
  if (pronoun.gender != Gender::Unknown && antecedent.gender != Gender::Unknown && pronoun.gender != antecedent.gender) return false;
  if (pronoun.animacy == Animacy::Person && antecedent.animacy == Animacy::Thing) return false;
  if (pronoun.animacy == Animacy::Thing && antecedent.animacy == Animacy::Person) return false;
  if (pronoun.number != Number::Unknown && antecedent.number != Number::Unknown && pronoun.number != antecedent.number) return false;
  return true;
}

}  // namespace triplewright::nlp
