"""Documents with citations as files: saved and opened again as .odt and .docx, and documents in Zotero's form made by hand."""
import json
import os
import re
import tempfile
import unittest
import zipfile

from citation_support import (ANH, APA, BGD, CHICAGO, IEEE, SMITH, UT, CitationTest, cite, data_of, item_name, marks, preferences, set_property,
                              zotero_citation, zotero_preferences)


class FileTest(CitationTest):
    def setUp(self):
        super().setUp()
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def save(self, document, name, filter_name=None):
        path = os.path.join(self.folder.name, name)
        values = {"FilterName": filter_name} if filter_name else {}
        document.storeToURL("file://" + path, self.office.properties(**values))
        return path

    def reload(self, path):
        document = self.office.load(path, hidden=False)
        self._documents.append(document)
        return document


def fields_of(path):
    """Names of marks and sections and the custom properties, as they stand in an .odt."""
    with zipfile.ZipFile(path) as package:
        content, meta = (package.read(name).decode("utf-8") for name in ("content.xml", "meta.xml"))
    return (re.findall(r'<text:reference-mark-start text:name="([^"]*)"', content), re.findall(r'<text:section [^>]*text:name="([^"]*)"', content),
            re.findall(r"<meta:user-defined [^>]*>[^<]*<", meta))


