// Any bytes at all as what a server answers, of any type and address: an item that names its address and, a page of a
// site, the site, or soat::Error.
#include "citation/exchange/web_page.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "citation/exchange/page_metadata.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto line = bytes.find('\n');
  const std::string_view first = bytes.substr(0, line);
  if (const auto address = soat::citation::web_address(first)) {
    if (!address->starts_with("http://") && !address->starts_with("https://")) std::abort();
    if (!soat::citation::web_address(*address)) std::abort();
  }
  soat::citation::WebPage page;
  page.url = "https://phu-sa.example/a";
  page.content_type = first;
  if (line != std::string_view::npos) page.bytes = bytes.substr(line + 1);
  try {
    const auto item = soat::citation::read_web_page(page, {2026, 3, 9});
    const bool of_a_site = soat::citation::is_of_a_site(item.value("type", ""));
    if (!item.contains("URL") || (of_a_site && !item.contains("container-title"))) std::abort();
    (void)item.dump();
  } catch (const soat::Error&) {
  }
  return 0;
}
