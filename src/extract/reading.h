// Whether a sense of a word can be the one that is meant, by what stands around the word. Pure; thread-safe.
#pragma once

#include <vector>

#include "extract/choices.h"
#include "extract/context.h"
#include "extract/grammar.h"
#include "extract/lookup.h"

namespace triplewright::extract {

/// A word, the entry that it was found by, and what may fill the arguments of its senses.
struct Reading {
  const Context& x;
  std::uint32_t predicate;
  const EntryMatch& match;
  const std::vector<Filler>& fillers;
};

/// *told X* is no order: a verb of saying commands only with an infinitive or another role of the frame.
[[nodiscard]] bool lacks_request(const Reading& r, const Sense& sense);

/// *awarded X a contract*: a frame whose quantity is its object and nothing else (*awarded X 5 billion*) needs it.
[[nodiscard]] bool gives_amount(const Reading& r, const Sense& sense);

/// *moved the shop to Ostia*: a verb with an object, in a sense that says where the subject goes.
[[nodiscard]] bool leaves_object(const Reading& r, const Sense& sense);

/// *leased the port to X*: of two senses with the same ends, the one that has a place for the phrase.
[[nodiscard]] bool is_told_by_another(const Reading& r, const Sense& sense);

/// *Acme's head of sales*, *head of research at Acme*: at the head of a part, and not of Acme.
[[nodiscard]] bool heads_part(const Reading& r, const Sense& sense, std::uint32_t whole);

/// True when the figure that stands there is not one of this sense: *sold its 850 restaurants* (what it had), *made
/// nine arrests* (of another kind), *closed a $2 billion purchase* (no change of its subject).
[[nodiscard]] bool miscounts(const Reading& r, const Sense& sense, const OntologyProperty& property);

/// A noun that first of all names an amount of money: *revenue*, *EBIT*.
[[nodiscard]] bool names_money(const Reading& r);

/// *ten jets and three chips*: the conjunct that an end is, of those that begin at this token.
[[nodiscard]] std::uint32_t conjunct_of(const Context& x, const Argument& end, std::uint32_t token);

/// *Acme's research chief*: who heads a part of it, for a property that is of the whole. *Its group chief* heads a
/// group.
[[nodiscard]] bool is_of_part(const Reading& r, const Sense& sense, const End& object);

/// *Qatar Airways grounded its Boeing 787s*: a possessive, of a thing that the entity base has as somebody else's.
[[nodiscard]] bool is_of_another(const Reading& r, const Sense& sense, const End& subject, const End& object);

}  // namespace triplewright::extract
