"""Citations in text that is copied and pasted: they stay citations, in the same document and in another."""
import json
import os
import time

import support
from citation_support import ANH, APA, CHICAGO, IEEE, SMITH, UT, cite, marks
from test_citation_documents import FileTest

WORD = "MS Word 2007 XML"


class CopyTest(FileTest):
    def command(self, document, name):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:" + name, "", 0, ())

    def document(self, style=IEEE):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, style, "vi-VN", "text")
        self.place_cursor(document, 7)
        self.insert(document, cite(ANH))
        self.place_cursor(document, 3)
        self.insert(document, cite(UT, locator="4", label="page"))
        return document

    def copy(self, document, start, length, command="Copy"):
        cursor = document.getCurrentController().getViewCursor()
        cursor.gotoStart(False)
        cursor.goRight(start, False)
        cursor.goRight(length, True)
        copied = cursor.getString()
        self.command(document, command)
        return copied

    def paste_at_end(self, document):
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.command(document, "Paste")

    def test_in_the_same_document(self):
        document = self.document()
        before = document.Text.getString()
        self.assertEqual(before, "Một[1, tr. 4] hai[2] ba.")
        copied = self.copy(document, 0, len("Một[1, tr. 4] hai[2]"))
        self.paste_at_end(document)
        self.assertTrue(support.until(lambda: len(marks(document)) == 4), document.Text.getString())
        self.assertEqual(document.Text.getString(), before + copied)
        listed = self.listed(document)["citations"]
        self.assertEqual([one["text"] for one in listed], ["[1, tr. 4]", "[2]"] * 2)
        self.assertEqual(len({one["id"] for one in listed}), 4)
        self.assertEqual(listed[2]["cites"][0]["locator"], "4")
        self.assertEqual(self.service.problems(document), ())

    def test_what_is_pasted_follows_the_style_and_is_undone(self):
        document = self.document()
        self.copy(document, 0, len("Một[1, tr. 4]"))
        self.paste_at_end(document)
        self.assertTrue(support.until(lambda: len(marks(document)) == 3))
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.assertEqual(self.texts(document)[2], "(Trần Văn Út, 2003, tr. 4)")
        while len(document.Text.getString()) > len("Một[1, tr. 4] hai[2] ba."):
            document.getUndoManager().undo()
        self.assertEqual((document.Text.getString(), len(marks(document))), ("Một[1, tr. 4] hai[2] ba.", 2))

    def test_before_the_others_in_the_text(self):
        document = self.document()
        self.copy(document, len("Một[1, tr. 4]"), len(" hai[2]"))
        document.getCurrentController().getViewCursor().gotoStart(False)
        self.command(document, "Paste")
        self.assertTrue(support.until(lambda: self.texts(document) == ["[1]", "[2, tr. 4]", "[1]"]), document.Text.getString())

    def test_what_is_cut_can_be_pasted_often(self):
        document = self.document()
        self.copy(document, 0, len("Một[1, tr. 4]"), "Cut")
        for count in (2, 3):
            self.paste_at_end(document)
            self.assertTrue(support.until(lambda: self.texts(document) == ["[1]"] + ["[2, tr. 4]"] * (count - 1)), self.texts(document))
        self.assertEqual(len({one["id"] for one in self.listed(document)["citations"]}), 3)

    def bookmarks_of_copies(self, document):
        return [name for name in document.getBookmarks().getElementNames() if name.startswith("SOAT_COPY")]

    def test_what_is_cut_with_notes_can_be_pasted_often(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        self.service.insertAt(document, self.behind(document.Text, 3), json.dumps([cite(UT)]))
        self.copy(document, 0, 6, "Cut")
        self.assertEqual(self.texts(document), [])
        for count in (1, 2, 3):
            self.paste_behind(document)
            self.assertTrue(support.until(lambda: len(self.texts(document)) == count), self.texts(document))
        whole, short = "Trần Văn Út, Sông nước miền Tây (NXB Trẻ, 2003).", "Trần Văn Út."
        self.check_copies(document, [whole, short, short])
        self.assertEqual([note.getString() for note in document.getFootnotes()], [whole, short, short])

    def test_what_is_cut_with_a_table_can_be_pasted_often(self):
        for storage in ("marks", "bookmarks"):
            with self.subTest(storage=storage):
                document, _ = self.with_table(storage)
                everything = document.Text.createTextCursor()
                everything.gotoStart(False)
                everything.gotoEnd(True)
                document.getCurrentController().select(everything)
                self.command(document, "Cut")
                self.assertEqual(self.texts(document), [])
                own = ["[1]", "[2, tr. 4]", "[3, tr. 4]"]
                for count in (1, 2, 3):
                    self.paste_behind(document)
                    self.assertTrue(support.until(lambda: self.texts(document) == own * count), self.texts(document))
                self.check_copies(document, own * 3)

    def test_paste_special_leaves_no_bookmarks(self):
        document, table = self.with_table("marks")
        cells = table.createCursorByCellName("A1")
        cells.gotoCellByName("B2", True)
        document.getCurrentController().select(cells)
        self.command(document, "Copy")
        for format_of_clipboard in (1, 10, 51, 59, 85):  # all in which Writer's own text is offered
            for another in (False, True):
                with self.subTest(format=format_of_clipboard, another=another):
                    target = self.new_document("Khác: ", hidden=False) if another else document
                    target.getCurrentController().getViewCursor().gotoRange(target.Text.getEnd(), False)
                    frame = target.getCurrentController().getFrame()
                    self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:ClipboardFormatItems", "", 0,
                                                                                         self.office.properties(SelectedFormat=format_of_clipboard))
                    self.assertTrue(support.until(lambda: self.bookmarks_of_copies(target) == [], 5), self.bookmarks_of_copies(target))

    def test_a_bookmark_of_a_copy_goes_at_the_next_command_and_at_saving(self):
        for action in (lambda document: self.service.refresh(document, False), lambda document: self.save(document, "a.odt")):
            document = self.document()
            bookmark = document.createInstance("com.sun.star.text.Bookmark")
            bookmark.setName("SOAT_COPY_abcdefghijkl")
            place = self.behind(document.Text, 0)
            place.goRight(2, True)
            support.on_main_thread(self.office, lambda: document.Text.insertTextContent(place, bookmark, True))
            action(document)
            self.assertEqual(self.bookmarks_of_copies(document), [])

    def undone(self, document):
        """Not while what follows a cut in the background has a step open."""
        try:
            support.on_main_thread(self.office, document.getUndoManager().undo)
        except Exception as busy:  # pyuno makes its exception types as it goes
            if "UndoContextNotClosed" not in type(busy).__name__:
                raise
            return False
        return True

    def test_undoing_a_cut_leaves_no_bookmarks_of_it(self):
        document = self.document()
        names = document.getBookmarks().getElementNames()
        self.copy(document, 0, len("Một[1, tr. 4]"), "Cut")
        self.assertTrue(support.until(lambda: self.undone(document)))
        self.assertTrue(support.until(lambda: self.texts(document) == ["[1, tr. 4]", "[2]"]), self.texts(document))
        self.assertTrue(support.until(lambda: document.getBookmarks().getElementNames() == names), document.getBookmarks().getElementNames())

    def lists(self, document):
        return document.Text.getString().count("Chợ nổi và người bán hàng"), document.Text.getString().count("Sông nước miền Tây")

    def test_a_list_of_sources_that_is_cut_and_pasted_stays_a_list(self):
        for storage, above in (("marks", False), ("marks", True), ("bookmarks", False), ("bookmarks", True)):
            with self.subTest(storage=storage, above=above):
                document = self.document()
                text = document.Text
                for line in ("", "Giữa.", "Cuối."):
                    text.insertControlCharacter(text.getEnd(), 0, False)
                    text.insertString(text.getEnd(), line, False)
                self.place_cursor(document, len("Một[1, tr. 4] hai[2] ba.") + 1)
                self.service.insertBibliography(document)
                if storage == "bookmarks":
                    self.service.toBookmarks(document)
                self.assertEqual(self.lists(document), (1, 1))
                before = text.getString()
                lines = text.createTextCursor()
                lines.gotoStart(False)
                lines.gotoNextParagraph(False)
                if above:  # from the end of the paragraph above
                    lines.goLeft(1, False)
                    lines.gotoNextParagraph(True)
                lines.gotoNextParagraph(True)
                lines.gotoEndOfParagraph(True)
                document.getCurrentController().select(lines)
                self.command(document, "Cut")
                self.assertEqual(self.lists(document), (0, 0))
                self.paste_at_end(document)
                self.assertTrue(support.until(lambda: self.lists(document) == (1, 1)), text.getString())
                self.service.insertAt(document, text.getStart(), json.dumps([cite(SMITH)]))
                self.assertEqual(self.lists(document), (1, 1), text.getString())
                said = text.getString()
                self.assertEqual(said.count("Testing at Sea") + said.count("Testing at sea"), 1, said)
                self.assertGreater(said.index("Chợ nổi và"), said.index("Cuối."), said)
                undo, steps = document.getUndoManager(), 0
                while text.getString() != before and undo.isUndoPossible():
                    undo.undo()
                    steps += 1
                self.assertEqual((text.getString(), self.lists(document)), (before, (1, 1)))
                # Cutting, pasting, what follows each where half a second has passed between them, and the insertion.
                self.assertLessEqual(steps, 5)
                self.service.insertAt(document, text.getStart(), json.dumps([cite(SMITH)]))
                self.assertIn("[1]\tJ. Smith, Testing at sea", text.getString())

    def test_a_list_of_sources_in_another_document_is_text(self):
        for command in ("Copy", "Cut"):
            document = self.document()
            document.Text.insertControlCharacter(document.Text.getEnd(), 0, False)
            document.getCurrentController().getViewCursor().gotoEnd(False)
            self.service.insertBibliography(document)
            lines = document.Text.createTextCursor()
            lines.gotoNextParagraph(False)
            lines.gotoNextParagraph(True)
            lines.gotoEndOfParagraph(True)
            listed = lines.getString()
            self.assertIn("Chợ nổi", listed)
            document.getCurrentController().select(lines)
            self.command(document, command)
            other = self.new_document("Xem: ", hidden=False)
            self.paste_at_end(other)
            time.sleep(2)
            self.service.refresh(other, False)
            self.assertEqual(other.Text.getString(), "Xem: " + listed)
            self.assertEqual(other.getTextSections().getCount(), 0)

    def test_into_another_document(self):
        document = self.document()
        self.copy(document, 0, len("Một[1, tr. 4]"))
        other = self.new_document("Khác: ", hidden=False)
        self.paste_at_end(other)
        self.assertTrue(support.until(lambda: len(self.listed(other)["citations"]) == 1), other.Text.getString())
        (one,) = self.listed(other)["citations"]
        self.assertEqual((one["text"], one["cites"][0]["itemData"]["title"]), ("[1, tr. 4]", UT["title"]))

    def test_in_a_document_of_word_and_into_another(self):
        document = self.document()
        self.service.toBookmarks(document)
        word = self.reload(self.save(document, "a.docx", WORD))
        self.copy(word, 0, len("Một[1, tr. 4]"))
        self.paste_at_end(word)
        self.assertTrue(support.until(lambda: len(self.listed(word)["citations"]) == 3), word.Text.getString())
        other = self.reload(self.save(self.new_document("Khác: "), "b.docx", WORD))
        self.paste_at_end(other)
        self.assertTrue(support.until(lambda: len(self.listed(other)["citations"]) == 1), self.service.problems(other))
        self.assertEqual(self.service.problems(other), ())
        again = self.reload(self.save(other, "c.docx", WORD))
        self.assertEqual([one["cites"][0]["itemData"]["title"] for one in self.listed(again)["citations"]], [UT["title"]])

    def with_table(self, storage):
        """A citation in the text and one in each of two cells."""
        document = self.new_document("Trước. ", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(2, 2)
        document.Text.insertTextContent(document.Text.getEnd(), table, False)
        document.Text.insertString(document.Text.getEnd(), "Sau.", False)
        document.Text.insertControlCharacter(document.Text.getEnd(), 0, False)
        self.service.insertAt(document, self.behind(document.Text, 6), json.dumps([cite(SMITH)]))
        for name, item in (("A1", ANH), ("B2", UT)):
            cell = table.getCellByName(name)
            cell.setString("ô " + name)
            self.service.insertAt(document, self.behind(cell, 4), json.dumps([cite(item, locator="4", label="page")]))
        if storage == "bookmarks":
            self.service.toBookmarks(document)
        document.getUndoManager().clear()
        return document, table

    def behind(self, text, offset):
        place = text.createTextCursor()
        place.gotoStart(False)
        place.goRight(offset, False)
        return place

    def paste_behind(self, document):
        document.getCurrentController().getViewCursor().gotoRange(document.Text.getEnd(), False)
        self.command(document, "Paste")

    def check_copies(self, document, expected):
        self.assertTrue(support.until(lambda: self.texts(document) == expected), self.texts(document))
        self.assertEqual(len({one["id"] for one in self.listed(document)["citations"]}), len(expected))
        self.assertEqual(self.bookmarks_of_copies(document), [])
        self.assertEqual(self.service.problems(document), ())
        self.service.refresh(document, False)
        self.assertEqual(self.texts(document), expected)

    def test_cells_of_a_table(self):
        for storage in ("marks", "bookmarks"):
            for whole in (False, True):
                with self.subTest(storage=storage, whole=whole):
                    document, table = self.with_table(storage)
                    before = document.Text.getString()
                    if whole:  # with the text round it
                        everything = document.Text.createTextCursor()
                        everything.gotoStart(False)
                        everything.gotoEnd(True)
                        document.getCurrentController().select(everything)
                    else:
                        cells = table.createCursorByCellName("A1")
                        cells.gotoCellByName("B2", True)
                        document.getCurrentController().select(cells)
                    self.command(document, "Copy")
                    self.assertFalse(document.getUndoManager().isUndoPossible())
                    own = ["[1]", "[2, tr. 4]", "[3, tr. 4]"]
                    self.paste_behind(document)
                    self.check_copies(document, own + own[0 if whole else 1:])
                    self.assertEqual(document.getTextTables().getCount(), 2)
                    other = self.new_document("Khác: ", hidden=False)
                    self.paste_behind(other)
                    self.assertTrue(support.until(lambda: len(self.texts(other)) == (3 if whole else 2)), self.texts(other))
                    self.assertEqual(self.service.problems(other), ())
                    undo = document.getUndoManager()
                    while undo.isUndoPossible():
                        support.on_main_thread(self.office, undo.undo)
                    self.assertEqual((document.Text.getString(), self.texts(document)), (before, own))

    def test_notes(self):
        for storage in ("marks", "bookmarks"):
            with self.subTest(storage=storage):
                document = self.new_document("Một hai ba.", hidden=False)
                self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
                self.service.insertAt(document, self.behind(document.Text, 3), json.dumps([cite(UT)]))
                if storage == "bookmarks":
                    self.service.toBookmarks(document)
                    document = self.reload(self.save(document, "a.docx", WORD))
                self.copy(document, 0, 6)
                self.paste_behind(document)
                self.assertTrue(support.until(lambda: len(self.texts(document)) == 2), self.service.problems(document))
                self.assertEqual(self.service.problems(document), ())
                self.assertTrue(support.until(lambda: [note.getString() for note in document.getFootnotes()] == self.texts(document)))
                other = self.new_document("Khác: ", hidden=False)
                if storage == "bookmarks":
                    other = self.reload(self.save(other, "b.docx", WORD))
                self.paste_behind(other)
                self.assertTrue(support.until(lambda: len(self.texts(other)) == 1), self.service.problems(other))
                self.assertEqual(self.service.problems(other), ())
                if storage == "bookmarks":
                    again = self.reload(self.save(other, "c.docx", WORD))
                    self.assertEqual([one["cites"][0]["itemData"]["title"] for one in self.listed(again)["citations"]], [UT["title"]])

    def test_copying_changes_nothing(self):
        document = self.document()
        document.setModified(False)
        steps = document.getUndoManager().getAllUndoActionTitles()
        names = document.getBookmarks().getElementNames()
        self.copy(document, 0, len("Một[1, tr. 4] hai[2]"))
        self.assertFalse(document.isModified())
        self.assertEqual((document.getUndoManager().getAllUndoActionTitles(), document.getBookmarks().getElementNames()), (steps, names))

    def test_what_says_the_same_by_chance_stays_text(self):
        document = self.document()
        self.copy(document, 0, 2)  # no citation in it
        self.paste_at_end(document)
        self.insert(document, cite(SMITH))
        self.assertEqual(len(marks(document)), 3)
