#include "citation/session/edits.h"

#include <gtest/gtest.h>

#include "citation/session/citation_data.h"
#include "citation/session/note_text.h"
#include "citation/session/settings.h"
#include "text/error.h"

namespace soat::citation::session {
namespace {

Json written(const std::string& text, int note) {
  const Json cites = Json::array({{{"uris", Json::array({"u"})}, {"itemData", {{"title", "A"}}}}});
  return written_citation(citation_of("id", cites, true), text, text, note);
}

TEST(Edits, OnlyWhatIsAnotherIsWritten) {
  RewriteCitation edit{0, "id", "[1]", std::nullopt, false};
  EXPECT_EQ(judge(edit, written("[1]", 0), "[1]", 0), Rewriting::needless);
  EXPECT_EQ(judge(edit, written("[1]", 0), "[1]", 2), Rewriting::data);
  EXPECT_EQ(judge(edit, written("[2]", 0), "[2]", 0), Rewriting::text);
  edit.id = "other";
  EXPECT_EQ(judge(edit, written("[1]", 0), "[1]", 0), Rewriting::data);
}

TEST(Edits, TextsOfTheUsersOwnStay) {
  RewriteCitation edit{0, "id", "[2]", std::nullopt, false};
  EXPECT_EQ(judge(edit, written("[1]", 0), "[một]", 0), Rewriting::edited);
  edit.overwrite_edits = true;
  EXPECT_EQ(judge(edit, written("[1]", 0), "[một]", 0), Rewriting::text);
  EXPECT_EQ(judge(edit, kept_citation(written("[1]", 0), "id"), "[một]", 0), Rewriting::needless);
  edit.data = written("[3]", 0);  // edited in the window
  EXPECT_EQ(judge(edit, kept_citation(written("[1]", 0), "id"), "[một]", 0), Rewriting::text);
}

TEST(Edits, NotesThatSayMoreAreLeft) {
  const std::vector<Json> citations = {written("Trần, Sông", 1), written("Lê, Ghe", 1)};
  EXPECT_FALSE(says_more(u" Trần, Sông; Lê, Ghe.", {u"Trần, Sông", u"Lê, Ghe"}, citations));
  EXPECT_TRUE(says_more(u"Xem Trần, Sông; Lê, Ghe", {u"Trần, Sông", u"Lê, Ghe"}, citations));
  // A mark that has grown over what was typed behind it.
  EXPECT_TRUE(says_more(u"Trần, Sông hay lắm", {u"Trần, Sông hay lắm"}, {citations[0]}));
  EXPECT_EQ(words_beside(u"abcabc", {u"abc", u""}), u"abc");
}

}  // namespace
}  // namespace soat::citation::session
