"""What the tests of citations share: sources, cites, and documents in Zotero's form, made by hand as its storage is described."""
import json

import support

BGD = "https://soat.invalid/styles/bo-giao-duc-va-dao-tao"
APA = "http://www.zotero.org/styles/apa"
IEEE = "http://www.zotero.org/styles/ieee"
CHICAGO = "http://www.zotero.org/styles/chicago-fullnote-bibliography"
ISO_690 = "https://soat.invalid/styles/iso-690"
VANCOUVER = "http://www.zotero.org/styles/vancouver"


def book(name, family, given, title, year, **more):
    return dict({"id": name, "type": "book", "title": title, "author": [{"family": family, "given": given}],
                 "issued": {"date-parts": [[year]]}, "publisher": "NXB Trẻ"}, **more)


ANH = book("anh", "Nguyễn", "Thị Ánh", "Chợ nổi và người bán hàng", 1999)
UT = book("ut", "Trần", "Văn Út", "Sông nước miền Tây", 2003)
SMITH = book("smith", "Smith", "John", "Testing at sea", 2011, language="en")


def cite(item, **more):
    return dict({"uris": ["urn:soat-test:" + item["id"]], "itemData": item}, **more)


def marks(document):
    """Name and text of every reference mark of Zotero's kind."""
    all_marks, found = document.getReferenceMarks(), []
    for name in all_marks.getElementNames():
        try:
            anchor = all_marks.getByName(name).getAnchor()
        except Exception as gone:  # pyuno makes its exception types as it goes
            if "NoSuchElement" not in type(gone).__name__:
                raise
            continue
        # One that the office takes away at this moment may have no anchor any more.
        if anchor and "ZOTERO_" in name:
            found.append((name, anchor.getString()))
    return found


def data_of(name):
    return json.loads(name[name.index("{"):name.rindex("}") + 1])


def preferences(document, stem="ZOTERO_PREF"):
    properties = document.getDocumentProperties().getUserDefinedProperties()
    names = {one.Name for one in properties.getPropertySetInfo().getProperties()}
    text, number = "", 1
    while "%s_%d" % (stem, number) in names:
        text += getattr(properties, "%s_%d" % (stem, number))
        number += 1
    return text


def set_property(document, stem, value):
    properties = document.getDocumentProperties().getUserDefinedProperties()
    for number, start in enumerate(range(0, len(value), 255), 1):
        properties.addProperty("%s_%d" % (stem, number), 128, value[start:start + 255])


def zotero_preferences(style=APA, locale="vi-VN", prefs=(("fieldType", "ReferenceMark"),), session="abcdEFGH"):
    return ('<data data-version="3" zotero-version="7.0.11"><session id="%s"/><style id="%s" locale="%s" hasBibliography="1" '
            'bibliographyStyleHasBeenSet="1"/><prefs>%s</prefs></data>'
            % (session, style, locale, "".join('<pref name="%s" value="%s"/>' % pair for pair in prefs)))


def zotero_citation(text, *cites, **properties):
    items = []
    for number, one in enumerate(cites):
        key = one["itemData"]["id"]
        items.append(dict({"id": "sess/%d" % number, "uris": ["http://zotero.org/users/local/XX/items/" + key], "itemData": one["itemData"]},
                          **{k: v for k, v in one.items() if k not in ("uris", "itemData")}))
    return {"citationID": "z" + cites[0]["itemData"]["id"], "properties": dict({"formattedCitation": text, "plainCitation": text, "noteIndex": 0}, **properties),
            "citationItems": items, "schema": "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"}


def item_name(citation, suffix="0123456789"):
    return "ZOTERO_ITEM CSL_CITATION " + json.dumps(citation, ensure_ascii=False, separators=(",", ":")) + " RND" + suffix


class CitationTest(support.OfficeTest):
    def setUp(self):
        super().setUp()
        self.service = self.office.new("org.soat.Citations")

    def insert(self, document, *cites):
        return self.service.insert(document, json.dumps(cites))

    def listed(self, document):
        return json.loads(self.service.list(document))

    def texts(self, document):
        return [one["text"] for one in self.listed(document)["citations"]]

    def place_cursor(self, document, offset, text=None):
        cursor = document.getCurrentController().getViewCursor()
        place = (text or document.Text).createTextCursor()
        place.gotoStart(False)
        place.goRight(offset, False)
        cursor.gotoRange(place, False)
        return cursor

    def undo_titles(self, document):
        return list(document.getUndoManager().getAllUndoActionTitles())

    def put_mark(self, document, text, place, name, content):
        cursor = text.createTextCursorByRange(place)
        cursor.setString(content)
        mark = document.createInstance("com.sun.star.text.ReferenceMark")
        mark.setName(name)
        text.insertTextContent(cursor, mark, True)
        return mark
