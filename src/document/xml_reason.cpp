#include "document/xml_reason.h"

#include <string>

#include "texts/texts.h"

namespace soat::document {
namespace {

// What the library gives as the names in its message.
const char* given(const char* name) {
  return name ? name : "";
}

}  // namespace

text::Message xml_reason(const xmlError* error) {
  switch (error ? error->code : XML_ERR_OK) {
    case XML_ERR_DOCUMENT_EMPTY:
    case XML_ERR_DOCUMENT_START:
      return texts::reason_xml_none;
    case XML_ERR_DOCUMENT_END:
    case XML_ERR_TAG_NOT_FINISHED:
    case XML_ERR_GT_REQUIRED:
    case XML_ERR_LTSLASH_REQUIRED:
      return texts::reason_xml_cut;
    case XML_ERR_TAG_NAME_MISMATCH:
      return {texts::reason_xml_mismatch, given(error->str1)};
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_ENCODING:
    case XML_I18N_CONV_FAILED:
      return texts::reason_xml_character;
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return {texts::reason_xml_entity, given(error->str1)};
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return {texts::reason_xml_attribute, given(error->str1)};
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return {texts::reason_xml_namespace, given(error->str1)};
    default:
      return {texts::reason_xml_other, error ? error->code : 0};
  }
}

}  // namespace soat::document
