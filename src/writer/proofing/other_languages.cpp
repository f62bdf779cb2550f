#include "writer/proofing/other_languages.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "text/char_class.h"
#include "writer/border/properties.h"
#include "writer/border/texts.h"

namespace soat::writer {

namespace {

using css::uno::UNO_QUERY_THROW;

OUString tag_of(const css::lang::Locale& locale) {
  if (locale.Language.isEmpty() || locale.Language == "zxx") return "zxx";
  if (locale.Language == "qlt") return locale.Variant;  // the tag does not fit the two other parts
  return locale.Country.isEmpty() ? locale.Language : locale.Language + "-" + locale.Country;
}

bool has_letters(std::u16string_view text) {
  const text::CharTable& table = text::CharTable::get();
  return std::ranges::any_of(text, [&](char16_t c) { return table.class_of(c) == text::CharClass::letter; });
}

// The languages that are met often; "zxx" is text without a language.
struct NamedLanguage {
  std::string_view tag;
  text::MessageId<0> name;
};
constexpr NamedLanguage named[] = {
    {"en-US", texts::language_en_US}, {"en-GB", texts::language_en_GB}, {"en", texts::language_en},
    {"fr", texts::language_fr},       {"de", texts::language_de},       {"es", texts::language_es},
    {"it", texts::language_it},       {"ja", texts::language_ja},       {"km", texts::language_km},
    {"ko", texts::language_ko},       {"lo", texts::language_lo},       {"nl", texts::language_nl},
    {"pt", texts::language_pt},       {"ru", texts::language_ru},       {"th", texts::language_th},
    {"zh", texts::language_zh},       {"zxx", texts::language_zxx},
};

// The name of a language for people; its tag if it is none of those that are met often.
OUString language_name(const Context& context, const OUString& tag) {
  const sal_Int32 hyphen = tag.indexOf('-');
  const OUString known[] = {tag, hyphen < 0 ? tag : tag.copy(0, hyphen)};
  for (const OUString& wanted : known) {
    const auto* const found = std::ranges::find_if(named, [&](const NamedLanguage& language) {
      return wanted.equalsAsciiL(language.tag.data(), static_cast<sal_Int32>(language.tag.size()));
    });
    if (found != std::end(named)) return text(context, found->name);
  }
  return tag;
}

// The stretch from the first to the last of portions in one language.
struct Run {
  OUString tag;
  bool vietnamese = false;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// Fields and anchors belong to the text before them.
std::vector<Run> runs_of(const ParagraphText& paragraph) {
  std::vector<Run> runs;
  for (const Portion& portion : paragraph.portions) {
    const std::uint32_t end = portion.start + portion.length;
    if (!portion.editable) {
      if (!runs.empty()) runs.back().end = end;
      continue;
    }
    OUString tag = tag_of(portion.locale);
    if (!runs.empty() && runs.back().tag == tag) {
      runs.back().end = end;
    } else {
      runs.push_back({std::move(tag), portion.vietnamese, portion.start, end});
    }
  }
  return runs;
}

// What all of the paragraph is marked as, but for a few words.
OUString main_tag(const std::vector<Run>& runs) {
  std::map<OUString, std::uint32_t> lengths;
  for (const Run& run : runs) lengths[run.tag] += run.end - run.start;
  return std::ranges::max_element(lengths, {}, [](const auto& entry) { return entry.second; })->first;
}

void add_overlap(const std::vector<text::Stretch>& stretches, const Run& run, std::vector<text::Stretch>& out) {
  for (const text::Stretch& stretch : stretches) {
    const std::uint32_t start = std::max(stretch.start, run.start);
    const std::uint32_t end = std::min(stretch.end, run.end);
    if (start < end) out.push_back({start, end});
  }
}

}  // namespace

void OtherLanguages::add(std::uint32_t number, const ParagraphText& paragraph) {
  const bool all_vietnamese = std::ranges::all_of(
      paragraph.portions, [](const Portion& portion) { return portion.vietnamese || !portion.editable; });
  if (all_vietnamese || !has_letters(paragraph.text)) return;
  const std::vector<Run> runs = runs_of(paragraph);
  const OUString tag = main_tag(runs);
  const std::u16string_view all = paragraph.text;
  Unmarked unmarked{number, {}};
  // A paragraph that nobody marked is judged as a whole. Words in it that are marked as yet another language, or as
  // another one than the Vietnamese round them, are judged for themselves: somebody may have meant it.
  std::vector<text::Stretch> stretches;
  if (!paragraph.vietnamese) stretches = text::vietnamese_stretches(all);
  for (const Run& run : runs) {
    if (run.vietnamese) continue;
    if (!paragraph.vietnamese && run.tag == tag) {
      add_overlap(stretches, run, unmarked.stretches);
    } else if (text::is_vietnamese_text(all.substr(run.start, run.end - run.start))) {
      unmarked.stretches.push_back({run.start, run.end});
    }
  }
  if (!paragraph.vietnamese || !unmarked.stretches.empty()) {
    ++paragraphs_;
    const auto other = std::ranges::find_if(runs, [](const Run& run) { return !run.vietnamese; });
    ++by_language_[paragraph.vietnamese ? other->tag : tag];
  }
  if (!unmarked.stretches.empty()) vietnamese_.push_back(std::move(unmarked));
}

OUString OtherLanguages::told(const Context& context) const {
  std::vector<std::pair<std::size_t, OUString>> languages;
  for (const auto& [tag, count] : by_language_) languages.emplace_back(count, tag);
  std::ranges::stable_sort(languages, std::ranges::greater(), &std::pair<std::size_t, OUString>::first);
  OUString list;
  for (const auto& [count, tag] : languages) {
    if (!list.isEmpty()) list += ", ";
    list += text(context, texts::language_share, to_view(language_name(context, tag)), count);
  }
  OUString told = text(context, texts::language_unmarked, paragraphs_, to_view(list));
  return told + " " +
         (vietnamese_.empty() ? text(context, texts::language_none_vietnamese)
                              : text(context, texts::language_vietnamese, vietnamese_.size()));
}

void mark_vietnamese(const ParagraphText& paragraph, const std::vector<text::Stretch>& stretches) {
  // From the last to the first: marking parts portions, but leaves what stands before as it is.
  for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
    const Range range = range_of(paragraph, stretch->start, stretch->end);
    if (range.is()) Properties(range, UNO_QUERY_THROW)->setPropertyValue("CharLocale", css::uno::Any(vietnamese()));
  }
}

}  // namespace soat::writer
