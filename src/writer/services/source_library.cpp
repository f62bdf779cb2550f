#include <algorithm>
#include <com/sun/star/lang/IllegalArgumentException.hpp>
#include <com/sun/star/uno/RuntimeException.hpp>
#include <cppuhelper/implbase2.hxx>
#include <org/soat/XSourceLibrary.hpp>

#include "citation/exchange/csl_item.h"
#include "citation/exchange/exchange.h"
#include "citation/library/attachments.h"
#include "citation/library/intake.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/answer.h"
#include "writer/border/border.h"
#include "writer/border/folders.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/sources/user_library.h"
#include "writer/windows/file_choice.h"

namespace soat::writer {

namespace {

using nlohmann::json;

constexpr std::size_t all_of_them = 10'000'000;

class SourceLibrary final : public cppu::WeakImplHelper2<org::soat::XSourceLibrary, css::lang::XServiceInfo> {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.SourceLibrary";
  static constexpr const char* service_name = "org.soat.SourceLibrary";

  explicit SourceLibrary(const Context& context) : context_(context) {}

  SOAT_SERVICE_INFO()

  OUString SAL_CALL search(const OUString& query, sal_Int32 limit) override {
    json list = json::array();
    answer([&] {
      UserLibrary::instance().run_and_wait(context_, [&](citation::Library& library) {
        for (citation::LibraryItem& one : library.search(utf8(query), static_cast<std::size_t>(std::max(0, limit))))
          list.push_back({{"key", one.key}, {"uri", one.uri}, {"item", std::move(one.item)}});
      });
    });
    return to_office(std::string_view(list.dump()));
  }

  sal_Int32 SAL_CALL add(const OUString& items, const OUString& on_duplicate) override {
    return answer([&] {
      return take_in(understood([&] { return citation::read_csl_json(utf8(items), "items"); }), on_duplicate);
    });
  }

  void SAL_CALL replace(sal_Int64 key, const OUString& item) override {
    answer([&] {
      const json items = understood([&] { return citation::read_csl_json(utf8(item), "item"); });
      if (items.size() != 1) refuse(texts::error_macro_one_item);
      UserLibrary::instance().run_and_wait(context_,
                                           [&](citation::Library& library) { library.replace(key, items.front()); });
    });
  }

  void SAL_CALL remove(sal_Int64 key) override {
    answer([&] {
      UserLibrary::instance().run_and_wait(context_, [&](citation::Library& library) { library.remove(key); });
    });
  }

  sal_Int32 SAL_CALL importFile(const OUString& url, const OUString& on_duplicate) override {
    return answer([&] {
      const std::filesystem::path file = system_path(url);
      json items = understood([&] { return citation::read_sources(read_bytes(file), file.filename().string()); });
      citation::find_files(items, file.parent_path());
      return take_in(items, on_duplicate);
    });
  }

  OUString SAL_CALL exportAs(const OUString& query, const OUString& format) override {
    return answer([&] {
      json items = json::array();
      UserLibrary::instance().run_and_wait(context_, [&](citation::Library& library) {
        for (citation::LibraryItem& one : library.search(utf8(query), all_of_them))
          items.push_back(std::move(one.item));
      });
      citation::make_ids_unique(items);
      if (format == "json") return to_office(std::string_view(citation::write_csl_json(items)));
      if (format == "bib") return to_office(std::string_view(citation::write_bibtex(items)));
      if (format == "ris") return to_office(std::string_view(citation::write_ris(items)));
      refuse({texts::error_macro_choice, R"("json", "bib", "ris")"});
    });
  }

  OUString SAL_CALL parse(const OUString& line) override {
    return answer([&] { return to_office(std::string_view(citation::parse_reference(utf8(line)).dump())); });
  }

 private:
  css::uno::Reference<css::uno::XInterface> self() { return static_cast<cppu::OWeakObject*>(this); }

  [[noreturn]] void refuse(const text::Message& why) {
    throw css::lang::IllegalArgumentException(text(context_, why), self(), 1);
  }

  // What a file or an argument holds; what cannot be read is the caller's fault.
  template <class Reading>
  json understood(Reading&& reading) {
    try {
      return reading();
    } catch (const soat::Error& error) {
      throw css::lang::IllegalArgumentException(text(context_, error), self(), 1);
    }
  }

  template <class Action>
  auto answer(Action&& action) -> decltype(action()) {
    return writer::answer(context_, self(), std::forward<Action>(action));
  }

  sal_Int32 take_in(const json& items, const OUString& on_duplicate) {
    const bool merge = on_duplicate == "merge";
    const bool keep = on_duplicate == "keep";
    if (!merge && !keep && on_duplicate != "skip") refuse({texts::error_macro_choice, R"("skip", "merge", "keep")"});
    citation::Intake counts;
    UserLibrary::instance().run_and_wait(context_, [&](citation::Library& library) {
      counts = citation::take_in(library, items,
                                 merge  ? citation::OnDuplicate::merge
                                 : keep ? citation::OnDuplicate::keep
                                        : citation::OnDuplicate::skip);
    });
    return static_cast<sal_Int32>(counts.added);
  }

  Context context_;
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_source_library, soat::writer::SourceLibrary)
