#include "citation/csl/item_list.h"

#include <set>

#include "texts/texts.h"

namespace soat::citation {

using nlohmann::json;

namespace {

constexpr std::size_t kDeepest = 32;  // an item's own fields nest four deep

// The end of the string that begins at `at`, behind its closing quotation mark.
std::size_t string_end(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

// A list's elements that are no items, or nested so deep that a parser had better not see them, made null, which is
// passed over later. JSON that is no list is left as it is.
class Sieve {
 public:
  Sieve(std::string text, std::vector<ItemFault>& faults) : text_(std::move(text)), faults_(faults) {}

  std::string sifted() {
    const std::size_t begin = text_.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || text_[begin] != '[') return std::move(text_);
    std::size_t depth = 0;
    open(begin + 1);
    for (std::size_t at = begin; at < text_.size();) {
      const char c = text_[at];
      if (c == '"') {
        const std::size_t end = string_end(text_, at);
        if (depth == 2) note_id(at, end);
        at = end;
        continue;
      }
      if (c == '[' || c == '{') deepest_ = std::max(deepest_, ++depth);
      if ((c == ',' && depth == 1) || (c == ']' && depth == 1)) {
        close(at);
        open(at + 1);
      }
      if ((c == ']' || c == '}') && depth > 0 && --depth == 0) {
        result_ += text_.substr(at);
        return std::move(result_);
      }
      ++at;
    }
    return std::move(text_);  // not closed: the parser says where
  }

 private:
  void open(std::size_t at) {
    if (result_.empty()) result_ = text_.substr(0, at);
    start_ = at;
    id_.clear();
    id_next_ = false;
    deepest_ = 1;
  }

  void close(std::size_t end) {
    ++count_;
    const std::string element = text_.substr(start_, end - start_);
    const std::size_t first = element.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) {
      result_ += element;
    } else if (element[first] != '{') {
      tell(texts::item_object);
    } else if (deepest_ > kDeepest) {
      tell(texts::item_deep);
    } else {
      result_ += element;
    }
    if (text_[end] == ',') result_ += ',';
  }

  void tell(text::MessageId<0> what) {
    result_ += "null";
    faults_.push_back({id_.empty() ? "number " + std::to_string(count_) : id_, "", what});
  }

  // Strings of an item's own level: the one behind the key "id" is its id.
  void note_id(std::size_t at, std::size_t end) {
    const std::string_view string = std::string_view(text_).substr(at + 1, end - at - 2);
    if (id_next_) id_ = string;
    id_next_ = !id_next_ && id_.empty() && string == "id";
  }

  std::string text_;
  std::vector<ItemFault>& faults_;
  std::string result_;
  std::size_t start_ = 0;
  std::size_t count_ = 0;
  std::size_t deepest_ = 1;
  std::string id_;
  bool id_next_ = false;
};

}  // namespace

json read_sound_items(std::string_view bytes, const std::string& name, std::vector<ItemFault>& faults,
                      Remarks* remarks) {
  const json items = read_csl_json(Sieve(checked_utf8(bytes, name, remarks), faults).sifted(), name);
  json sound = json::array();
  std::set<std::string> known;
  for (const json& item : items) {
    const std::size_t before = faults.size();
    checked_item(item, faults);
    const std::string id = item["id"];
    if (!known.insert(id).second) faults.push_back({id, "id", texts::item_other_id});
    if (faults.size() == before) sound.push_back(item);
  }
  return sound;
}

}  // namespace soat::citation
