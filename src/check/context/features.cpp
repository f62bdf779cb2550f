#include "check/context/features.h"

namespace soat::check::context {

const std::array<std::string_view, feature_count> feature_names = {
    "gain",          "gain_left",       "fit_gain",       "fit",          "cost",
    "score",         "margin",          "posterior",      "left",         "right",
    "before",        "sentence",        "order_left",     "order_right",  "order_right2",
    "order_left_c",  "order_right_c",   "order_right2_c", "frequency",    "frequency_c",
    "capital_share", "capital_share_c", "letter_case",    "first",        "capital_before",
    "capital_after", "capitals",        "unknown",        "kind",         "marked",
    "length",        "words",           "number_before",  "number_after", "quoted",
    "operation",     "mark_change",     "changed_marks",  "tone_written", "tone_intended",
    "repeated",      "repeated_c",      "same_before",    "same_after",   "suspicion"};

}  // namespace soat::check::context
