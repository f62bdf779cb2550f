"""The command "Restore diacritics", and the same for macros."""
import unittest

import support
from measure_commands import without_marks
from measure_writer import document_text
from support import Dialog

RESTORE = "vnd.org.soat:restore"
BARE = "Hom nay troi dep, chung toi di hop o thanh pho Ho Chi Minh."
MARKED = "Hôm nay trời đẹp, chúng tôi đi họp ở thành phố Hồ Chí Minh."
TITLE = "Thêm dấu tiếng Việt"


class RestoringTest(support.OfficeTest):
    def tearDown(self):
        dialog = Dialog.find(self.office, TITLE, patience=0.01)
        if dialog:
            dialog.press("Đóng")
        super().tearDown()

    def open(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        return document

    def restore(self, document):
        """Dispatches the command as the menu does; the number of words changed."""
        document.getUndoManager().clear()
        frame = document.getCurrentController().getFrame()
        result = self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, RESTORE, "_self", 0, ())
        self.assertEqual(result.State, self.office.constant("com.sun.star.frame.DispatchResultState.SUCCESS"))
        return result.Result

    def select(self, document, what):
        """Selects the first occurrence of a text, and gives it as a cursor."""
        search = document.createSearchDescriptor()
        search.SearchString = what
        search.SearchCaseSensitive = True
        found = document.findFirst(search)
        document.getCurrentController().select(found)
        return found

    def assert_undone_and_redone(self, document, before, after):
        undo = document.getUndoManager()
        self.assertEqual(undo.getAllUndoActionTitles(), ("Soát: thêm dấu tiếng Việt",))
        undo.undo()
        self.assertEqual(document.Text.getString(), before)
        undo.redo()
        self.assertEqual(document.Text.getString(), after)

    def test_the_paragraph_of_the_cursor(self):
        document = self.open(BARE, BARE)
        self.assertGreater(self.restore(document), 8)
        self.assertEqual(document.Text.getString(), MARKED + "\n" + BARE)
        self.assert_undone_and_redone(document, BARE + "\n" + BARE, MARKED + "\n" + BARE)

    def test_tones_are_placed_as_in_the_rest_of_the_document(self):
        bare = "Nguoi dan khoe manh."
        for rest, restored in (("Hai nước giữ hoà bình.", "Người dân khoẻ mạnh."), ("Hai nước giữ hòa bình.", "Người dân khỏe mạnh.")):
            document = self.open(bare, rest)
            self.restore(document)
            self.assertEqual(document.Text.getString(), restored + "\n" + rest)

    def test_only_whole_words_of_the_selection(self):
        document = self.open(BARE)
        self.select(document, "oi dep, chung toi di h")
        self.assertEqual(self.restore(document), 4)
        self.assertEqual(document.Text.getString(), "Hom nay troi đẹp, chúng tôi đi hop o thanh pho Ho Chi Minh.")

    def test_the_place_that_a_check_shows_is_no_selection(self):
        document = self.open("Mùa nứơc lên, ba con ra dong gat lua.")
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ())
        self.assertTrue(support.until(lambda: document.getCurrentSelection().getByIndex(0).getString() == "nứơc"))
        self.restore(document)
        self.assertEqual(document.Text.getString(), "Mùa nứơc lên, bà con ra đồng gặt lúa.")

    def test_a_selection_over_several_paragraphs(self):
        document = self.open(BARE, BARE, BARE)
        cursor = document.Text.createTextCursor()
        cursor.goRight(len(BARE) - len("pho Ho Chi Minh."), False)
        cursor.gotoEnd(True)
        cursor.goLeft(len(BARE) - len("Hom nay"), True)
        document.getCurrentController().select(cursor)
        self.restore(document)
        self.assertEqual(document.Text.getString().split("\n"),
                         [BARE[:-len("pho Ho Chi Minh.")] + "phố Hồ Chí Minh.", MARKED, "Hôm nay" + BARE[len("Hom nay"):]])

    def test_formatting_inside_words_stays(self):
        document = self.open(BARE)
        for what, name, value in (("ung t", "CharWeight", 150.0), ("pho Ho", "CharPosture", self.office.uno.Enum("com.sun.star.awt.FontSlant", "ITALIC")), ("e", "CharUnderline", 1)):
            setattr(self.select(document, what), name, value)
        document.getCurrentController().getViewCursor().gotoStart(False)
        self.restore(document)
        self.assertEqual(document.Text.getString(), MARKED)
        portions = [(portion.getString(), portion.CharWeight > 100, portion.CharPosture.value == "ITALIC", portion.CharUnderline > 0)
                    for portion in self.portions(document) if portion.getString()]
        self.assertEqual(portions, [("Hôm nay trời đ", False, False, False), ("ẹ", False, False, True), ("p, ch", False, False, False),
                                    ("úng t", True, False, False), ("ôi đi họp ở thành ", False, False, False), ("phố Hồ", False, True, False),
                                    (" Chí Minh.", False, False, False)])

    def portions(self, document):
        found = []
        portions = document.Text.createEnumeration().nextElement().createEnumeration()
        while portions.hasMoreElements():
            found.append(portions.nextElement())
        return found

    def test_fields_notes_and_bookmarks_stay(self):
        document = self.open(BARE)
        text = document.Text
        for what in ("troi dep", "di", "pho"):
            mark = document.createInstance("com.sun.star.text.Bookmark")
            mark.setName(what)
            text.insertTextContent(self.select(document, what), mark, True)
        field = document.createInstance("com.sun.star.text.TextField.DateTime")
        text.insertTextContent(self.select(document, "nay").getEnd(), field, False)
        note = document.createInstance("com.sun.star.text.Footnote")
        text.insertTextContent(self.select(document, "toi").getEnd(), note, False)
        note.setString("Chu thich nay van chua co dau.")
        kinds = [portion.TextPortionType for portion in self.portions(document)]
        document.getCurrentController().getViewCursor().gotoStart(False)
        self.restore(document)
        shown = field.getAnchor().getString()
        self.assertEqual(text.getString().replace(shown, "", 1).replace("1", "", 1), MARKED)
        self.assertEqual([portion.TextPortionType for portion in self.portions(document)], kinds)
        marks = document.getBookmarks()
        self.assertEqual([marks.getByName(name).getAnchor().getString() for name in ("troi dep", "di", "pho")], ["trời đẹp", "đi", "phố"])
        self.assertEqual(note.getString(), "Chu thich nay van chua co dau.")
        self.assertEqual(document.getTextFields().createEnumeration().nextElement().getAnchor().getString(), shown)

    def test_in_notes_cells_and_frames(self):
        document = self.open("Than bai.", "")
        end = document.Text.createTextCursor()
        end.gotoEnd(False)
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(document.Text.getStart(), note, False)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(2, 2)
        document.Text.insertTextContent(end, table, False)
        frame = document.createInstance("com.sun.star.text.TextFrame")
        document.Text.insertTextContent(document.Text.getStart(), frame, False)
        texts = [note, frame] + [table.getCellByName(name) for name in ("A1", "A2", "B1", "B2")]
        for text in texts:
            text.setString(BARE)
        controller = document.getCurrentController()
        for text in (note, texts[2]):
            controller.getViewCursor().gotoRange(text.getStart(), False)
            self.restore(document)
        controller.select(frame)
        self.restore(document)
        self.assertEqual([text.getString() for text in texts], [MARKED, MARKED, MARKED, BARE, BARE, BARE])
        controller.select(table.getCellRangeByName("A2:B2"))
        self.restore(document)
        self.assertEqual([text.getString() for text in texts], [MARKED, MARKED, MARKED, MARKED, BARE, MARKED])
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)

    def test_recorded_as_changes_when_the_user_records(self):
        document = self.open(BARE)
        document.RecordChanges = True
        self.restore(document)
        redlines = document.getRedlines().createEnumeration()
        kinds = set()
        while redlines.hasMoreElements():
            kinds.add(redlines.nextElement().RedlineType)
        self.assertEqual(kinds, {"Insert", "Delete"})
        frame = document.getCurrentController().getFrame()
        helper = self.office.new("com.sun.star.frame.DispatchHelper")
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ("Soát: thêm dấu tiếng Việt",))
        helper.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
        self.assertEqual(document.Text.getString(), MARKED)
        document.getUndoManager().undo()
        helper.executeDispatch(frame, ".uno:RejectAllTrackedChanges", "", 0, ())
        self.assertEqual(document.Text.getString(), BARE)

    def test_what_has_marks_stays(self):
        document = self.open("Hôm nay trời đep, chúng tôi đi hop ở Hà Nội, xem https://example.org/hop-toi va so 12.")
        self.restore(document)
        self.assertEqual(document.Text.getString(), "Hôm nay trời đẹp, chúng tôi đi họp ở Hà Nội, xem https://example.org/hop-toi và số 12.")

    def test_nothing_to_do_is_said(self):
        document = self.open(MARKED)
        self.assertEqual(self.restore(document), 0)
        self.assertIn("Không có chữ nào", Dialog.find(self.office, TITLE).text())
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())

    def test_language(self):
        document = self.open(BARE)
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(True)
        cursor.CharLocale = self.office.locale("en-US")
        self.assertEqual(self.restore(document), 0)
        self.assertIn("ngôn ngữ", Dialog.find(self.office, TITLE).text())
        self.assertEqual(document.Text.getString(), BARE)
        cursor.CharLocale = self.office.locale("zxx")
        self.restore(document)
        self.assertEqual(document.Text.getString(), MARKED)

    def test_protected_sections_stay(self):
        document = self.open(BARE)
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(True)
        document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True
        document.getCurrentController().getViewCursor().gotoStart(False)
        self.assertEqual(self.restore(document), 0)
        self.assertEqual(document.Text.getString().strip(), BARE)

    def test_for_macros(self):
        checker = self.office.new("org.soat.TextChecker")
        self.assertEqual(checker.restore(BARE + "\r\n\n" + BARE), MARKED + "\r\n\n" + MARKED)
        self.assertEqual(checker.restore(""), "")

    def long_document(self):
        """20,000 syllables without marks, with tables, notes, formatting and bookmarks."""
        document = self.new_document(hidden=False)
        text, cursor = document.Text, document.Text.createTextCursor()
        for n, paragraph in enumerate(document_text(20000)):
            text.insertString(cursor, without_marks(paragraph), False)
            if n % 4 == 1:
                inside = text.createTextCursorByRange(text.getEnd())
                inside.goLeft(90, False)
                inside.goLeft(25, True)
                inside.CharWeight = 150.0
                inside.goLeft(40, False)
                inside.goLeft(3, True)
                bookmark = document.createInstance("com.sun.star.text.Bookmark")
                bookmark.setName("b%d" % n)
                text.insertTextContent(inside, bookmark, True)
            if n % 5 == 2:
                note = document.createInstance("com.sun.star.text.Footnote")
                text.insertTextContent(cursor, note, False)
                note.setString("Chu thich nay van chua co dau.")
            text.insertControlCharacter(cursor, 0, False)
            if n % 20 == 7:
                table = document.createInstance("com.sun.star.text.TextTable")
                table.initialize(3, 2)
                text.insertTextContent(cursor, table, False)
                for name in table.getCellNames():
                    table.getCellByName(name).setString(BARE)
                cursor.gotoEnd(False)
        return document

    def state(self, document):
        """Paragraphs, what is bold in them, notes, and what the bookmarks hold."""
        bold = []
        for paragraph in self.body_paragraphs(document):
            portions = paragraph.createEnumeration()
            while portions.hasMoreElements():
                portion = portions.nextElement()
                if portion.CharWeight > 100 and portion.TextPortionType == "Text":
                    bold.append(portion.getString())
        marks, notes = document.getBookmarks(), document.getFootnotes()
        return (list(self.office.new("org.soat.TextChecker").paragraphsOf(document)), "".join(bold), [notes.getByIndex(i).getString() for i in range(notes.getCount())],
                {name: marks.getByName(name).getAnchor().getString() for name in marks.getElementNames()})

    def body_paragraphs(self, document):
        found = document.Text.createEnumeration()
        while found.hasMoreElements():
            one = found.nextElement()
            if one.supportsService("com.sun.star.text.Paragraph"):
                yield one

    def test_a_whole_long_document(self):
        document = self.long_document()
        before = self.state(document)
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(True)
        document.getCurrentController().select(cursor)
        self.assertGreater(self.restore(document), 10000)
        after = self.state(document)
        checker = self.office.new("org.soat.TextChecker")
        in_notes = len(before[2])
        self.assertEqual(after[0], [checker.restore(paragraph) for paragraph in before[0][:-in_notes]] + before[0][-in_notes:])
        self.assertEqual([without_marks(part) for part in after[0]], before[0])
        self.assertEqual(without_marks(after[1]), before[1])
        self.assertEqual(after[2], before[2])
        self.assertEqual({name: without_marks(text) for name, text in after[3].items()}, before[3])
        undo = document.getUndoManager()
        self.assertEqual(undo.getAllUndoActionTitles(), ("Soát: thêm dấu tiếng Việt",))
        undo.undo()
        self.assertEqual(self.state(document), before)
        undo.redo()
        self.assertEqual(self.state(document), after)

    def test_what_was_selected_is_selected_afterwards(self):
        document = self.open(BARE, BARE, BARE)
        found = self.select(document, "chung toi di hop")
        self.restore(document)
        self.assertEqual(document.getCurrentController().getSelection().getByIndex(0).getString(), "chúng tôi đi họp")
        self.assertEqual(found.getString(), "chúng tôi đi họp")


