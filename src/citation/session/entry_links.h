#pragma once

#include <string_view>
#include <vector>

#include "citation/zotero/rich_text.h"

namespace soat::citation::session {

// Has the addresses (http, https, ftp, www) and DOIs in an entry of a list lead there: the runs are cut at their ends.
// `plain` is the text of the runs. Linear in the text.
void link_addresses(std::vector<zotero::TextRun>& runs, std::u16string_view plain);

}  // namespace soat::citation::session
