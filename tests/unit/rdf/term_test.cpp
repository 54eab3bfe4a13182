// Terms are valid by construction.
#include "triplewright/term.h"

#include <gtest/gtest.h>

#include <string>

#include "triplewright/error.h"

namespace triplewright {
namespace {

using namespace std::string_literals;

std::string xsd(std::string_view name) {
  std::string out = "http://www.w3.org/2001/XMLSchema#";
  out += name;
  return out;
}

std::string iri(std::string_view text) {
  const auto term = Term::iri(text);
  return term ? term->value() : "(none)";
}

// Lexical form of a typed literal; "(string)" when the datatype was refused.
std::string typed(std::string_view lexical, const std::string& name) {
  const Term term = Term::typed(lexical, xsd(name));
  return term.datatype().empty() ? "(string)" : term.value();
}

TEST(TermIri, KeepsWhatIsValid) {
  for (const char* text :
       {"http://example.org/a?b=c&d#e", "urn:isbn:1-2", "mailto:a@b.example", "http://user:pw@example.org:80/",
        "http://[2001:db8::1]:8080/x", "http://example.org/caf\xC3\xA9", "http://example.org/%C3%A9", "tag:a,2026:x",
        "http://example.org/?q=\xEE\x80\x80", "http://example.org/a?b?c#d?e/f", "http://example.org"})
    EXPECT_EQ(iri(text), text);
}

TEST(TermIri, EncodesWhatMayNotStandThere) {
  EXPECT_EQ(iri("http://example.org/a b<c>\"d\""), "http://example.org/a%20b%3Cc%3E%22d%22");
  EXPECT_EQ(iri("http://example.org/{x}|y\\z^`"), "http://example.org/%7Bx%7D%7Cy%5Cz%5E%60");
  EXPECT_EQ(iri("http://example.org/100%"), "http://example.org/100%25");
  EXPECT_EQ(iri("http://example.org/%zz%4"), "http://example.org/%25zz%254");
  EXPECT_EQ(iri("http://example.org/a[1]#b[2]#c"), "http://example.org/a%5B1%5D#b%5B2%5D%23c");
  EXPECT_EQ(iri("http://exa mple.org:x/"), "http://exa%20mple.org%3Ax/");
  EXPECT_EQ(iri("http://[zz]/"), "http://%5Bzz%5D/");
  EXPECT_EQ(iri("http://example.org/\n\t\x01x"), "http://example.org/%0A%09%01x");
  EXPECT_EQ(iri("http://example.org/\xEE\x80\x80#\xEE\x80\x80"), "http://example.org/%EE%80%80#%EE%80%80");
  EXPECT_EQ(iri("http://example.org/\xFF"), "http://example.org/%EF%BF%BD");
  EXPECT_EQ(iri("http://example.org/\xE2\x80\x8Fx"), "http://example.org/%E2%80%8Fx");  // right-to-left mark
  EXPECT_EQ(iri("  http://example.org/ \n"), "http://example.org/");
  EXPECT_EQ(iri("http://example.org/a\0b"s), "http://example.org/a%00b");
}

TEST(TermIri, ResolvesDotSegments) {
  EXPECT_EQ(iri("http://example.org/a/./b/../c/"), "http://example.org/a/c/");
  EXPECT_EQ(iri("http://example.org/../../a/.."), "http://example.org/");
  EXPECT_EQ(iri("http://example.org/a/."), "http://example.org/a/");
  EXPECT_EQ(iri("x:a/../b"), "x:/b");
  EXPECT_EQ(iri("x:./b"), "x:/b");
  EXPECT_EQ(iri("x:.."), "x:");
  EXPECT_EQ(iri("x:/..//y/z"), "x:/y/z");
  EXPECT_EQ(iri("http://example.org/.well-known/..x?a=/../b#/./"), "http://example.org/.well-known/..x?a=/../b#/./");
}

TEST(TermIri, RepairIsIdempotent) {
  for (const std::string& text : {"http://a b/%zz[{\xFF}]#x#y"s, "x:\0\x7F"s, "http://u@v@[::g]:8x/?\xEE\x80\x80"s})
    EXPECT_EQ(iri(iri(text)), iri(text));
}

TEST(TermIri, NeedsAScheme) {
  for (const char* text : {"", "relative", "/path", "1http://x", "//x", ":x", "#a", "a b:c"})
    EXPECT_FALSE(Term::iri(text)) << text;
  EXPECT_THROW((void)Term::must_iri("relative"), Error);
}

TEST(TermString, ReplacesWhatNoSyntaxCarries) {
  EXPECT_EQ(Term::string("a\0b"s).value(),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(Term::string("\xED\xA0\x80").value(), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a lone surrogate
  EXPECT_EQ(Term::string("\xEF\xBF\xBF\xEF\xB7\x90\xF0\x9F\xBF\xBE").value(), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(Term::string("tab\t\x01 caf\xC3\xA9 \xF0\x9F\x98\x80").value(), "tab\t\x01 caf\xC3\xA9 \xF0\x9F\x98\x80");
}

TEST(TermLanguage, IsLowerCaseAndWellFormed) {
  EXPECT_EQ(Term::lang_string("x", "EN-us").language(), "en-us");
  for (const char* tag : {"en", "zh-Hant-TW", "sl-rozaj-biske", "de-CH-1996", "en-a-myext-b-another", "x-private",
                          "en-x-a1", "zh-cmn-Hans-CN", "es-419", "ast"})
    EXPECT_FALSE(Term::lang_string("x", tag).language().empty()) << tag;
  for (const char* tag : {"", "e", "en_US", "en-", "-en", "en--us", "1en", "en us", "abcdefghi", "en-a", "en-x", "x",
                          "en\" . <x:y>", "fr-\xC3\xA9t"})
    EXPECT_TRUE(Term::lang_string("x", tag).language().empty()) << tag;
}

TEST(TermTyped, IsCanonical) {
  EXPECT_EQ(typed("+007", "integer"), "7");
  EXPECT_EQ(typed("-0", "integer"), "0");
  EXPECT_EQ(typed("-0012", "integer"), "-12");
  EXPECT_EQ(typed(" 42 ", "int"), "42");
  EXPECT_EQ(typed("0.870", "decimal"), "0.87");
  EXPECT_EQ(typed("+.50", "decimal"), "0.5");
  EXPECT_EQ(typed("-0.0", "decimal"), "0");
  EXPECT_EQ(typed("007.", "decimal"), "7");
  EXPECT_EQ(typed("1", "double"), "1.0E0");
  EXPECT_EQ(typed("-12.50e3", "double"), "-1.25E4");
  EXPECT_EQ(typed("0.1", "float"), "1.0E-1");
  EXPECT_EQ(typed("1", "boolean"), "true");
  EXPECT_EQ(typed("2024-02-29", "date"), "2024-02-29");
  EXPECT_EQ(typed("2026-11-22+00:00", "date"), "2026-11-22Z");
  EXPECT_EQ(typed("2026-11-22T09:05:00.500+02:00", "dateTime"), "2026-11-22T09:05:00.5+02:00");
  EXPECT_EQ(typed("2026-12-31T24:00:00Z", "dateTime"), "2027-01-01T00:00:00Z");
  EXPECT_EQ(typed("2026", "gYear"), "2026");
  EXPECT_EQ(typed("2026-11", "gYearMonth"), "2026-11");
  EXPECT_EQ(typed("-0044-03-15", "date"), "-0044-03-15");
  EXPECT_EQ(typed("http://example.org/a b", "anyURI"), "http://example.org/a%20b");
  EXPECT_EQ(typed("../a b", "anyURI"), "../a%20b");
  EXPECT_EQ(typed("P1Y", "duration"), "P1Y");
}

TEST(TermTyped, OutsideTheLexicalSpaceIsAString) {
  for (const auto& [lexical, name] :
       std::initializer_list<std::pair<const char*, const char*>>{{"NaN", "double"},
                                                                  {"INF", "double"},
                                                                  {"-INF", "float"},
                                                                  {"1e999", "double"},
                                                                  {"nan", "float"},
                                                                  {"", "double"},
                                                                  {"0x10", "double"},
                                                                  {"1e", "double"},
                                                                  {"1.5", "integer"},
                                                                  {"", "integer"},
                                                                  {"+", "integer"},
                                                                  {"abc", "decimal"},
                                                                  {".", "decimal"},
                                                                  {"1e3", "decimal"},
                                                                  {"TRUE", "boolean"},
                                                                  {"2023-02-29", "date"},
                                                                  {"2026-13-01", "date"},
                                                                  {"26-01-01", "date"},
                                                                  {"0000-01-01", "date"},
                                                                  {"2026-1-1", "date"},
                                                                  {"2026-11-22", "dateTime"},
                                                                  {"2026-11-22T25:00:00", "dateTime"},
                                                                  {"2026-11-22T24:00:01", "dateTime"},
                                                                  {"2026-11-22+01:00T00:00:00", "dateTime"},
                                                                  {"2026-11", "gYear"},
                                                                  {"2026-00", "gYearMonth"},
                                                                  {"300", "byte"},
                                                                  {"-1", "unsignedInt"},
                                                                  {"0", "positiveInteger"},
                                                                  {"9223372036854775808", "long"},
                                                                  {"2026-11-22+15:00", "date"}})
    EXPECT_EQ(typed(lexical, name), "(string)") << lexical << " " << name;
  EXPECT_EQ(Term::typed("NaN", xsd("double")), Term::string("NaN"));
}

TEST(TermTyped, SomeDatatypesAreNone) {
  EXPECT_EQ(Term::typed("x", xsd("string")), Term::string("x"));
  EXPECT_EQ(Term::typed("x", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"), Term::string("x"));
  EXPECT_EQ(Term::typed("x", "relative"), Term::string("x"));
  EXPECT_EQ(Term::typed("x", "http://example.org/a b").datatype(), "http://example.org/a%20b");
}

TEST(TermOrder, IrisThenLiteralsByCodePoint) {
  EXPECT_LT(Term(), Term::must_iri("z:z"));
  EXPECT_LT(Term::must_iri("z:z"), Term::string("a"));
  EXPECT_LT(Term::string("z"), Term::string("\xC3\xA9"));
  EXPECT_LT(Term::string("\xEF\xBF\xBD"), Term::string("\xF0\x9F\x98\x80"));
  EXPECT_LT(Term::string("a"), Term::lang_string("a", "en"));
}

}  // namespace
}  // namespace triplewright
