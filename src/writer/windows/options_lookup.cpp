#include <string>

#include "citation/lookup/answer.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/service.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/sources/lookup_request.h"
#include "writer/windows/options_page.h"

namespace soat::writer {

namespace {

using citation::Services;

// Where sources are asked for: the usual services stand in the fields, so that they can be read before they are
// changed.
class OptionsLookup final : public OptionsPage {
 public:
  static constexpr const char* implementation_name = "org.soat.implementation.OptionsLookup";
  static constexpr const char* service_name = "org.soat.OptionsLookup";

  using OptionsPage::OptionsPage;

  SOAT_SERVICE_INFO()

 private:
  const char* name() const override { return "OptionsLookup"; }

  void load() override {
    show(lookup_services(context()));
    set_label("message", {});
  }

  // An address that cannot be asked is not kept; the one before stays.
  void save() override {
    const Services before = lookup_services(context());
    Services kept = before;
    for (const ServiceField& field : service_fields) {
      const std::string typed = utf8(entered(field.control).trim());
      if (typed.empty()) {
        kept.*field.address = Services().*field.address;
      } else if (citation::is_service_address(typed)) {
        kept.*field.address = typed;
      }
    }
    set_lookup_services(context(), kept);
  }

  void pressed(const OUString& name) override {
    if (name == "usual") show(Services());
    if (name == "typed") tell_what_is_wrong();
  }

  void show(const Services& services) {
    for (const ServiceField& field : service_fields)
      enter(field.control, to_office(std::string_view(services.*field.address)));
  }

  void tell_what_is_wrong() {
    OUString said;
    for (const ServiceField& field : service_fields) {
      const std::string typed = utf8(entered(field.control).trim());
      if (!typed.empty() && !citation::is_service_address(typed))
        said = text(context(), texts::options_lookup_wrong, typed, std::string_view("{id}"));
    }
    set_label("message", said);
  }
};

}  // namespace

}  // namespace soat::writer

SOAT_CONSTRUCTOR(soat_create_options_lookup, soat::writer::OptionsLookup)
