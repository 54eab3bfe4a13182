// Names as keys: normal form, legal forms, and whether a label may be meant by a surface form.
// Pure functions; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace triplewright::link {

/// Case-folded words of a name joined by one space: possessive marks, full stops and apostrophes
/// dropped, "&" as "and", every other punctuation a word boundary ("U.S." -> "us",
/// "AT&T Inc.'s" -> "at and t inc").
[[nodiscard]] std::string normalize_label(std::string_view surface);

/// The normalized name without a leading "the" and trailing legal forms ("inc", "co ltd", "group");
/// the name itself when nothing else would be left.
[[nodiscard]] std::string strip_legal_form(std::string_view normalized);

/// True for a word that the everyday name of a company leaves out ("technologies", "motors"). Takes small letters.
[[nodiscard]] bool is_droppable(std::string_view word);

/// True for a word that a company's name ends with and that stands for little else ("inc.", "ltd", "gmbh", "co."): not
/// "company", and "co" only with its point. Takes small letters.
[[nodiscard]] bool is_legal_form(std::string_view word);

/// True when the last word is a legal form of a company proper ("Inc.", "Ltd", "GmbH"), not "Group".
[[nodiscard]] bool has_legal_form(std::string_view normalized);

/// True when the last of several words is one that names of companies end with ("Technologies", "Ventures", "Bank").
[[nodiscard]] bool has_organization_word(std::string_view normalized);

/// The surface without a possessive ending.
[[nodiscard]] std::string_view without_possessive(std::string_view surface);

/// Capitals (and digits) only, two letters or more: "SMIC", "U.S.", "3M".
[[nodiscard]] bool is_acronym(std::string_view surface);

/// True when the capitals of `surface` allow it to stand for `label`: a name does not match an
/// ordinary lower-case word, an acronym matches only in capitals.
[[nodiscard]] bool case_allows(std::string_view label, std::string_view surface);

/// Words of a normalized name.
[[nodiscard]] std::vector<std::string_view> words(std::string_view normalized);

/// True when `acronym` is made of the initials of the words of `name`, small words optional.
[[nodiscard]] bool abbreviates(std::string_view acronym, std::string_view name);

}  // namespace triplewright::link
