#include "citation/session/job_queue.h"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>
#include <vector>

namespace soat {
namespace {

TEST(JobQueue, DoesJobsInOrderOnOneThread) {
  std::vector<int> done;
  std::vector<std::thread::id> threads;
  std::promise<void> ended;
  JobQueue queue;
  for (int i = 0; i < 5; ++i) {
    queue.post([&, i] {
      done.push_back(i);
      threads.push_back(std::this_thread::get_id());
      if (i == 4) ended.set_value();
    });
  }
  ended.get_future().wait();
  EXPECT_EQ(done, (std::vector<int>{0, 1, 2, 3, 4}));
  EXPECT_NE(threads.front(), std::this_thread::get_id());
  EXPECT_EQ(threads, std::vector<std::thread::id>(5, threads.front()));
}

TEST(JobQueue, TellsWhatAJobThrowsAndGoesOn) {
  std::promise<std::string> told;
  std::promise<void> next;
  JobQueue queue({[&](const std::exception_ptr& error) {
                    try {
                      std::rethrow_exception(error);
                    } catch (const std::exception& failure) {
                      told.set_value(failure.what());
                    }
                  },
                  {},
                  {},
                  {}});
  queue.post([] { throw std::runtime_error("hỏng"); });
  queue.post([&] { next.set_value(); });
  EXPECT_EQ(told.get_future().get(), "hỏng");
  next.get_future().wait();
}

TEST(JobQueue, CancelsOnlyWhatRuns) {
  JobQueue queue;
  queue.cancel();  // nothing runs
  std::promise<void> running;
  std::promise<bool> first;
  std::promise<bool> second;
  queue.post([&] {
    running.set_value();
    while (!queue.cancelled()) std::this_thread::yield();
    first.set_value(true);
  });
  queue.post([&] { second.set_value(queue.cancelled()); });
  running.get_future().wait();
  queue.cancel();
  EXPECT_TRUE(first.get_future().get());
  EXPECT_FALSE(second.get_future().get());
}

TEST(JobQueue, EndsWhatRunsAndBeginsNothingMore) {
  bool begun = false;
  std::thread::id worker;
  std::thread::id last;
  std::promise<void> running;
  {
    JobQueue queue({{}, {}, {}, [&] { last = std::this_thread::get_id(); }});
    queue.post([&] {
      worker = std::this_thread::get_id();
      running.set_value();
      while (!queue.cancelled()) std::this_thread::yield();
    });
    queue.post([&] { begun = true; });
    running.get_future().wait();
  }
  EXPECT_FALSE(begun);
  EXPECT_EQ(last, worker);
}

TEST(JobQueue, RestsAfterEachRunOfJobs) {
  std::atomic<int> rests = 0;
  std::promise<void> rested;
  JobQueue queue({{},
                  std::chrono::milliseconds(1),
                  [&] {
                    if (++rests == 2) rested.set_value();
                  },
                  {}});
  queue.post([] {});
  while (rests == 0) std::this_thread::yield();
  queue.post([] {});
  rested.get_future().wait();
  EXPECT_EQ(rests, 2);
}

TEST(JobQueue, WithoutJobsHasNoThread) {
  bool ended = false;
  {
    const JobQueue queue({{}, {}, {}, [&] { ended = true; }});
  }
  EXPECT_FALSE(ended);
}

TEST(JobQueue, LetsGoUnbegunWhatCannotBeDoneAnyMore) {
  JobQueue queue;
  std::promise<void> running;
  queue.post([&] {
    running.set_value();
    while (!queue.cancelled()) std::this_thread::yield();
  });
  const auto promised = [&queue] {
    auto promise = std::make_shared<std::promise<void>>();
    std::future<void> future = promise->get_future();
    queue.post([promise = std::move(promise)] { promise->set_value(); });
    return future;
  };
  std::future<void> waiting = promised();
  running.get_future().wait();
  queue.end();
  EXPECT_THROW(waiting.get(), std::future_error);
  EXPECT_THROW(promised().get(), std::future_error);
}

TEST(JobQueue, TellsItsThreadOfTheBeginning) {
  std::thread::id begun;
  std::promise<std::thread::id> worker;
  JobQueue queue({{}, {}, {}, {}, [&] { begun = std::this_thread::get_id(); }});
  queue.post([&] { worker.set_value(std::this_thread::get_id()); });
  EXPECT_EQ(worker.get_future().get(), begun);
}

}  // namespace
}  // namespace soat
