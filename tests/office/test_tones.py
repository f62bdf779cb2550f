"""The command "Unify tone style"."""
import unittest

import support
from support import Dialog

UNIFY = "vnd.org.soat:unify-tones"
TITLE = "Thống nhất kiểu bỏ dấu"
UNDO = "Soát: thống nhất kiểu bỏ dấu"
OLD, NEW = "Kiểu cũ (hòa)", "Kiểu mới (hoà)"
OLD_AS_MOST, NEW_AS_MOST = OLD + ", như đa số", NEW + ", như đa số"


class TonesTest(support.OfficeTest):
    def open(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        document.getUndoManager().clear()
        return document

    def dispatch(self, document):
        return self.dispatch_and_wait(document, UNIFY)

    def unify(self, document, button):
        """The number of words changed, what was asked, what was said."""
        end = self.dispatch(document)
        question = Dialog.find(self.office, "Soát")
        asked = question.text()
        question.press(button)
        count = end()
        return count, asked, self.said()

    def said(self):
        notice = Dialog.find(self.office, TITLE)
        said = notice.text()
        notice.press("Đóng")
        return said

    def add_note(self, document, what):
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(document.Text.getStart(), note, False)
        note.setString(what)
        return note

    def protect_first_paragraph(self, document):
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursor()
        cursor.gotoEndOfParagraph(True)
        document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True

    def test_body_table_and_note_in_one_undo_step(self):
        document = self.open("Hoà bình, thuỷ lợi, sức khỏe.")
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 1)
        document.Text.insertTextContent(document.Text.getEnd(), table, False)
        table.getCellByName("A1").setString("TOÀ ÁN")
        note = self.add_note(document, "Họ toà")
        document.getUndoManager().clear()
        count, asked, said = self.unify(document, OLD)
        self.assertEqual(count, 4)
        self.assertIn("1 chữ bỏ dấu kiểu cũ", asked)
        self.assertIn("4 chữ kiểu mới", asked)
        self.assertIn("Đã sửa 4 chữ", said)
        self.assertNotIn("Giữ nguyên", said)
        self.assertIn("Hòa bình, thủy lợi, sức khỏe.", document.Text.getString())
        self.assertEqual((table.getCellByName("A1").getString(), note.getString()), ("TÒA ÁN", "Họ tòa"))
        undo = document.getUndoManager()
        self.assertEqual(undo.getAllUndoActionTitles(), (UNDO,))
        undo.undo()
        self.assertIn("Hoà bình, thuỷ lợi, sức khỏe.", document.Text.getString())
        self.assertEqual((table.getCellByName("A1").getString(), note.getString()), ("TOÀ ÁN", "Họ toà"))

    def test_enter_takes_the_style_of_most_of_the_document(self):
        document = self.open("Hoà bình, thuỷ lợi, sức khỏe.")
        self.assertEqual(self.unify(document, NEW_AS_MOST)[0], 1)
        self.assertEqual(document.Text.getString(), "Hoà bình, thuỷ lợi, sức khoẻ.")

    def test_only_what_is_selected(self):
        document = self.open("Sức khỏe, hòa bình, tòa án.", "Hoà bình, hoà thuận.", "Hoà nhã.")
        cursor = document.Text.createTextCursor()
        cursor.gotoNextParagraph(False)
        cursor.goRight(len("Hoà bình, hoà"), True)
        document.getCurrentController().select(cursor)
        count, asked, _ = self.unify(document, OLD)  # in the whole document there are as many of each
        self.assertEqual(count, 2)
        self.assertIn("Phần đang chọn có 0 chữ", asked)
        self.assertEqual(document.Text.getString(), "Sức khỏe, hòa bình, tòa án.\nHòa bình, hòa thuận.\nHoà nhã.")

    def test_the_place_that_a_check_shows_is_no_selection(self):
        document = self.open("Mùa nứơc lên, hòa bình.", "Hoà bình, hoà thuận.")
        review = self.office.new("com.sun.star.frame.DispatchHelper")
        review.executeDispatch(document.getCurrentController().getFrame(), "vnd.org.soat:check", "_self", 0, ())
        self.assertTrue(support.until(lambda: document.getCurrentSelection().getByIndex(0).getString() == "nứơc"))
        self.assertEqual(self.unify(document, OLD)[0], 2)
        self.assertEqual(document.Text.getString(), "Mùa nứơc lên, hòa bình.\nHòa bình, hòa thuận.")

    def test_formatting_fields_and_bookmarks_stay(self):
        document = self.open("Giữ hoà bình và thuỷ lợi.")
        search = document.createSearchDescriptor()
        search.SearchString = "à bình"
        found = document.findFirst(search)
        found.CharWeight = 150.0
        bookmark = document.createInstance("com.sun.star.text.Bookmark")
        bookmark.setName("b")
        document.Text.insertTextContent(found, bookmark, True)
        field = document.createInstance("com.sun.star.text.TextField.PageNumber")
        search.SearchString = "lợi"
        document.Text.insertTextContent(document.findFirst(search).getStart(), field, False)
        document.getUndoManager().clear()
        self.unify(document, OLD)
        self.assertEqual(document.Text.getString().replace(field.getAnchor().getString(), ""), "Giữ hòa bình và thủy lợi.")
        self.assertEqual(document.getBookmarks().getByName("b").getAnchor().getString(), "a bình")
        bold = []
        portions = document.Text.createEnumeration().nextElement().createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.CharWeight > 100:
                bold.append(portion.getString())
        self.assertEqual("".join(bold), "a bình")

    def test_recorded_as_whole_words_when_the_user_records(self):
        document = self.open("Giữ hoà bình.")
        document.RecordChanges = True
        self.assertEqual(self.unify(document, OLD)[0], 1)
        redlines = document.getRedlines().createEnumeration()
        kinds = set()
        while redlines.hasMoreElements():
            kinds.add(redlines.nextElement().RedlineType)
        self.assertEqual(kinds, {"Insert", "Delete"})
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:RejectAllTrackedChanges", "", 0, ())
        self.assertEqual(document.Text.getString(), "Giữ hoà bình.")

    def test_citations_and_lists_of_sources_are_left(self):
        document = self.open("Hoà bình [Hoà 2020].", "Trần Hoà. Hoà nhã.", "Lê Thuỷ. Hoà thuận.", "Toà án, hoà giải.", "Sức khoẻ.")
        text = document.Text

        def put(service, name, paragraph, behind=None, start=0, length=None):
            cursor = text.createTextCursor()
            for _ in range(paragraph):
                cursor.gotoNextParagraph(False)
            cursor.goRight(start, False)
            if length:
                cursor.goRight(length, True)
            else:
                for _ in range(behind - paragraph - 1):
                    cursor.gotoNextParagraph(True)
                cursor.gotoEndOfParagraph(True)
            content = document.createInstance("com.sun.star.text." + service)
            content.setName(name)
            text.insertTextContent(cursor, content, True)

        put("ReferenceMark", "ZOTERO_ITEM CSL_CITATION {} RNDabcdefghij", 0, start=9, length=10)
        put("Bookmark", "ZOTERO_BREF_abcdefghijkl", 1, behind=3)
        put("TextSection", "ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDabcdefghij", 3, behind=4)
        document.getUndoManager().clear()
        count, asked, said = self.unify(document, OLD)
        self.assertEqual(count, 2)
        self.assertIn("2 chữ kiểu mới", asked)
        self.assertNotIn("Giữ nguyên", said)
        self.assertEqual(text.getString(), "Hòa bình [Hoà 2020].\nTrần Hoà. Hoà nhã.\nLê Thuỷ. Hoà thuận.\nToà án, hoà giải.\nSức khỏe.")

    def test_what_is_protected_or_in_another_language_stays_and_is_told(self):
        document = self.open("Hoà bình.", "Hoà thuận.", "Hoà nhã.")
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(False)
        cursor.gotoStartOfParagraph(True)
        cursor.CharLocale = self.office.locale("en-US")
        self.protect_first_paragraph(document)
        count, _, said = self.unify(document, OLD)
        self.assertEqual(count, 1)
        self.assertIn("Giữ nguyên 2 chữ", said)
        self.assertEqual(document.Text.getString().strip(), "Hoà bình.\nHòa thuận.\nHoà nhã.")

    def test_nothing_but_protected_text(self):
        document = self.open("Hoà bình.")
        self.protect_first_paragraph(document)
        document.getUndoManager().clear()
        count, _, said = self.unify(document, OLD)
        self.assertEqual(count, 0)
        self.assertIn("Giữ nguyên 1 chữ", said)
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())

    def test_what_was_edited_while_asked_stays(self):
        document = self.open("Hoà bình.", "Hoà thuận.")
        end = self.dispatch(document)
        question = Dialog.find(self.office, "Soát")
        document.Text.insertString(document.Text.getStart(), "Họ toà. ", False)
        question.press(OLD)
        self.assertEqual(end(), 1)
        self.assertIn("Giữ nguyên 1 chữ", self.said())
        self.assertEqual(document.Text.getString(), "Họ toà. Hoà bình.\nHòa thuận.")

    def test_a_question_that_is_closed_changes_nothing(self):
        document = self.open("Hoà bình.")
        end = self.dispatch(document)
        Dialog.find(self.office, "Soát")
        other = self.new_document(hidden=False)
        document.close(True)
        self._documents.remove(document)
        self.assertEqual(end(), 0)
        self.assertTrue(support.until(lambda: Dialog.find(self.office, TITLE, patience=0.01) is None))
        self.assertIsNotNone(other)

    def test_nothing_to_unify_is_said(self):
        document = self.open("Không có gì.")
        end = self.dispatch(document)
        self.assertIn("không có chữ nào", self.said())
        self.assertEqual(end(), 0)

    def test_one_style_already(self):
        document = self.open("Hòa bình.")
        count, _, said = self.unify(document, OLD_AS_MOST)
        self.assertEqual(count, 0)
        self.assertIn("đã theo kiểu này", said)


if __name__ == "__main__":
    unittest.main()
