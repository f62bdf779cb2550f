#include "citation/session/formatter.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <future>
#include <string>
#include <utility>

#include "citation/csl/errors.h"
#include "citation/session/formatter_queue.h"
#include "support/test_folder.h"
#include "text/message.h"
#include "texts/texts.h"
#include "unit/citation/fixture.h"

namespace soat::citation::session {
namespace {

using nlohmann::json;

struct World {
  explicit World(const std::string& style = "ieee") {
    snapshot.setup.style = citation::test::options_for(style).style.info.id;
    snapshot.setup.style_folders = {citation::test::data_folder() / "styles"};
    snapshot.setup.locale_folders = {citation::test::data_folder() / "locales"};
  }

  CitationInput input(const std::string& id, const std::string& item, int year = 2000) {
    snapshot.items[item] = std::make_shared<const json>(
        json{{"id", item}, {"type", "book"}, {"title", item}, {"issued", {{"date-parts", {{year}}}}}});
    return {id, std::make_shared<const json>(json::array({{{"id", item}}})), false, 0};
  }
  void add(const std::string& id, const std::string& item) { snapshot.citations.push_back(input(id, item)); }

  Snapshot snapshot;
  std::atomic<bool> cancelled = false;
  Formatter formatter{cancelled};
};

TEST(Formatter, TellsWhatAnInsertionChanges) {
  World world;
  world.add("a", "x");
  world.add("b", "y");
  const CitationInput fresh = world.input("c", "z");
  EXPECT_EQ(world.formatter.preview(world.snapshot, fresh, 1), "[2]");
  const auto texts = world.formatter.insert(world.snapshot, fresh, 1);
  EXPECT_EQ(texts.at("c"), "[2]");
  EXPECT_EQ(texts.at("b"), "[3]");
}

// A source that comes to stand last in a sorted list has no other number change, and what has been shown before does
// not either.
TEST(Formatter, LeavesNumbersThatStayInASortedList) {
  World world("bo-giao-duc-va-dao-tao");
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) world.add(id, std::string("item ") + id);
  const CitationInput fresh = world.input("z", "item z");
  EXPECT_EQ(world.formatter.preview(world.snapshot, fresh, 0), "[7]");
  EXPECT_EQ(world.formatter.insert(world.snapshot, fresh, 0), (Formatter::Texts{{"z", "[7]"}}));
  // One that comes to stand between has.
  world.snapshot.citations.insert(world.snapshot.citations.begin(), fresh);
  const auto texts = world.formatter.insert(world.snapshot, world.input("y", "item dd"), 0);
  EXPECT_EQ(texts.at("y"), "[5]");
  EXPECT_EQ(texts.at("e"), "[6]");
  EXPECT_EQ(texts.at("z"), "[8]");
  EXPECT_FALSE(texts.contains("d"));
}

// All notes behind a new one count on, but a style that does not print their numbers says the same in them.
TEST(Formatter, LeavesNotesBehindANewOne) {
  World world("chicago-fullnote-bibliography");
  const std::pair<const char*, const char*> cites[] = {{"a", "x"}, {"b", "y"}, {"c", "z"}, {"d", "y"}, {"e", "x"}};
  int note = 1;
  for (const auto& [id, item] : cites) {
    world.add(id, item);
    world.snapshot.citations.back().note = note++;
  }
  world.formatter.warm_up(world.snapshot);
  CitationInput fresh = world.input("new", "w");
  fresh.note = 1;
  for (CitationInput& one : world.snapshot.citations) ++one.note;
  const auto texts = world.formatter.insert(world.snapshot, fresh, 0);
  EXPECT_EQ(texts.size(), 1u);
  EXPECT_TRUE(texts.contains("new"));
}

// The engine fetches what it previews, and forgets it again.
TEST(Formatter, FormatsAllAfterAPreview) {
  World world;
  world.add("a", "x");
  world.formatter.all(world.snapshot, {});
  const CitationInput fresh = world.input("b", "y");
  EXPECT_EQ(world.formatter.preview(world.snapshot, fresh, 0), "[1]");
  world.snapshot.citations.insert(world.snapshot.citations.begin(), fresh);
  const auto texts = world.formatter.all(world.snapshot, {});
  EXPECT_EQ(texts.at("b"), "[1]");
  EXPECT_EQ(texts.at("a"), "[2]");
}

TEST(Formatter, FollowsADocumentThatChangedOtherwise) {
  World world;
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) world.add(id, std::string("item ") + id);
  world.formatter.warm_up(world.snapshot);
  // One is taken away by hand and one put in.
  world.snapshot.citations.erase(world.snapshot.citations.begin());
  world.add("g", "item g");
  const auto texts = world.formatter.insert(world.snapshot, world.input("h", "item h"), 0);
  EXPECT_EQ(texts.at("h"), "[1]");
  EXPECT_EQ(world.formatter.all(world.snapshot, {}).at("g"), "[6]");
}

// A style in a folder of its own, whose citations are a text.
struct EditedStyle {
  EditedStyle() {
    world.snapshot.setup.style = "http://x.example/own";
    world.snapshot.setup.style_folders = {folder.path()};
    world.add("a", "x");
  }

