#include "cli/task.h"

#include <gtest/gtest.h>

#include <utility>

#include "support/pipe.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::cli {
namespace {

TEST(Task, IsTheSameAfterItsPacket) {
  Task task;
  task.number = 7;
  task.name = "bài\n.txt";
  task.id = "\"a\"";
  task.is_file = false;
  task.content = std::string("a\0b", 3);
  task.fault = "hỏng";
  const Task again = Task::unpacked(Task(task).packed());
  EXPECT_EQ(again.number, 7U);
  EXPECT_EQ(again.name, task.name);
  EXPECT_EQ(again.id, task.id);
  EXPECT_EQ(again.content, task.content);
  EXPECT_FALSE(again.is_file);
  EXPECT_EQ(again.fault, task.fault);
  task.content = "";
  EXPECT_EQ(Task::unpacked(Task(task).packed()).content, "");
  task.content.reset();
  EXPECT_FALSE(Task::unpacked(Task(task).packed()).content);
}

TEST(Task, APacketCutShortIsRefused) {
  Task task;
  task.content = "một";
  const std::string packed = std::move(task).packed();
  for (std::size_t size = 0; size < packed.size(); ++size)
    EXPECT_THROW(Task::unpacked(packed.substr(0, size)), std::out_of_range) << size;
}

TEST(Shard, IsANumberOfANumber) {
  const auto shard = parse_shard("3/10");
  ASSERT_TRUE(shard);
  EXPECT_EQ(shard->number, 3U);
  EXPECT_EQ(shard->count, 10U);
  for (const char* text : {"", "3", "0/3", "4/3", "a/b", "1/", "/2", "1/2x", "-1/2", "1 / 2", "1/2/3"})
    EXPECT_FALSE(parse_shard(text)) << text;
}

TEST(Shard, EveryNameIsInOne) {
  for (int i = 0; i < 200; ++i) {
    const std::string name = "bài " + std::to_string(i);
    int in = 0;
    for (std::size_t number = 1; number <= 7; ++number) in += Shard{number, 7}.has(name) ? 1 : 0;
    EXPECT_EQ(in, 1) << name;
    EXPECT_TRUE(Shard().has(name));
  }
}

TEST(LineReader, GivesLinesAsTheyCome) {
  using State = WorkSource::State;
  test::Pipe pipe;
  LineReader reader(pipe.from(), true);
  std::string line;
  EXPECT_EQ(reader.next(line), State::waiting);
  pipe.write("một\r\nha");
  EXPECT_EQ(reader.next(line), State::ready);
  EXPECT_EQ(line, "một");
  EXPECT_EQ(reader.next(line), State::waiting);
  pipe.write("i\n\nba");
  EXPECT_EQ(reader.next(line), State::ready);
  EXPECT_EQ(line, "hai");
  EXPECT_EQ(reader.next(line), State::ready);
  EXPECT_EQ(line, "");
  EXPECT_EQ(reader.next(line), State::waiting);
  pipe.end();
  EXPECT_EQ(reader.next(line), State::ready);  // the last has no end
  EXPECT_EQ(line, "ba");
  EXPECT_EQ(reader.next(line), State::ended);
}

std::vector<Task> tasks(TaskSource::Options options) {
  TaskSource source(std::move(options));
  std::vector<Task> all;
  for (std::string packed; source.next(packed) == WorkSource::State::ready;) all.push_back(Task::unpacked(packed));
  return all;
}

TEST(TaskSource, GivesInputsThenTheListInTheirOrder) {
  const test::TestFolder folder;
  TaskSource::Options options;
  options.inputs = {{"b.txt", {}}, {"a.txt", Error("a.txt: hỏng")}};
  options.files_from = folder.write("danh sách", "c.txt\n\nd.txt").string();
  const std::vector<Task> all = tasks(options);
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0].name, "b.txt");
  EXPECT_EQ(all[1].fault, "a.txt: hỏng");
  EXPECT_EQ(all[3].name, "d.txt");
  EXPECT_EQ(all[3].number, 3U);
}

TEST(TaskSource, LeavesOutWhatWasDone) {
  TaskSource::Options options;
  options.inputs = {{"a.txt", {}}, {"b.txt", {}}};
  options.done = {hash_of_name("a.txt")};
  TaskSource source(options);
  EXPECT_EQ(source.total(), 2U);
  std::string packed;
  ASSERT_EQ(source.next(packed), WorkSource::State::ready);
  EXPECT_EQ(Task::unpacked(packed).name, "b.txt");
  EXPECT_EQ(source.next(packed), WorkSource::State::ended);
  EXPECT_EQ(source.skipped(), 1U);
}

TEST(TaskSource, ANameWithANulNamesNoFile) {
  const test::TestFolder folder;
  TaskSource::Options options;
  options.files_from = folder.write("list", std::string("a.txt\0b.txt\0", 12)).string();
  const std::vector<Task> all = tasks(options);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_NE(all[0].fault, "");
}

TEST(TaskSource, StandardInputIsNoDocumentWhereItIsTheList) {
  TaskSource::Options options;
  options.inputs = {{"-", {}}};
  options.files_from = "-";
  TaskSource source(options);
  std::string packed;
  ASSERT_EQ(source.next(packed), WorkSource::State::ready);
  const Task task = Task::unpacked(packed);
  EXPECT_FALSE(task.content);
  EXPECT_FALSE(task.fault.empty());
}

TEST(TaskSource, AListThatIsNotThereIsAnError) {
  TaskSource::Options options;
  options.files_from = "/không/có";
  EXPECT_THROW(TaskSource{options}, Error);
}

}  // namespace
}  // namespace soat::cli
