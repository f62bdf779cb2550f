"""Citations that touch stay as many as there are, whatever is done to one of them."""
import json
import unittest

from citation_support import ANH, APA, BGD, CHICAGO, IEEE, SMITH, UT, CitationTest, book, cite

BAY = book("bay", "Lê", "Văn Bảy", "Ghe xuồng và bến nước", 1987)


class NeighbourTest(CitationTest):
    STORAGES = ("marks", "bookmarks")

    def ready(self, storage, style=IEEE, notes="text"):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, style, "vi-VN", notes)
        if storage == "bookmarks":
            self.service.toBookmarks(document)
        return document

    def touching(self, document, items, offset=3, text=None):
        """Puts in one citation behind the other, with nothing between them; gives their ids."""
        ids = []
        place = (text or document.Text).createTextCursor()
        place.gotoStart(False)
        place.goRight(offset, False)
        for item in items:
            ids.append(self.service.insertAt(document, place, json.dumps([cite(item)])))
            place.goRight(0, False)
            place = self.end_of_last(document, ids[-1])
        return ids

    def end_of_last(self, document, name):
        """A cursor behind the citation with this id."""
        for all_fields in (document.getReferenceMarks(), document.getBookmarks()):
            for one in all_fields.getElementNames():
                if name in self.code(document, one):
                    anchor = all_fields.getByName(one).getAnchor()
                    return anchor.getText().createTextCursorByRange(anchor.getEnd())
        raise LookupError(name)

    def code(self, document, name):
        from citation_support import preferences
        return preferences(document, name) if name.startswith("ZOTERO_BREF_") else name

    def all_texts(self, document):
        return [one["text"] for one in self.listed(document)["citations"]]

    def check(self, document, *texts):
        """The citations, in the document's order, each with its own text and no more; and nothing is wrong with them."""
        self.assertEqual(self.all_texts(document), list(texts))
        self.assertEqual(self.service.problems(document), ())
        self.service.refresh(document, False)
        self.assertEqual(self.all_texts(document), list(texts))

    def each(self):
        for storage in self.STORAGES:
            with self.subTest(storage):
                yield storage

    def test_editing_the_second_twice_and_refreshing(self):
        for storage in self.each():
            document = self.ready(storage)
            _, second = self.touching(document, [UT, ANH])
            for page in ("7", "8"):
                self.service.edit(document, second, json.dumps([cite(ANH, locator=page, label="page")]))
                self.check(document, "[1]", "[2, tr. %s]" % page)
            self.assertEqual(document.Text.getString(), "Một[1][2, tr. 8] hai ba.")

    def test_editing_each_of_three(self):
        for storage in self.each():
            document = self.ready(storage)
            items = [UT, ANH, SMITH]
            ids = self.touching(document, items)
            expected = ["[1]", "[2]", "[3]"]
            for i in (1, 0, 2, 1):
                self.service.edit(document, ids[i], json.dumps([cite(items[i], locator="5", label="page")]))
                expected[i] = "[%d, tr. 5]" % (i + 1)
                self.check(document, *expected)
            self.assertEqual([one["id"] for one in self.listed(document)["citations"]], ids)

    def test_at_the_edges_of_a_paragraph(self):
        for storage in self.each():
            for paragraph, offset in (("", 0), ("Một hai ba.", 0), ("Một hai ba.", 11)):
                document = self.ready(storage, APA)
                document.Text.setString(paragraph)
                first, second = self.touching(document, [UT, ANH], offset)
                self.service.edit(document, first, json.dumps([cite(UT, locator="5", label="page")]))
                self.service.edit(document, second, json.dumps([cite(ANH, locator="6", label="page")]))
                texts = ["(Trần Văn Út, 2003, tr. 5)", "(Nguyễn Thị Ánh, 1999, tr. 6)"]
                self.check(document, *texts)
                self.assertEqual(document.Text.getString(), paragraph[:offset] + "".join(texts) + paragraph[offset:])

    def test_putting_one_in_before_between_and_behind(self):
        for storage in self.each():
            document = self.ready(storage)
            self.touching(document, [UT, ANH], 0)
            place = document.Text.createTextCursor()
            place.gotoStart(False)
            self.service.insertAt(document, place, json.dumps([cite(SMITH)]))
            self.check(document, "[1]", "[2]", "[3]")
            place.gotoStart(False)
            place.goRight(6, False)
            self.service.insertAt(document, place, json.dumps([cite(BAY)]))
            self.check(document, "[1]", "[2]", "[3]", "[4]")
            self.assertEqual(document.Text.getString(), "[1][2][3][4]Một hai ba.")
            self.assertEqual([one["cites"][0]["itemData"]["id"] for one in self.listed(document)["citations"]], ["smith", "ut", "bay", "anh"])

    def test_another_elsewhere_renumbers_one(self):
        for storage in self.each():
            document = self.ready(storage, BGD)
            self.touching(document, [UT, SMITH])
            self.service.insertAt(document, document.Text.getEnd(), json.dumps([cite(ANH)]))
            self.check(document, "[2]", "[3]", "[1]")

    def test_deleting_each_of_three(self):
        for storage in self.each():
            for i in range(3):
                document = self.ready(storage)
                ids = self.touching(document, [UT, ANH, SMITH])
                self.service.remove(document, ids[i])
                self.check(document, "[1]", "[2]")
                self.assertEqual(document.Text.getString(), "Một[1][2] hai ba.")

    def test_a_new_version_of_a_source(self):
        for storage in self.each():
            document = self.ready(storage, APA)
            self.touching(document, [UT, ANH])
            for year in (2013, 2014):
                self.service.updateItem(document, json.dumps(cite(dict(ANH, issued={"date-parts": [[year]]}))))
                self.check(document, "(Trần Văn Út, 2003)", "(Nguyễn Thị Ánh, %d)" % year)

    def test_styles_and_notes_and_back(self):
        for storage in self.each():
            document = self.ready(storage)
            self.touching(document, [UT, ANH, SMITH])
            self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
            self.assertEqual(document.getFootnotes().getCount(), 3)
            self.assertEqual(len(self.all_texts(document)), 3)
            self.service.setStyle(document, APA, "vi-VN", "text")
            self.check(document, "(Trần Văn Út, 2003)", "(Nguyễn Thị Ánh, 1999)", "(Smith, 2011)")
            self.assertEqual(document.Text.getString(), "Một(Trần Văn Út, 2003)(Nguyễn Thị Ánh, 1999)(Smith, 2011) hai ba.")
            self.service.setStyle(document, IEEE, "vi-VN", "text")
            self.check(document, "[1]", "[2]", "[3]")

    def test_notes_come_back_by_undo(self):
        for storage in self.STORAGES:
            for notes in ("footnotes", "endnotes"):
                with self.subTest(storage=storage, notes=notes):
                    document = self.ready(storage, APA)
                    self.touching(document, (ANH, UT, SMITH))
                    self.service.setStyle(document, CHICAGO, "vi-VN", notes)
                    before = document.Text.getString()
                    texts = [one["text"] for one in self.listed(document)["citations"]]
                    self.service.setStyle(document, IEEE, "vi-VN", "text")
                    self.assertEqual(document.Text.getString(), "Một[1][2][3] hai ba.")
                    document.getUndoManager().undo()
                    self.assertEqual(document.Text.getString(), before)
                    self.assertEqual([one["text"] for one in self.listed(document)["citations"]], texts)
                    document.getUndoManager().redo()
                    self.assertEqual([one["text"] for one in self.listed(document)["citations"]], ["[1]", "[2]", "[3]"])

    def test_storage_there_and_back(self):
        document = self.ready("marks")
        self.touching(document, [UT, ANH, SMITH])
        self.service.toBookmarks(document)
        self.check(document, "[1]", "[2]", "[3]")
        self.service.toMarks(document)
        self.check(document, "[1]", "[2]", "[3]")

    def test_one_edited_by_hand_is_not_taken_for_its_like_beside_it(self):
        for storage in self.each():
            document = self.ready(storage)
            self.touching(document, (ANH, ANH))
            inside = document.Text.createTextCursor()
            inside.gotoStart(False)
            inside.goRight(4, False)
            inside.goRight(1, True)
            inside.setString("x")
            self.assertEqual(document.Text.getString(), "Một[x][1] hai ba.")
            for _ in range(2):
                self.assertEqual(self.all_texts(document), ["[x]", "[1]"])
                self.service.refresh(document, False)
            self.assertEqual(document.Text.getString(), "Một[x][1] hai ba.")

    def test_keeping_one_and_unlinking_all(self):
        for storage in self.each():
            document = self.ready(storage)
            ids = self.touching(document, [UT, ANH, SMITH])
            self.service.keepEdit(document, ids[1])
            self.check(document, "[1]", "[2]", "[3]")
            self.service.unlink(document)
            self.assertEqual(self.all_texts(document), [])
            self.assertEqual(document.Text.getString(), "Một[1][2][3] hai ba.")

    def test_undo_and_redo(self):
        for storage in self.each():
            document = self.ready(storage)
            first, second = self.touching(document, [UT, ANH])
            self.service.edit(document, second, json.dumps([cite(ANH, locator="7", label="page")]))
            document.getUndoManager().undo()
            self.assertEqual(self.all_texts(document), ["[1]", "[2]"])
            document.getUndoManager().redo()
            self.assertEqual(self.all_texts(document), ["[1]", "[2, tr. 7]"])
            self.service.edit(document, first, json.dumps([cite(UT, locator="3", label="page")]))
            self.check(document, "[1, tr. 3]", "[2, tr. 7]")
            for _ in range(2):
                document.getUndoManager().undo()
            self.assertEqual(self.all_texts(document), ["[1]", "[2]"])
            self.service.edit(document, second, json.dumps([cite(ANH, locator="9", label="page")]))
            self.check(document, "[1]", "[2, tr. 9]")

    def test_in_a_cell_and_a_note(self):
        for storage in self.each():
            document = self.ready(storage)
            cursor = document.Text.createTextCursor()
            cursor.gotoEnd(False)
            table = document.createInstance("com.sun.star.text.TextTable")
            table.initialize(2, 2)
            document.Text.insertTextContent(cursor, table, False)
            cell = table.getCellByName("B2")
            note = document.createInstance("com.sun.star.text.Footnote")
            document.Text.insertTextContent(document.Text.createTextCursor(), note, False)
            for text in (cell, note):
                _, second = self.touching(document, [UT, ANH], 0, text)
                self.service.edit(document, second, json.dumps([cite(ANH, locator="7", label="page")]))
            self.check(document, "[1]", "[2, tr. 7]", "[1]", "[2, tr. 7]")
            self.assertEqual((cell.getString(), note.getString()), ("[1][2, tr. 7]",) * 2)

    def test_the_list_comes_and_goes(self):
        for storage in self.each():
            document = self.ready(storage)
            document.Text.insertControlCharacter(document.Text.getEnd(), 0, False)
            _, second = self.touching(document, [UT, ANH])
            document.getCurrentController().getViewCursor().gotoEnd(False)
            self.service.insertBibliography(document)
            self.service.setLists(document, "[]", json.dumps([["urn:soat-test:ut"]]))
            self.service.edit(document, second, json.dumps([cite(ANH, locator="7", label="page")]))
            self.check(document, "[1]", "[2, tr. 7]")

    def test_marks_that_have_grown_come_apart_again(self):
        document = self.ready("marks")
        self.touching(document, [UT, ANH])
        # What the office does itself when text is put in between them.
        all_marks = document.getReferenceMarks()
        first = next(all_marks.getByName(name) for name in all_marks.getElementNames() if '"id":"ut"' in name)
        behind = first.getAnchor().getEnd()
        for _ in range(2):
            document.Text.insertString(behind, " và", False)
        self.service.refresh(document, False)
        self.assertEqual(self.all_texts(document), ["[1]", "[2]"])
        self.assertEqual(document.Text.getString(), "Một[1] và và[2] hai ba.")


if __name__ == "__main__":
    unittest.main()
