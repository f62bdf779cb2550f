#include "cli/run_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "cli/task.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::cli {
namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

constexpr const char* finding = "{\"file\":\"a.txt\",\"rule\":\"x\"}\n";
constexpr const char* done = "{\"file\":\"a.txt\",\"status\":\"checked\",\"findings\":1}\n";

TEST(RunFile, KeepsWhatIsWritten) {
  const test::TestFolder folder;
  {
    RunFile file(folder / "a.jsonl", false);
    EXPECT_TRUE(file.done().empty());
    file.write(finding);
    file.write("");
    file.write(done);
  }
  EXPECT_EQ(bytes_of(folder / "a.jsonl"), std::string(finding) + done);
}

TEST(RunFile, WithoutResumeMustBeNew) {
  const test::TestFolder folder;
  EXPECT_THROW(RunFile(folder.write("a.jsonl", done), false), Error);
  EXPECT_EQ(bytes_of(folder / "a.jsonl"), done);
  RunFile(folder.write("b.jsonl", ""), false);
}

TEST(RunFile, GoesOnBehindTheLastDocumentThatWasDone) {
  const test::TestFolder folder;
  folder.write("a.jsonl", std::string(finding) + done + "{\"id\":7,\"status\":\"failed\",\"findings\":0}\n" +
                              "{\"file\":\"b.txt\",\"rule\":\"x\"}\n{\"file\":\"b.t");
  {
    RunFile file(folder / "a.jsonl", true);
    EXPECT_EQ(file.done(), (std::set<std::uint64_t>{hash_of_name("a.txt"), hash_of_name("7")}));
    EXPECT_TRUE(file.was_any_found());
    EXPECT_TRUE(file.was_any_failed());
    file.write("{}\n");
  }
  EXPECT_EQ(bytes_of(folder / "a.jsonl"),
            std::string(finding) + done + "{\"id\":7,\"status\":\"failed\",\"findings\":0}\n{}\n");
}

TEST(RunFile, NothingFoundIsNoneFound) {
  const test::TestFolder folder;
  const RunFile file(folder.write("a.jsonl", "{\"file\":\"a.txt\",\"status\":\"checked\",\"findings\":0}\n"), true);
  EXPECT_FALSE(file.was_any_found());
  EXPECT_FALSE(file.was_any_failed());
  EXPECT_EQ(file.done().size(), 1U);
}

TEST(RunFile, DamageBeforeTheEndIsTold) {
  const test::TestFolder folder;
  EXPECT_THROW(RunFile(folder.write("a.jsonl", std::string("gì đó\n") + done), true), Error);
  EXPECT_EQ(bytes_of(folder / "a.jsonl"), std::string("gì đó\n") + done);
  RunFile(folder.write("b.jsonl", std::string(done) + "gì đó\n"), true);  // at the end it was cut off
  EXPECT_EQ(bytes_of(folder / "b.jsonl"), done);
}

TEST(RunFile, WhatWasNeverItsOwnIsLeftAlone) {
  const test::TestFolder folder;
  for (const char* foreign :
       {"một đoạn\n", "một đoạn", "{\"a\":1}\n{\"b\":2}\n", "{\"id\":1,\"text\":\"Nguời dân\"}\n",
        "{\"id\":1,\"text\":\"Nguời dân\"}", "{\"id\":1,\"status\":\"draft\",\"text\":\"x\"}\n", "\n", "7\n"}) {
    EXPECT_THROW(RunFile(folder.write("a.jsonl", foreign), true), Error) << foreign;
    EXPECT_EQ(bytes_of(folder / "a.jsonl"), foreign);
  }
  for (const char* begun : {"{\"fi", "{\"id\":7,\"ru", "{\"file\":\"a.txt\",\"rule\":\"x\"}"}) {
    RunFile(folder.write("b.jsonl", begun), true);
    EXPECT_EQ(bytes_of(folder / "b.jsonl"), "") << begun;
  }
}

TEST(RunFile, TextAndNumbersAreDifferentIds) {
  const test::TestFolder folder;
  const RunFile file(folder.write("a.jsonl", "{\"id\":\"1\",\"status\":\"checked\",\"findings\":0}\n"), true);
  EXPECT_EQ(file.done(), (std::set<std::uint64_t>{hash_of_name("\"1\"")}));
}

TEST(RunFile, GoesOnWithItsOwnPartOnly) {
  const test::TestFolder folder;
  const std::string whole = std::string(done) + "{\"shard\":\"1/3\",\"documents\":1}\n";
  folder.write("a.jsonl", whole);
  EXPECT_THROW(RunFile(folder / "a.jsonl", true, "2/3"), Error);
  EXPECT_THROW(RunFile(folder / "a.jsonl", true), Error);
  EXPECT_EQ(bytes_of(folder / "a.jsonl"), whole);
  RunFile(folder / "a.jsonl", true, "1/3");
  EXPECT_EQ(bytes_of(folder / "a.jsonl"), done);  // what says that all is there comes last again
}

TEST(RunFile, NoTwoRunsWriteOne) {
  const test::TestFolder folder;
  {
    const RunFile first(folder / "a.jsonl", false);
    EXPECT_THROW(RunFile(folder / "a.jsonl", true), Error);
  }
  RunFile(folder / "a.jsonl", true);
  EXPECT_THROW(RunFile(folder / "không có" / "a", false), Error);
}

}  // namespace
}  // namespace soat::cli