  void write(const std::string& bytes) {
    folder.write("own.csl", bytes);
    // Never the same stamp, however coarse the clock of the file system.
    std::filesystem::last_write_time(folder / "own.csl",
                                     std::filesystem::file_time_type::clock::now() + std::chrono::hours(++written));
  }
  static std::string says(const std::string& text) {
    return "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" class=\"in-text\"><info><title>x</title>"
           "<id>http://x.example/own</id></info><citation><layout><text value=\"" +
           text + "\"/></layout></citation></style>";
  }
  std::string shown() { return world.formatter.all(world.snapshot, {}).at("a"); }

  soat::test::TestFolder folder;
  World world;
  int written = 0;
};

TEST(Formatter, ReadsAStyleAnewThatWasEdited) {
  EditedStyle style;
  style.write(EditedStyle::says("mot"));
  EXPECT_EQ(style.shown(), "mot");
  style.write(EditedStyle::says("hai"));
  EXPECT_EQ(style.shown(), "hai");
  EXPECT_FALSE(style.world.formatter.take_style_fault());
}

TEST(Formatter, GoesOnWithAStyleThatIsBrokenNow) {
  EditedStyle style;
  style.write(EditedStyle::says("mot"));
  EXPECT_EQ(style.shown(), "mot");
  style.write("<style>");
  EXPECT_EQ(style.shown(), "mot");
  const auto fault = style.world.formatter.take_style_fault();
  ASSERT_TRUE(fault);
  EXPECT_NE(text::Message(texts::error_named, *fault, "").utf8(text::Language::en).find("own.csl"), std::string::npos);
  EXPECT_EQ(style.shown(), "mot");
  EXPECT_FALSE(style.world.formatter.take_style_fault());  // said once
  std::filesystem::remove(style.folder / "own.csl");
  EXPECT_EQ(style.shown(), "mot");
  EXPECT_TRUE(style.world.formatter.take_style_fault());
  style.write(EditedStyle::says("ba"));
  EXPECT_EQ(style.shown(), "ba");
}

TEST(Formatter, TellsWhatARemovalChanges) {
  World world;
  for (const char* id : {"a", "b", "c"}) world.add(id, id);
  world.formatter.all(world.snapshot, {});
  world.snapshot.citations.erase(world.snapshot.citations.begin());
  const auto texts = world.formatter.removed(world.snapshot);
  EXPECT_EQ(texts.at("b"), "[1]");
  EXPECT_EQ(texts.at("c"), "[2]");
  world.snapshot.citations.clear();
  EXPECT_TRUE(world.formatter.removed(world.snapshot).empty());
  EXPECT_TRUE(world.formatter.list(world.snapshot, false).groups.empty() ||
              world.formatter.list(world.snapshot, false).groups[0].entries.empty());
}

TEST(Formatter, TakesOtherDataAndAnotherStyle) {
  World world("apa");
  world.add("a", "x");
  EXPECT_NE(world.formatter.all(world.snapshot, {}).at("a").find("2000"), std::string::npos);
  world.input("a", "x", 1999);
  EXPECT_NE(world.formatter.all(world.snapshot, {}).at("a").find("1999"), std::string::npos);
  world.snapshot.setup.style = World("ieee").snapshot.setup.style;
  std::size_t told = 0;
  EXPECT_EQ(world.formatter.all(world.snapshot, [&](std::size_t done, std::size_t) { told = done; }).at("a"), "[1]");
  EXPECT_EQ(told, 1U);
  world.snapshot.uncited = {"x"};
  EXPECT_EQ(world.formatter.list(world.snapshot, false).groups.at(0).entries.size(), 1U);
  EXPECT_TRUE(world.formatter.open(world.snapshot.setup).has_bibliography);
}

TEST(Formatter, BeginsAnewAfterAnError) {
  World world;
  world.add("a", "x");
  world.snapshot.setup.style = "http://nowhere.example/none";
  EXPECT_THROW(world.formatter.all(world.snapshot, {}), StyleMissing);
  world.snapshot.setup = World().snapshot.setup;
  world.cancelled = true;
  EXPECT_THROW(world.formatter.all(world.snapshot, {}), Cancelled);
  world.cancelled = false;
  EXPECT_EQ(world.formatter.all(world.snapshot, {}).at("a"), "[1]");
}

TEST(FormatterQueue, FormatsOnItsOwnThreadAndCanBeStopped) {
  World world;
  for (int i = 0; i < 12; ++i) world.add("c" + std::to_string(i), "x" + std::to_string(i));
  std::promise<std::string> failure;
  FormatterQueue queue([&](const std::exception_ptr& error) {
    try {
      std::rethrow_exception(error);
    } catch (const Cancelled&) {
      failure.set_value("cancelled");
    } catch (...) {
      failure.set_value("something else");
    }
  });
  queue.post(
      [&](Formatter& formatter) { formatter.all(world.snapshot, [&](std::size_t, std::size_t) { queue.cancel(); }); });
  EXPECT_EQ(failure.get_future().get(), "cancelled");
  std::promise<std::size_t> made;
  queue.post([&](Formatter& formatter) { made.set_value(formatter.all(world.snapshot, {}).size()); });
  EXPECT_EQ(made.get_future().get(), 12U);
}

}  // namespace
}  // namespace soat::citation::session
