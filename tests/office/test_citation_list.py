"""What the user puts in and beside the list of sources, which Soát writes anew."""
import json
import os
import tempfile
import unittest

from citation_support import ANH, APA, IEEE, SMITH, UT, CitationTest, cite

WORD = "MS Word 2007 XML"


class PlaceTest(CitationTest):
    def setUp(self):
        super().setUp()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def start(self, *paragraphs, word=False, style=APA):
        document = self.new_document(*paragraphs, hidden=False)
        if word:
            path = os.path.join(self.folder, "a.docx")
            document.storeToURL("file://" + path, self.office.properties(FilterName=WORD))
            document = self.office.load(path, hidden=False)
            self._documents.append(document)
        self.service.setStyle(document, style, "vi-VN", "text")
        self.cite_at(document, UT)
        return document

    def cite_at(self, document, item):
        """Behind the first three letters of the text."""
        cursor = document.Text.createTextCursor()
        cursor.goRight(3, False)
        return self.service.insertAt(document, cursor, json.dumps([cite(item)]))

    def with_list(self, document, at_end=True):
        view = document.getCurrentController().getViewCursor()
        view.gotoEnd(False) if at_end else view.gotoStart(False)
        self.service.insertBibliography(document)
        document.getUndoManager().clear()
        return document

    def line(self, document, content):
        """A cursor in front of the paragraph that begins so."""
        cursor = document.Text.createTextCursor()
        while True:
            cursor.gotoEndOfParagraph(True)
            said = cursor.getString()
            cursor.gotoStartOfParagraph(False)
            if said.startswith(content):
                return cursor
            self.assertTrue(cursor.gotoNextParagraph(False), content)


class CiteTest(PlaceTest):
    def test_a_citation_at_the_ends_of_the_list_is_refused(self):
        for bookmarks in (False, True):
            for at_end in (False, True):
                document = self.start("Một hai ba.", "Bốn năm.", style=IEEE)
                if bookmarks:
                    self.service.toBookmarks(document)
                self.with_list(document, at_end)
                for where in ("start", "middle", "end"):
                    with self.subTest(bookmarks=bookmarks, at_end=at_end, where=where):
                        place = self.line(document, "[1]\t")
                        if where == "middle":
                            place.goRight(4, False)
                        elif where == "end":
                            place.gotoEndOfParagraph(False)
                        before = document.Text.getString()
                        with self.assertRaises(Exception) as caught:
                            self.service.insertAt(document, place, json.dumps([cite(ANH)]))
                        self.assertIn("danh mục tài liệu tham khảo", str(caught.exception))
                        self.assertEqual(document.Text.getString(), before)
                        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())

    def test_right_beside_the_list_it_is_put_and_kept(self):
        for word in (False, True):
            with self.subTest(word=word):
                document = self.start("Một hai ba.", "Bốn năm.", word=word, style=IEEE)
                view = self.place_cursor(document, 3)
                view.gotoEndOfLine(False)
                self.service.insertBibliography(document)
                place = self.line(document, "Một")
                place.gotoEndOfParagraph(False)
                self.service.insertAt(document, place, json.dumps([cite(ANH)]))
                self.service.insertAt(document, self.line(document, "Bốn"), json.dumps([cite(SMITH)]))
                self.service.refresh(document, False)
                self.assertEqual(len(self.texts(document)), 3)


if __name__ == "__main__":
    unittest.main()
