#include "nlp/conllu.h"

#include <gtest/gtest.h>

namespace triplewright::nlp {
namespace {

constexpr std::string_view kTwo =
    "# newdoc id = d1\n"
    "# newpar\n"
    "# text = Acme  doesn't sell chips.\n"
    "1\tAcme\tAcme\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\tNER=B-ORG\n"
    "2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tsell\tsell\tVERB\tVB\t_\t0\troot\t_\t_\n"
    "5\tchips\tchip\tNOUN\tNNS\t_\t4\tobj\t_\tSpaceAfter=No\n"
    "5.1\tghost\tghost\tNOUN\tNN\t_\t_\t_\t_\t_\n"
    "6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
    "\n"
    "# newpar\n"
    "1\tNew\tNew\tPROPN\tNNP\t_\t2\tcompound\t_\tNER=B-LOC\n"
    "2\tYork\tYork\tPROPN\tNNP\t_\t0\troot\t_\tNER=I-LOC|SpaceAfter=No\n"
    "3\t!\t!\tPUNCT\t.\t_\t2\tpunct\t_\t_\n";

TEST(Conllu, RebuildsTextAndOffsets) {
  const Document doc = document_from_conllu(kTwo);
  EXPECT_EQ(doc.article.text, "Acme  doesn't sell chips.\n\nNew York!");
  ASSERT_EQ(doc.tokens.size(), 9u);
  EXPECT_EQ(doc.form(1), "does");
  EXPECT_EQ(doc.form(2), "n't");
  EXPECT_EQ(doc.form(5), ".");
  EXPECT_EQ(doc.text({6, 9}), "New York!");
  EXPECT_EQ(doc.tokens[0].head, 3);
  EXPECT_EQ(doc.tokens[3].head, -1);
  EXPECT_EQ(doc.tokens[6].head, 7);
  EXPECT_FALSE(doc.tokens[1].space_after);
  EXPECT_TRUE(doc.tokens[2].space_after);
  ASSERT_EQ(doc.sentences.size(), 2u);
  EXPECT_EQ(doc.sentences[1].block, 1u);
  ASSERT_EQ(doc.article.blocks.size(), 2u);
  EXPECT_EQ(doc.article.blocks[1].span, (Span{27, 36}));
}

TEST(Conllu, ReadsNames) {
  const Document doc = document_from_conllu(kTwo);
  ASSERT_EQ(doc.mentions.size(), 2u);
  EXPECT_EQ(doc.mentions[0].type, NameType::Organization);
  EXPECT_EQ(doc.mentions[1].tokens, (Span{6, 8}));
  EXPECT_EQ(doc.mentions[1].head, 7u);
}

TEST(Conllu, ContractionsThatDoNotAddUpShareTheSpan) {
  const Document doc = document_from_conllu(
      "1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n1\tde\tde\tADP\tIN\t_\t0\troot\t_\t_\n2\tle\tle\tDET\tDT\t_\t1\tdet\t_\t_\n");
  EXPECT_EQ(doc.article.text, "du");
  EXPECT_EQ(doc.form(0), "du");
  EXPECT_EQ(doc.form(1), "du");
}

TEST(Conllu, WriteThenReadIsIdentity) {
  const Document doc = document_from_conllu(kTwo);
  const Document again = document_from_conllu(to_conllu(doc));
  EXPECT_EQ(again.article.text, doc.article.text);
  EXPECT_EQ(again.article.iri, "");
  ASSERT_EQ(again.tokens.size(), doc.tokens.size());
  for (std::uint32_t t = 0; t < doc.tokens.size(); ++t) {
    EXPECT_EQ(again.form(t), doc.form(t));
    EXPECT_EQ(again.tokens[t].lemma, doc.tokens[t].lemma);
    EXPECT_EQ(again.tokens[t].head, doc.tokens[t].head);
    EXPECT_EQ(again.tokens[t].deprel, doc.tokens[t].deprel);
  }
  EXPECT_EQ(again.mentions.size(), doc.mentions.size());
  EXPECT_EQ(to_conllu(again), to_conllu(document_from_conllu(to_conllu(again))));
}

TEST(Conllu, SplitsDocuments) {
  const auto documents =
      documents_from_conllu(std::string(kTwo) + "\n# newdoc id = d2\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n");
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[1].article.iri, "d2");
  EXPECT_EQ(documents[1].article.text, "Yes");
}

TEST(Conllu, ReportsTheLineOfAFault) {
  const auto line_of = [](std::string_view text) -> std::size_t {
    try {
      (void)document_from_conllu(text, "x.conllu");
    } catch (const Error& error) {
      return error.where().line;
    }
    return 0;
  };
  EXPECT_EQ(line_of("# c\n1\tonly\tthree\n"), 2u);
  EXPECT_EQ(line_of("2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n"), 1u);
  EXPECT_EQ(line_of("1\ta\ta\tX\t_\t_\tzero\troot\t_\t_\n"), 1u);
  EXPECT_EQ(line_of("1\ta\ta\tX\t_\t_\t9\tdep\t_\t_\n\n"), 2u);
  EXPECT_EQ(line_of("1-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n"), 3u);
}

}  // namespace
}  // namespace triplewright::nlp
