// The IRIs by which an ontology and a lexicon are written. Constants.
#pragma once

#include <string_view>

namespace triplewright::ontology {

namespace rdf {
inline constexpr std::string_view kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr std::string_view kProperty = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property";
}  // namespace rdf

namespace rdfs {
inline constexpr std::string_view kClass = "http://www.w3.org/2000/01/rdf-schema#Class";
inline constexpr std::string_view kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr std::string_view kComment = "http://www.w3.org/2000/01/rdf-schema#comment";
inline constexpr std::string_view kSubClassOf = "http://www.w3.org/2000/01/rdf-schema#subClassOf";
inline constexpr std::string_view kSubPropertyOf = "http://www.w3.org/2000/01/rdf-schema#subPropertyOf";
inline constexpr std::string_view kDomain = "http://www.w3.org/2000/01/rdf-schema#domain";
inline constexpr std::string_view kRange = "http://www.w3.org/2000/01/rdf-schema#range";
}  // namespace rdfs

namespace owl {
inline constexpr std::string_view kOntology = "http://www.w3.org/2002/07/owl#Ontology";
inline constexpr std::string_view kClass = "http://www.w3.org/2002/07/owl#Class";
inline constexpr std::string_view kObjectProperty = "http://www.w3.org/2002/07/owl#ObjectProperty";
inline constexpr std::string_view kDatatypeProperty = "http://www.w3.org/2002/07/owl#DatatypeProperty";
inline constexpr std::string_view kFunctional = "http://www.w3.org/2002/07/owl#FunctionalProperty";
inline constexpr std::string_view kSymmetric = "http://www.w3.org/2002/07/owl#SymmetricProperty";
inline constexpr std::string_view kEquivalentClass = "http://www.w3.org/2002/07/owl#equivalentClass";
inline constexpr std::string_view kEquivalentProperty = "http://www.w3.org/2002/07/owl#equivalentProperty";
inline constexpr std::string_view kInverseOf = "http://www.w3.org/2002/07/owl#inverseOf";
inline constexpr std::string_view kDisjointWith = "http://www.w3.org/2002/07/owl#disjointWith";
inline constexpr std::string_view kVersionInfo = "http://www.w3.org/2002/07/owl#versionInfo";
inline constexpr std::string_view kSameAs = "http://www.w3.org/2002/07/owl#sameAs";
}  // namespace owl

namespace dcterms {
inline constexpr std::string_view kSource = "http://purl.org/dc/terms/source";
}  // namespace dcterms

namespace skos {
inline constexpr std::string_view kConcept = "http://www.w3.org/2004/02/skos/core#Concept";
inline constexpr std::string_view kPrefLabel = "http://www.w3.org/2004/02/skos/core#prefLabel";
inline constexpr std::string_view kAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr std::string_view kBroader = "http://www.w3.org/2004/02/skos/core#broader";
inline constexpr std::string_view kCloseMatch = "http://www.w3.org/2004/02/skos/core#closeMatch";
}  // namespace skos

namespace schema {
inline constexpr std::string_view kDomainIncludes = "http://schema.org/domainIncludes";
inline constexpr std::string_view kRangeIncludes = "http://schema.org/rangeIncludes";
}  // namespace schema

namespace ontolex {
inline constexpr std::string_view kLexicalEntry = "http://www.w3.org/ns/lemon/ontolex#LexicalEntry";
inline constexpr std::string_view kWord = "http://www.w3.org/ns/lemon/ontolex#Word";
inline constexpr std::string_view kMultiword = "http://www.w3.org/ns/lemon/ontolex#MultiwordExpression";
inline constexpr std::string_view kCanonicalForm = "http://www.w3.org/ns/lemon/ontolex#canonicalForm";
inline constexpr std::string_view kWrittenRep = "http://www.w3.org/ns/lemon/ontolex#writtenRep";
inline constexpr std::string_view kSense = "http://www.w3.org/ns/lemon/ontolex#sense";
inline constexpr std::string_view kReference = "http://www.w3.org/ns/lemon/ontolex#reference";
inline constexpr std::string_view kSubjOfProp = "http://www.w3.org/ns/lemon/synsem#subjOfProp";
inline constexpr std::string_view kObjOfProp = "http://www.w3.org/ns/lemon/synsem#objOfProp";
}  // namespace ontolex

inline constexpr std::string_view kLexinfo = "http://www.lexinfo.net/ontology/3.0/lexinfo#";
inline constexpr std::string_view kPartOfSpeech = "http://www.lexinfo.net/ontology/3.0/lexinfo#partOfSpeech";
inline constexpr std::string_view kArg = "https://w3id.org/triplewright/ns/arg#";

namespace tw {
inline constexpr std::string_view kNamespace = "https://w3id.org/triplewright/ns#";
inline constexpr std::string_view kCoreOntology = "https://w3id.org/triplewright/ns";
inline constexpr std::string_view kReport = "https://w3id.org/triplewright/ns#Report";
inline constexpr std::string_view kOperator = "https://w3id.org/triplewright/ns#Operator";
inline constexpr std::string_view kTransparentNoun = "https://w3id.org/triplewright/ns#TransparentNoun";
inline constexpr std::string_view kGenericNoun = "https://w3id.org/triplewright/ns#GenericNoun";
inline constexpr std::string_view kPast = "https://w3id.org/triplewright/ns#Past";
inline constexpr std::string_view kGeneralNoun = "https://w3id.org/triplewright/ns#GeneralNoun";
inline constexpr std::string_view kPartNoun = "https://w3id.org/triplewright/ns#PartNoun";
inline constexpr std::string_view kSpokesperson = "https://w3id.org/triplewright/ns#Spokesperson";
inline constexpr std::string_view kObserver = "https://w3id.org/triplewright/ns#Observer";
inline constexpr std::string_view kFeminineNoun = "https://w3id.org/triplewright/ns#FeminineNoun";
inline constexpr std::string_view kMasculineNoun = "https://w3id.org/triplewright/ns#MasculineNoun";
inline constexpr std::string_view kTrade = "https://w3id.org/triplewright/ns#Trade";
inline constexpr std::string_view kMotion = "https://w3id.org/triplewright/ns#Motion";
inline constexpr std::string_view kMultiple = "https://w3id.org/triplewright/ns#Multiple";
inline constexpr std::string_view kFactive = "https://w3id.org/triplewright/ns#Factive";
inline constexpr std::string_view kDecrease = "https://w3id.org/triplewright/ns#Decrease";
inline constexpr std::string_view kFactuality = "https://w3id.org/triplewright/ns#factuality";
inline constexpr std::string_view kPastFactuality = "https://w3id.org/triplewright/ns#pastFactuality";
inline constexpr std::string_view kWeight = "https://w3id.org/triplewright/ns#weight";
inline constexpr std::string_view kSubjectClass = "https://w3id.org/triplewright/ns#subjectClass";
inline constexpr std::string_view kObjectClass = "https://w3id.org/triplewright/ns#objectClass";
inline constexpr std::string_view kRole = "https://w3id.org/triplewright/ns#role";
inline constexpr std::string_view kProperty = "https://w3id.org/triplewright/ns#property";
inline constexpr std::string_view kArgument = "https://w3id.org/triplewright/ns#argument";
inline constexpr std::string_view kInverse = "https://w3id.org/triplewright/ns#inverse";
inline constexpr std::string_view kTakesValue = "https://w3id.org/triplewright/ns#takesValue";
inline constexpr std::string_view kOfNamed = "https://w3id.org/triplewright/ns#ofNamed";
inline constexpr std::string_view kOfWhole = "https://w3id.org/triplewright/ns#ofWhole";
inline constexpr std::string_view kHoldsOfWhole = "https://w3id.org/triplewright/ns#holdsOfWhole";
inline constexpr std::string_view kDenotesClass = "https://w3id.org/triplewright/ns#denotesClass";
inline constexpr std::string_view kSupportVerb = "https://w3id.org/triplewright/ns#supportVerb";
inline constexpr std::string_view kNominalizationOf = "https://w3id.org/triplewright/ns#nominalizationOf";
inline constexpr std::string_view kAgentNounOf = "https://w3id.org/triplewright/ns#agentNounOf";
}  // namespace tw

}  // namespace triplewright::ontology
