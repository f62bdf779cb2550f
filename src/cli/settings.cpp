#include "cli/settings.h"

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/nearest.h"
#include "document/reader.h"
#include "text/utf.h"
#include "texts/settings.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

class SettingsReader {
 public:
  explicit SettingsReader(const fs::path& file) { settings_.file = file; }

  Settings read() {
    toml::table table;
    try {
      table = toml::parse(document::read_bytes(settings_.file), settings_.file.string());
    } catch (const toml::parse_error& error) {
      throw SettingsError(texts::settings_damaged, settings_.file.string(), error.source().begin.line,
                          std::string(error.description()));
    } catch (const Error& error) {
      throw SettingsError(texts::settings_list, settings_.file.string(), 1, error.message());
    }
    for (auto&& [key, value] : table) read_key(key.str(), value);
    return std::move(settings_);
  }

 private:
  using Take = std::function<void(const toml::node&)>;

  const std::map<std::string, Take, std::less<>>& keys() {
    if (keys_.empty()) {
      keys_ = {
          {"profile", [this](const toml::node& node) { settings_.profile = profile(node); }},
          {"only", [this](const toml::node& node) { take_categories(node); }},
          {"house-list", [this](const toml::node& node) { take_house_list(node); }},
          {"tones", [this](const toml::node& node) { settings_.tones = tones(node); }},
          {"exclude", [this](const toml::node& node) { take_patterns(node); }},
          {"gitignore", [this](const toml::node& node) { settings_.gitignore = yes_or_no(node); }},
          {"least-confidence", [this](const toml::node& node) { settings_.least_confidence = confidence(node); }},
          {"rules", [this](const toml::node& node) { take_rules(node, {}); }},
      };
    }
    return keys_;
  }

  void read_key(std::string_view key, const toml::node& value) {
    const auto known = keys().find(key);
    if (known != keys().end()) return known->second(value);
    std::vector<std::string> names;
    for (const auto& [name, take] : keys()) names.push_back(name);
    unknown(value, key, nearest(key, names));
  }

  [[noreturn]] void unknown(const toml::node& at, std::string_view key, const std::string& like) const {
    if (like.empty()) throw SettingsError(texts::settings_unknown, settings_.file.string(), line(at), key);
    throw SettingsError(texts::settings_unknown_like, settings_.file.string(), line(at), key, like);
  }

  static std::size_t line(const toml::node& node) { return node.source().begin.line; }

  [[noreturn]] void wrong(const toml::node& node, text::MessageId<0> wanted) const {
    throw SettingsError(texts::settings_wrong, settings_.file.string(), line(node), wanted);
  }

  std::string one_of(const toml::node& node, const std::vector<std::string>& names) const {
    const auto value = node.value<std::string>();
    if (value && std::ranges::find(names, *value) != names.end()) return *value;
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    throw SettingsError(texts::settings_choice, settings_.file.string(), line(node), list);
  }

  check::Profile profile(const toml::node& node) const {
    return one_of(node, {"normal", "strict"}) == "strict" ? check::Profile::strict : check::Profile::normal;
  }
  text::ToneStyle tones(const toml::node& node) const {
    return one_of(node, {"old", "new"}) == "old" ? text::ToneStyle::old_style : text::ToneStyle::new_style;
  }
  bool yes_or_no(const toml::node& node) const {
    if (!node.is_boolean()) wrong(node, texts::settings_want_boolean);
    return *node.value<bool>();
  }
  float confidence(const toml::node& node) const {
    const auto value = node.value<double>();
    if (!value || node.is_boolean() || !(*value >= 0 && *value <= 1)) wrong(node, texts::settings_want_confidence);
    return static_cast<float>(*value);
  }

  std::vector<const toml::node*> list(const toml::node& node) const {
    if (!node.is_array()) wrong(node, texts::settings_want_list);
    std::vector<const toml::node*> out;
    for (const toml::node& one : *node.as_array()) {
      if (!one.is_string()) wrong(one, texts::settings_want_list);
      out.push_back(&one);
    }
    return out;
  }

  void take_categories(const toml::node& node) {
    std::vector<std::string> names;
    for (const check::CategoryInfo& category : check::categories) names.emplace_back(category.name);
    for (const toml::node* one : list(node)) {
      check::Category category;
      const std::string name = *one->value<std::string>();
      if (!check::category_from_name(name, category)) unknown(*one, name, nearest(name, names));
      settings_.only.push_back(category);
    }
  }

  void take_patterns(const toml::node& node) {
    for (const toml::node* one : list(node)) settings_.exclude.add(*one->value<std::string>());
  }

  void take_house_list(const toml::node& node) {
    if (!node.is_string()) wrong(node, texts::settings_want_text);
    try {
      settings_.house_file = settings_.file.parent_path() / *node.value<std::string>();
      settings_.house = std::make_shared<const check::HouseList>(
          check::HouseList::read(settings_.house_file, settings_.house_problems));
    } catch (const Error& error) {
      throw SettingsError(texts::settings_list, settings_.file.string(), line(node), error.message());
    }
  }

  // "style.tone" = false, and style.tone = false, which TOML takes for a table in a table.
  void take_rules(const toml::node& node, const std::string& before) {
    if (!node.is_table()) wrong(node, texts::settings_want_table);
    for (auto&& [key, value] : *node.as_table()) {
      const std::string id = before + std::string(key.str());
      check::Category category;
      const bool is_category = check::category_from_name(id, category);
      if (value.is_table() && before.empty()) {
        take_rules(value, id + ".");
      } else if (is_category && value.is_boolean()) {
        for (const check::RuleInfo& rule : check::rule_infos()) {
          if (rule.category == category) switch_rule(std::string(rule.id), value);
        }
      } else {
        if (check::find_rule(id) == nullptr) unknown(value, id, std::string(check::nearest_rule(id)));
        switch_rule(id, value);
      }
    }
  }

  void switch_rule(const std::string& id, const toml::node& value) {
    if (!value.is_boolean()) {
      settings_.thresholds[id] = confidence(value);
    } else if (*value.value<bool>()) {
      settings_.off.erase(id);
    } else {
      settings_.off.insert(id);
    }
  }

  Settings settings_;
  std::map<std::string, Take, std::less<>> keys_;
};

}  // namespace

bool Settings::tells(const check::Finding& finding, check::Profile profile_asked) const {
  const std::string_view id = finding.rule->id;
  if (off.contains(id)) return false;
  const auto own = thresholds.find(id);
  if (own != thresholds.end()) return finding.confidence >= own->second;
  return finding.confidence >= std::max(least_confidence, finding.rule->thresholds.of(profile_asked));
}

check::Profile Settings::to_look_with(check::Profile profile_asked) const {
  for (const auto& [id, threshold] : thresholds) {
    if (threshold < check::find_rule(id)->thresholds.of(profile_asked)) return check::Profile::strict;
  }
  return profile_asked;
}

Settings read_settings(const fs::path& file) {
  return SettingsReader(file).read();
}

fs::path find_settings(fs::path folder) {
  std::error_code failed;
  folder = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, failed);
  if (failed) return {};
  while (true) {
    if (fs::is_regular_file(folder / "soat.toml", failed)) return folder / "soat.toml";
    if (folder == folder.parent_path()) return {};
    folder = folder.parent_path();
  }
}

}  // namespace soat::cli
