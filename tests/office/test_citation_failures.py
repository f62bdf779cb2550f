"""A command that cannot do all that it should does nothing, says why, and leaves the user's own steps alone."""
import json
import unittest

from citation_support import ANH, APA, BGD, CHICAGO, IEEE, SMITH, UT, CitationTest, cite, marks, preferences


class FailureTest(CitationTest):
    def ready(self):
        document = self.new_document("Một hai ba.", "Phần sau.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.place_cursor(document, 3)
        self.first = self.insert(document, cite(UT))
        return document

    def protect(self, document, start, length):
        place = document.Text.createTextCursor()
        place.gotoStart(False)
        place.goRight(start, False)
        place.goRight(length, True)
        section = document.createInstance("com.sun.star.text.TextSection")
        section.setName("khóa")
        document.Text.insertTextContent(place, section, True)
        section.IsProtected = True
        return section

    def state(self, document):
        return (document.Text.getString(), sorted(marks(document)), preferences(document), self.undo_titles(document))

    def refused(self, document, action, word):
        before = self.state(document)
        with self.assertRaises(Exception) as caught:
            action()
        self.assertIn(word, str(caught.exception))
        self.assertEqual(self.state(document), before)
        self.assertFalse(document.getUndoManager().isRedoPossible())

    def test_what_is_protected_is_not_changed(self):
        document = self.ready()
        section = self.protect(document, 0, 14)
        start = document.Text.getStart()
        self.refused(document, lambda: self.service.insertAt(document, section.getAnchor().getStart(), json.dumps([cite(ANH)])), "bảo vệ")
        self.refused(document, lambda: self.service.edit(document, self.first, json.dumps([cite(UT, locator="5")])), "bảo vệ")
        self.refused(document, lambda: self.service.remove(document, self.first), "bảo vệ")
        self.refused(document, lambda: self.service.setStyle(document, APA, "vi-VN", "text"), "bảo vệ")
        self.refused(document, lambda: self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes"), "bảo vệ")
        self.refused(document, lambda: self.service.toBookmarks(document), "bảo vệ")
        self.refused(document, lambda: self.service.unlink(document), "bảo vệ")
        section.IsProtected = False
        self.service.edit(document, self.first, json.dumps([cite(UT, locator="5", label="page")]))
        self.assertEqual(self.texts(document), ["[1, tr. 5]"])

    def test_an_insertion_that_would_renumber_what_is_protected(self):
        document = self.ready()
        document.Text.insertString(document.Text.getStart(), "Đầu.\n", False)
        self.protect(document, 5, 14)
        self.refused(document, lambda: self.service.insertAt(document, document.Text.getStart(), json.dumps([cite(ANH)])), "bảo vệ")
        self.assertEqual(self.texts(document), ["[1]"])

    def test_a_list_that_is_locked(self):
        document = self.ready()
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        document.getTextSections().getByIndex(0).IsProtected = True
        self.refused(document, lambda: self.service.insertAt(document, document.Text.getStart(), json.dumps([cite(ANH)])), "bảo vệ")
        self.refused(document, lambda: self.service.setLists(document, json.dumps([cite(SMITH)]), "[]"), "bảo vệ")

    def test_the_users_last_step_is_not_undone(self):
        document = self.ready()
        section = self.protect(document, 15, 4)
        place = document.Text.createTextCursor()
        place.goRight(9, False)
        self.service.insertAt(document, place, json.dumps([cite(ANH)]))
        self.assertEqual(len(self.texts(document)), 2)
        inside = section.getAnchor().getStart()
        self.refused(document, lambda: self.service.insertAt(document, inside, json.dumps([cite(SMITH)])), "bảo vệ")
        self.assertEqual(len(self.texts(document)), 2)

    def test_a_citation_with_a_note_in_it(self):
        document = self.ready()
        anchor = document.getReferenceMarks().getByIndex(0).getAnchor()
        place = document.Text.createTextCursorByRange(anchor.getStart())
        place.goRight(1, False)
        document.Text.insertTextContent(place, document.createInstance("com.sun.star.text.Footnote"), False)
        self.refused(document, lambda: self.service.edit(document, self.first, json.dumps([cite(ANH)])), "chú thích")


class WrongButToldTest(CitationTest):
    def test_copies_that_are_only_text(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, APA, "vi-VN", "text")
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        self.assertEqual(self.service.problems(document), ())
        document.Text.insertString(document.Text.getEnd(), " Xem (Trần Văn Út, 2003).", False)
        (said,) = self.service.problems(document)
        self.assertIn("(Trần Văn Út, 2003)", said)
        self.assertIn("chỉ là văn bản", said)

    def test_a_list_does_not_look_like_copies(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        for offset, item in ((3, UT), (10, ANH)):
            self.place_cursor(document, offset)
            self.insert(document, cite(item))
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)
        self.assertIn("[2]", document.Text.getString().split("\n")[-2])
        self.assertEqual(self.service.problems(document), ())

    def test_a_message_cuts_no_letter(self):
        document = self.new_document("Một.", hidden=False)
        place = document.Text.createTextCursor()
        place.gotoEnd(False)
        document.Text.insertControlCharacter(place, 0, False)
        section = document.createInstance("com.sun.star.text.TextSection")
        section.setName("ZOTERO_BIBL {nonsense CSL_BIBLIOGRAPHY RND0123456789")
        document.Text.insertTextContent(place, section, True)
        section.getAnchor().setString("ấ" * 100)
        (said,) = self.service.problems(document)
        self.assertIn("«" + "ấ" * 60 + "…»", said)


class ListTest(CitationTest):
    def with_list(self, document):
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.service.insertBibliography(document)

    def paragraphs(self, document):
        found = []
        each = document.getTextSections().getByIndex(0).getAnchor().createEnumeration()
        while each.hasMoreElements():
            found.append(each.nextElement())
        return found

    def test_entries_hang_below_headings_too(self):
        document = self.new_document("Một hai ba.", hidden=False)
        for offset, item in ((3, UT), (10, SMITH), (0, ANH)):
            self.place_cursor(document, offset)
            self.insert(document, cite(item))
        self.with_list(document)
        style = document.StyleFamilies.getByName("ParagraphStyles").getByName("Bibliography 1")
        self.assertLess(style.ParaFirstLineIndent, 0)
        for _ in range(2):
            lines = self.paragraphs(document)
            self.assertEqual([line.getString().startswith("Tiếng") for line in lines], [True, False, False, True, False])
            for line in lines:
                heading = line.getString().startswith("Tiếng")
                self.assertEqual((line.ParaLeftMargin, line.ParaFirstLineIndent),
                                 (0, 0) if heading else (style.ParaLeftMargin, style.ParaFirstLineIndent), line.getString())
            self.service.refresh(document, False)

    def test_an_entry_written_by_hand_is_kept(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        self.place_cursor(document, 10)
        self.insert(document, cite(ANH))
        self.with_list(document)
        section = document.getTextSections().getByIndex(0)
        section.setName('ZOTERO_BIBL {"uncited":[],"omitted":[],"custom":[[["urn:soat-test:ut"],"Của tôi: {\\\\i{}Sông nước}"]]} CSL_BIBLIOGRAPHY RND0123456789')
        for _ in range(2):
            self.service.refresh(document, False)
            lines = [line.getString() for line in self.paragraphs(document)]
            self.assertIn("Của tôi: Sông nước", lines)
            self.assertFalse([line for line in lines if "Trần" in line])
            self.assertTrue([line for line in lines if "Chợ nổi" in line])

    def test_a_listed_source_without_data_is_told(self):
        document = self.new_document("Một hai ba.", hidden=False)
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        self.with_list(document)
        document.getTextSections().getByIndex(0).setName(
            'ZOTERO_BIBL {"uncited":[["urn:soat-test:gone"],[],"urn:soat-test:gone-too"],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY RND0123456789')
        said = self.service.problems(document)
        self.assertEqual([[name in line for line in said] for name in ("urn:soat-test:gone»", "urn:soat-test:gone-too")], [[True, False], [False, True]], said)


class NotesTest(CitationTest):
    def test_back_from_notes_all_come(self):
        document = self.new_document("Câu một. Câu hai. Câu ba.", hidden=False)
        self.service.setStyle(document, CHICAGO, "vi-VN", "footnotes")
        for offset, item in ((24, SMITH), (16, ANH), (7, UT)):
            self.place_cursor(document, offset)
            self.insert(document, cite(item))
        # As Word writes notes, with a blank in front; and two citations in one note.
        note = document.getFootnotes().getByIndex(0)
        note.insertString(note.getStart(), " ", False)
        note = document.getFootnotes().getByIndex(1)
        end = note.createTextCursor()
        end.gotoEnd(False)
        note.insertString(end, "; ", False)
        end.gotoEnd(False)
        self.service.insertAt(document, end, json.dumps([cite(UT)]))
        self.service.setStyle(document, BGD, "vi-VN", "text")
        self.assertEqual(document.getFootnotes().getCount(), 0)
        self.assertEqual(len(self.texts(document)), 4)
        self.assertEqual(document.Text.getString(), "Câu một [2]. Câu hai [1] [2]. Câu ba [3].")


if __name__ == "__main__":
    unittest.main()
