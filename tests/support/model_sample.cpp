#include "support/model_sample.h"

#include <array>
#include <fstream>
#include <iterator>

namespace soat::model {

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string sample_text() {
  const std::array<std::string, 6> people{"Lan", "Hùng", "Minh", "anh Hán", "cô giáo", "bác sĩ"};
  const std::array<std::string, 8> acts{"đi chợ mua cá",        "đọc sách ở thư viện",  "uống cà phê với bạn",
                                        "chữ Hán rất khó học",  "viết thư cho mẹ",      "ăn cơm, uống nước chè",
                                        "đá bóng ở sân trường", "nghe tin bão trên đài"};
  const std::array<std::string, 5> times{"hôm nay", "sáng mai", "ngày 2/9/2020", "lúc 7 giờ", "mỗi tuần"};
  std::string text;
  for (const std::string& person : people) {
    for (const std::string& act : acts) {
      for (const std::string& time : times) text += "Tôi thấy " + person + " " + act + " " + time + ".\n";
    }
  }
  return text;
}

training::TrainingOptions sample_options() {
  training::TrainingOptions options;
  options.capitalised_minimum = 5;
  options.quantisation = {8, 8};
  options.memory = 1 << 20;
  return options;
}

std::shared_ptr<const LanguageModel> sample_model(const TestFolder& folder, const training::TrainingOptions& options) {
  const std::array texts{folder.write("sample.txt", sample_text())};
  training::train(texts, folder / "sample.model", options);
  return LanguageModel::open(folder / "sample.model");
}

}  // namespace soat::model