class RestoringADocumentTest(support.OfficeTest):
    """The command for the whole document, which shows first what would become of it."""

    COMMAND = "vnd.org.soat:restore-document"
    WINDOW = "Thêm dấu cả tài liệu"

    def tearDown(self):
        for title, button in ((self.WINDOW, "Đóng"), (TITLE, "Đóng")):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press(button)
        super().tearDown()

    def open(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        document.getUndoManager().clear()
        return document

    def dispatch(self, document):
        return self.dispatch_and_wait(document, self.COMMAND)

    def shown(self, document):
        """The window, and what gives the number of words once it is closed."""
        end = self.dispatch(document)
        window = Dialog.find(self.office, self.WINDOW)
        self.assertIsNotNone(window)
        return window, end

    def restoring_button(self, window):
        return next(name for name in window.buttons() if name.startswith("Thêm dấu "))

    def test_bare_paragraphs_are_chosen_and_the_rest_is_left(self):
        # "an" and "ban" are right as they stand, or may be.
        marked = "Bà con làng ta ra đồng từ sớm để kịp mùa gặt, mấy ban trẻ ở nhà an trưa."
        document = self.open(BARE, marked, MARKED)
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(document.Text.getEnd(), note, False)
        note.setString(BARE)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 1)
        document.Text.insertTextContent(document.Text.getEnd(), table, False)
        table.getCellByName("A1").setString(BARE)
        document.getUndoManager().clear()
        window, end = self.shown(document)
        lines = window.lists()[0]
        self.assertEqual([line for line in lines if line.startswith("☑ ")], ["☑ " + MARKED] * 3)
        self.assertEqual(len(lines), 4)
        self.assertIn("4 đoạn văn", window.text())
        self.assertTrue(self.restoring_button(window).startswith("Thêm dấu 3 đoạn"))
        window.press(self.restoring_button(window))
        self.assertGreater(end(), 24)
        self.assertEqual(document.Text.getString().split("\n")[:2], [MARKED, marked])
        self.assertEqual([note.getString(), table.getCellByName("A1").getString()], [MARKED, MARKED])
        undo = document.getUndoManager()
        self.assertEqual(undo.getAllUndoActionTitles(), ("Soát: thêm dấu tiếng Việt",))
        undo.undo()
        self.assertEqual([document.Text.getString().split("\n")[0], note.getString(), table.getCellByName("A1").getString()], [BARE] * 3)

    def test_a_line_may_be_chosen_and_left_out(self):
        first = "Anh trả lời mẹ rằng hôm ay anh về muộn."
        document = self.open(first, BARE)
        window, end = self.shown(document)
        self.assertEqual([line[0] for line in window.lists()[0]], ["☐", "☑"])
        restored = window.lists()[0][0][2:]
        self.assertNotEqual(restored, first)
        self.assertEqual(window.boxes(), {"Thêm dấu đoạn này": False})
        window.toggle("Thêm dấu đoạn này")
        self.assertTrue(support.until(lambda: [line[0] for line in window.lists()[0]] == ["☑", "☑"]))
        self.assertTrue(self.restoring_button(window).startswith("Thêm dấu 2 đoạn"))
        window.choose("☑ " + MARKED)
        self.assertTrue(support.until(lambda: window.boxes() == {"Thêm dấu đoạn này": True}))
        window.press("Chọn tất cả, bỏ hết")
        self.assertEqual([line[0] for line in window.lists()[0]], ["☐", "☐"])
        self.assertFalse(window.buttons()[self.restoring_button(window)])
        window.press("Chọn tất cả, bỏ hết")
        window.press(self.restoring_button(window))
        end()
        self.assertEqual(document.Text.getString(), restored + "\n" + MARKED)

    def test_what_is_not_sure_is_told(self):
        document = self.open("Toi ban ca.")
        window, _ = self.shown(document)
        self.assertRegex(window.text(), r"Chưa chắc: \w+ \(\w+")

    def test_what_was_edited_meanwhile_is_left(self):
        document = self.open(BARE, BARE)
        window, end = self.shown(document)
        edited = "Nay " + BARE
        document.Text.insertString(document.Text.getStart(), "Nay ", False)
        window.press(self.restoring_button(window))
        end()
        self.assertEqual(document.Text.getString(), edited + "\n" + MARKED)

    def test_closing_the_window_changes_nothing(self):
        document = self.open(BARE)
        window, end = self.shown(document)
        window.press("Đóng")
        self.assertEqual(end(), 0)
        self.assertEqual(document.Text.getString(), BARE)
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())

    def test_the_window_goes_with_its_document(self):
        document = self.office.new_document(BARE, hidden=False)
        _, end = self.shown(document)
        support.close(self.office, document)
        self.assertEqual(end(), 0)
        self.assertIsNone(Dialog.find(self.office, self.WINDOW, patience=0.01))

    def test_nothing_to_do_is_said(self):
        document = self.open(MARKED)
        self.assertEqual(self.dispatch(document)(), 0)
        self.assertIn("Không có chữ nào", Dialog.find(self.office, TITLE).text())

    def test_a_macro_that_waits_is_asked_nothing(self):
        marked = "Bà con làng ta ra đồng từ sớm để kịp mùa gặt, mấy ban trẻ ở nhà an trưa."
        document = self.open(BARE, marked)
        frame = document.getCurrentController().getFrame()
        helper = self.office.new("com.sun.star.frame.DispatchHelper")
        result = support.on_main_thread(self.office, lambda: helper.executeDispatch(frame, self.COMMAND, "_self", 0, ()).Result)
        self.assertGreater(result, 8)
        self.assertEqual(document.Text.getString(), MARKED + "\n" + marked)


if __name__ == "__main__":
    unittest.main()
