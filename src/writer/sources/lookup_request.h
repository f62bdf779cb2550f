#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "citation/lookup/answer.h"
#include "citation/lookup/pasted.h"
#include "writer/sources/page_fetcher.h"

namespace soat::writer {

struct LookupAnswer {
  citation::Identifier identifier;
  nlohmann::json item;     // CSL-JSON; null where there is none
  std::u16string message;  // why there is none, one or two sentences for the user in the interface's language
};

// The services that the settings name, the usual ones where they name none. Main thread.
citation::Services lookup_services(const Context& context);
// Keeps them; takes effect with the next question.
void set_lookup_services(const Context& context, const citation::Services& services);

// A service in the settings and on the options page.
struct ServiceField {
  const char* setting;
  const char* control;
  std::string citation::Services::*address;
};
inline constexpr ServiceField service_fields[] = {{"Doi", "doi", &citation::Services::doi},
                                                  {"Isbn", "isbn", &citation::Services::isbn},
                                                  {"Pmid", "pmid", &citation::Services::pmid},
                                                  {"Arxiv", "arxiv", &citation::Services::arxiv}};

// Asks the services that the settings name for sources, one identifier after the other, on a thread of its own. For the
// main thread.
class LookupRequest {
 public:
  using Progress = std::function<void(std::size_t asked)>;
  using Done = std::function<void(const std::vector<LookupAnswer>&)>;

  // Both are called later on the main thread, `progress` before each question, `done` once; neither when the request is
  // cancelled or destroyed before. `limits` hold for each question.
  LookupRequest(const Context& context, std::vector<citation::Identifier> identifiers, const PageLimits& limits,
                Progress progress, Done done);
  ~LookupRequest();
  LookupRequest(const LookupRequest&) = delete;
  LookupRequest& operator=(const LookupRequest&) = delete;

 private:
  std::shared_ptr<std::atomic<bool>> cancelled_;
};

}  // namespace soat::writer