class OdtTest(FileTest):
    def test_every_field_comes_back_byte_for_byte(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(dict(UT, title='Sông "nước" <&> \U0001F600 miền Tây', note="a\tb"), locator="2"))
        self.place_cursor(document, 0)
        self.insert(document, cite(SMITH, prefix="xem "), cite(ANH))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        self.service.setLists(document, json.dumps([cite(dict(ANH, id="other", title="Khác"))]), "[]")
        before = (marks(document), document.getTextSections().getElementNames(), preferences(document), preferences(document, "SOAT_UNCITED"),
                  document.Text.getString())
        first = self.save(document, "a.odt")
        again = self.reload(first)
        self.assertEqual((sorted(marks(again)), again.getTextSections().getElementNames(), preferences(again), preferences(again, "SOAT_UNCITED"),
                          again.Text.getString()), (sorted(before[0]),) + before[1:])
        second = self.save(again, "b.odt")
        self.assertEqual(fields_of(first), fields_of(second))

    def test_work_goes_on_after_opening(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.place_cursor(document, 7)
        self.insert(document, cite(UT))
        again = self.reload(self.save(document, "a.odt"))
        self.place_cursor(again, 3)
        self.insert(again, cite(ANH))
        self.assertEqual(again.Text.getString(), "Một[1] hai[2] ba.")
        again.getUndoManager().undo()
        self.assertEqual(again.Text.getString(), "Một hai[1] ba.")
        self.service.setStyle(again, APA, "vi-VN", "text")
        self.assertEqual(again.Text.getString(), "Một hai(Trần Văn Út, 2003) ba.")

    def test_refreshing_what_is_right_changes_nothing(self):
        document = self.new_document("Một hai ba.", hidden=False)
        for offset, item in ((7, UT), (3, ANH), (0, SMITH)):
            self.place_cursor(document, offset)
            self.insert(document, cite(item))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        self.service.refresh(document, False)
        first = self.save(document, "a.odt")
        again = self.reload(first)
        self.assertEqual(self.service.refresh(again, False), 0)
        self.assertEqual(fields_of(first)[0], fields_of(self.save(again, "b.odt"))[0])

    def test_footnotes(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        for offset in (7, 3):
            self.place_cursor(document, offset)
            self.insert(document, cite(UT))
        self.service.refresh(document, False)
        texts = [document.getFootnotes().getByIndex(i).getString() for i in (0, 1)]
        again = self.reload(self.save(document, "a.odt"))
        self.assertEqual([again.getFootnotes().getByIndex(i).getString() for i in (0, 1)], texts)
        self.assertEqual(self.service.refresh(again, False), 0)
        self.assertEqual([one["note"] for one in self.listed(again)["citations"]], [1, 2])


class DocxTest(FileTest):
    WORD = "MS Word 2007 XML"

    def docx(self, *paragraphs):
        return self.reload(self.save(self.new_document(*paragraphs), "new.docx", self.WORD))

    def test_a_word_document_gets_bookmarks(self):
        document = self.docx("Một hai ba.")
        self.place_cursor(document, 3)
        self.insert(document, cite(UT, locator="5", label="page"))
        self.assertEqual(marks(document), [])
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        before = document.Text.getString()
        again = self.reload(self.save(document, "a.docx", self.WORD))
        self.assertEqual(again.Text.getString(), before)
        self.assertEqual(self.texts(again), ["[1, tr. 5]"])
        self.assertTrue(self.listed(again)["bibliography"])
        self.assertEqual(self.service.problems(again), ())
        self.assertEqual(self.listed(again)["citations"], self.listed(document)["citations"])

    def test_every_command_on_a_word_document(self):
        document = self.docx("Một hai ba.")
        self.place_cursor(document, 7)
        first = self.insert(document, cite(UT))
        document = self.reload(self.save(document, "a.docx", self.WORD))
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        document.getUndoManager().clear()
        self.place_cursor(document, 3)
        self.insert(document, cite(ANH))
        self.assertEqual(document.Text.getString(), "Một[1] hai[2] ba.")
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Một hai[1] ba.")
        self.assertEqual(self.texts(document), ["[1]"])
        document.getUndoManager().redo()
        self.assertEqual(self.texts(document), ["[1]", "[2]"])
        self.service.edit(document, first, json.dumps([cite(UT, locator="8", label="page")]))
        self.assertRegex(document.Text.getString(), r"Một\[1\] hai\[2, \D*8\] ba\.")
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Một[1] hai[2] ba.")
        self.service.setStyle(document, APA, "vi-VN", "text")
        again = self.reload(self.save(document, "b.docx", self.WORD))
        self.assertEqual(again.Text.getString(), "Một(Nguyễn Thị Ánh, 1999) hai(Trần Văn Út, 2003) ba.")
        self.assertEqual(self.service.refresh(again, False), 0)
        self.service.remove(again, first)
        self.assertEqual(again.Text.getString(), "Một(Nguyễn Thị Ánh, 1999) hai ba.")
        self.service.unlink(again)
        self.assertEqual(self.listed(again)["citations"], [])
        self.assertEqual(again.Text.getString(), "Một(Nguyễn Thị Ánh, 1999) hai ba.")

    def test_footnotes_in_a_word_document(self):
        document = self.docx("Một hai ba.")
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        text = document.getFootnotes().getByIndex(0).getString()
        again = self.reload(self.save(document, "a.docx", self.WORD))
        self.assertEqual(len(self.listed(again)["citations"]), 1)
        self.assertIn(text.strip(), again.getFootnotes().getByIndex(0).getString())
        self.service.setStyle(again, BGD, "vi-VN", "text")
        self.assertEqual(again.Text.getString(), "Một [1] hai ba.")


class ZoteroTest(FileTest):
    """As the page on Zotero's storage describes it; made with the office's own interfaces, saved and opened."""

    def document(self, *pieces, style=APA, prefs=(("fieldType", "ReferenceMark"),), raw_preferences=None):
        """pieces: strings and (name of a mark, text)."""
        document = self.new_document("", hidden=False)
        for piece in pieces:
            if isinstance(piece, str):
                document.Text.insertString(document.Text.getEnd(), piece, False)
            else:
                self.put_mark(document, document.Text, document.Text.getEnd(), piece[0], piece[1])
        set_property(document, "ZOTERO_PREF", raw_preferences or zotero_preferences(style, prefs=prefs))
        return self.reload(self.save(document, "zotero%d.odt" % len(self._documents)))

    def test_it_is_read_refreshed_and_kept_whole(self):
        citation = zotero_citation("(cũ)", cite(dict(UT, custom={"x": [1, 2]}, PMID="77"), locator="4", label="page", ignoreRetraction=True), unsorted=True)
        document = self.document("Một ", (item_name(citation), "(cũ)"), " hai.",
                                 prefs=(("fieldType", "ReferenceMark"), ("automaticJournalAbbreviations", "true"), ("other-program", "a&amp;b")))
        self.assertEqual(self.texts(document), ["(cũ)"])
        self.assertEqual(self.service.refresh(document, False), 1)
        self.assertEqual(document.Text.getString(), "Một (Trần Văn Út, 2003, tr. 4) hai.")
        data = data_of(marks(document)[0][0])
        self.assertEqual(data["citationID"], "zut")
        self.assertEqual(data["citationItems"], json.loads(json.dumps(citation["citationItems"])))
        self.assertTrue(data["properties"]["unsorted"])
        self.assertEqual(preferences(document), zotero_preferences(prefs=(("fieldType", "ReferenceMark"), ("automaticJournalAbbreviations", "true"),
                                                                          ("other-program", "a&amp;b"))))

    def test_a_style_switch_keeps_unknown_preferences(self):
        document = self.document("Một ", (item_name(zotero_citation("(cũ)", cite(UT))), "(cũ)"), ".",
                                 prefs=(("fieldType", "ReferenceMark"), ("storeReferences", "true"), ("vnw-x", "7")))
        self.service.setStyle(document, IEEE, "en-US", "text")
        for wanted in ('<session id="abcdEFGH"/>', 'name="storeReferences" value="true"', 'name="vnw-x" value="7"', IEEE, 'locale="en-US"', 'zotero-version="7.0.11"'):
            self.assertIn(wanted, preferences(document))
        self.assertEqual(self.texts(document), ["[1]"])

    def test_old_keys(self):
        old = {"citationID": "old", "sort": False, "properties": {"formattedCitation": "x", "plainCitation": "x"},
               "citationItems": [{"uri": "http://zotero.org/users/1/items/A", "itemData": UT, "locatorType": 0, "locator": "3", "suppressAuthor": True}]}
        upper = {"CITATIONID": "upper", "PROPERTIES": {"plainCitation": "y"}, "CITATIONITEMS": [{"id": 5, "itemData": ANH}]}
        document = self.document((item_name(old), "x"), " ", ("ZOTERO_CITATION " + json.dumps(upper) + " RNDabcdefghij", "y"), " ",
                                 ("JR_1 ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps(zotero_citation("z", cite(SMITH))) + "012345", "z"))
        self.service.refresh(document, False)
        self.assertEqual(self.texts(document), ["(2003, tr. 3)", "(Nguyễn Thị Ánh, 1999)", "(Smith, 2011)"])
        self.assertTrue(all(data_of(name)["citationItems"][0]["uris"] for name, _ in marks(document)))

    def test_preferences_of_version_4_and_1(self):
        four = json.dumps({"style": {"styleID": IEEE, "locale": "en-US", "hasBibliography": True, "bibliographyStyleHasBeenSet": True},
                           "prefs": {"fieldType": "ReferenceMark", "kept": "yes"}, "sessionID": "s4", "zoteroVersion": "8", "dataVersion": 4})
        name = item_name(zotero_citation("(cũ)", cite(UT)))
        document = self.document((name, "(cũ)"), raw_preferences=four)
        self.assertEqual(self.listed(document)["settings"]["style"], IEEE)
        self.service.refresh(document, False)
        self.assertEqual(self.texts(document), ["[1]"])
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.assertEqual(json.loads(preferences(document))["prefs"]["kept"], "yes")
        one = self.document((name, "(cũ)"), raw_preferences="s1:" + IEEE.replace(":", "::") + ":1:1")
        self.assertEqual(self.listed(one)["settings"]["style"], IEEE)

    def test_a_newer_version_is_told_and_left(self):
        newer = '<data data-version="9"><session id="a"/><style id="%s"/><prefs/></data>' % APA
        document = self.document((item_name(zotero_citation("(cũ)", cite(UT))), "(cũ)"), raw_preferences=newer)
        self.assertIn("thiết lập", self.service.problems(document)[0])
        self.service.refresh(document, False)
        self.assertEqual(preferences(document), newer)

    def test_broken_marks_are_told_and_kept(self):
        whole = item_name(zotero_citation("(cũ)", cite(UT)))
        broken = ["ZOTERO_ITEM CSL_CITATION {\"citationID\":\"b\",\"citationItems\":[ RND1234567890", "ZOTERO_ITEM CSL_CITATION RND1234567890",
                  item_name({"citationID": "n", "properties": {"plainCitation": "n"}, "citationItems": [{"id": 1, "uris": ["u"]}], "schema": ""})]
        hostile = item_name({"citationID": "h", "properties": {"plainCitation": "h"}, "schema": "",
                             "citationItems": [{"uris": ["h"], "itemData": {"id": "h", "type": 7, "title": ["x"], "author": "Ai", "issued": 3}}]})
        document = self.document(*[(name, "m%d" % i) for i, name in enumerate(broken)], (whole, "(cũ)"), (hostile, "h"), ("ZOTERO_TEMP RND1234567890", "{tạm}"))
        self.assertEqual(len(self.service.problems(document)), 3)
        self.service.refresh(document, False)
        left = dict(marks(document))
        for i, name in enumerate(broken):
            self.assertEqual(left[name], "m%d" % i)
        self.assertIn("(Trần Văn Út, 2003)", self.texts(document))
        self.assertIn("ZOTERO_TEMP RND1234567890", left)
        again = self.reload(self.save(document, "again.odt"))
        for name in broken:
            self.assertIn(name, dict(marks(again)))

    def test_the_order_is_that_of_the_text_however_the_marks_came(self):
        document = self.new_document("")
        text = document.Text

        def put(number, before):
            place = text.createTextCursor()
            place.gotoStart(False)
            place.goRight(before, False)
            text.insertString(place, "x ", False)
            place.goLeft(1, False)
            name = item_name(dict(zotero_citation("(%d)" % (number % 10), cite(ANH)), citationID="c%d" % number), "n%d" % number)
            self.put_mark(document, text, place, name, "(%d)" % (number % 10))

        for number in range(70):  # each before all others
            put(number, 0)
        expected = ["c%d" % number for number in range(69, -1, -1)]
        self.assertEqual([one["id"] for one in self.listed(document)["citations"]], expected)
        for number, at in ((70, 35), (71, 5)):  # and a few among those that have been read
            put(number, at * 5)
            expected.insert(at, "c%d" % number)
            self.assertEqual([one["id"] for one in self.listed(document)["citations"]], expected)

    def test_copies_get_ids_of_their_own(self):
        citation = zotero_citation("(cũ)", cite(UT))
        document = self.document((item_name(citation, "aaaaaaaaaa"), "(cũ)"), " ", (item_name(citation, "bbbbbbbbbb"), "(cũ)"))
        self.service.refresh(document, False)
        self.assertEqual(self.texts(document), ["(Trần Văn Út, 2003)"] * 2)
        ids = [data_of(name)["citationID"] for name, _ in marks(document)]
        self.assertEqual(len(set(ids)), 2)
        self.assertIn("zut", ids)

    def test_bookmarks_with_data_in_properties(self):
        citation = zotero_citation("(cũ)", cite(dict(UT, abstract="\U0001F600" * 300)))
        document = self.new_document("Một hai.", hidden=False)
        place = document.Text.createTextCursor()
        place.goRight(3, True)
        bookmark = document.createInstance("com.sun.star.text.Bookmark")
        bookmark.setName("ZOTERO_BREF_abcdefghijkl12")  # as the office names a copy
        document.Text.insertTextContent(place, bookmark, True)
        set_property(document, "ZOTERO_BREF_abcdefghijkl", "ZOTERO_ITEM CSL_CITATION " + json.dumps(dict(citation, properties={"plainCitation": "Một"}), ensure_ascii=False))
        set_property(document, "ZOTERO_PREF", zotero_preferences(prefs=(("fieldType", "Bookmark"),)))
        document = self.reload(self.save(document, "bookmarks.odt"))
        self.assertEqual(self.texts(document), ["Một"])
        self.service.refresh(document, False)
        self.assertEqual(document.Text.getString(), "(Trần Văn Út, 2003) hai.")
        self.assertEqual(self.listed(document)["citations"][0]["cites"][0]["itemData"]["abstract"], "\U0001F600" * 300)
        again = self.reload(self.save(document, "again.odt"))
        self.assertEqual(self.texts(again), ["(Trần Văn Út, 2003)"])

    def test_zoteros_list_is_refreshed(self):
        document = self.document("Một ", (item_name(zotero_citation("(cũ)", cite(UT))), "(cũ)"), ".")
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(False)
        document.Text.insertControlCharacter(cursor, 0, False)
        section = document.createInstance("com.sun.star.text.TextSection")
        name = 'ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY RND0123456789'
        section.setName(name)
        document.Text.insertTextContent(cursor, section, True)
        document = self.reload(self.save(document, "list.odt"))
        self.service.refresh(document, False)
        self.assertEqual(document.getTextSections().getElementNames(), (name,))
        self.assertIn("Trần", document.getTextSections().getByName(name).getAnchor().getString())

    def test_the_users_own_text_is_kept(self):
        document = self.document((item_name(zotero_citation("(tôi)", cite(UT), custom="(tôi)")), "(tôi)"), " ",
                                 (item_name(zotero_citation("(giữ)", cite(ANH), dontUpdate=True)), "(giữ nguyên)"))
        self.service.refresh(document, True)
        self.assertEqual(self.texts(document), ["(tôi)", "(giữ nguyên)"])


if __name__ == "__main__":
    unittest.main()
