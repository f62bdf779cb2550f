#pragma once

#include <com/sun/star/text/XTextDocument.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "writer/border/configuration.h"

// Custom properties of a document, in which Zotero keeps its preferences and the data of bookmarks.
namespace soat::writer {

std::optional<std::string> read_property(const css::uno::Reference<css::uno::XInterface>& document,
                                         std::string_view stem);
// Cut in pieces as Zotero does; what an older, longer value left is removed. An empty value removes all.
void write_property(const css::uno::Reference<css::uno::XInterface>& document, std::string_view stem,
                    std::string_view value);
// What citation::session::list_record gives of the lists as they were written last.
inline constexpr const char* list_record_property = "SOAT_LIST";

// The stems of the properties that hold a list's data whose bookmark is not there any more.
std::vector<std::string> lost_lists(const css::uno::Reference<css::text::XTextDocument>& document);

// write_property, so that undoing takes it back; within an undo context of the caller, with the name of the step.
void change_property(const css::uno::Reference<css::text::XTextDocument>& document, const OUString& title,
                     const std::string& stem, const std::string& value);

}  // namespace soat::writer
