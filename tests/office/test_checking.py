"""What "Check Document" says of text that it does not check or may not change, and that what it says stays true while the text changes."""
import os
import tempfile
import time
import unittest

import support
from support import Dialog, ReviewPanel

CHECK, RESTORE = "vnd.org.soat:check", "vnd.org.soat:restore"
MARK = "Đặt tiếng Việt và soát"


class CheckingTest(support.OfficeTest):
    def tearDown(self):
        for title in ("Soát", "Thêm dấu tiếng Việt"):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press("Đóng" if title != "Soát" else "Giữ lại")
        super().tearDown()

    def dispatch(self, document, url=CHECK):
        frame = document.getCurrentController().getFrame()
        return self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, url, "_self", 0, ()).Result

    def dialog(self):
        return ReviewPanel.find(self.office, self._documents[-1])

    def until(self, condition, patience=60):
        end = time.monotonic() + patience
        while not self.holds(condition) and time.monotonic() < end:
            time.sleep(0.05)
        self.assertTrue(condition())

    def holds(self, condition):
        try:
            return condition()
        except Exception as error:  # the window changes while it is read
            if type(error).__name__.rsplit(".", 1)[-1] in ("IndexOutOfBoundsException", "DisposedException"):
                return False
            raise

    def paragraphs(self, document):
        found, walk = [], document.Text.createEnumeration()
        while walk.hasMoreElements():
            found.append(walk.nextElement())
        return found

    def languages(self, document):
        return [paragraph.CharLocale.Language for paragraph in self.paragraphs(document)]

    def in_english(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        for paragraph in self.paragraphs(document):
            paragraph.CharLocale = self.office.locale("en-US")
        document.getUndoManager().clear()
        return document


class OtherLanguagesTest(CheckingTest):
    def test_text_that_is_not_marked_vietnamese_is_no_all_clear(self):
        document = self.in_english("Bà con ở đây đều biết nghành này.", "The weather is fine today, and nobody complains.")
        self.assertEqual(self.dispatch(document), 0)
        said = self.dialog().text()
        self.assertNotIn("Không tìm thấy chỗ nào", said)
        self.assertIn("Không soát 2 đoạn", said)
        self.assertIn("tiếng Anh (Mỹ): 2", said)
        self.assertIn("1 đoạn trong đó là tiếng Việt", said)

    def test_marking_what_is_vietnamese_checks_it_in_one_undo_step(self):
        document = self.in_english("Bà con ở đây đều biết nghành này.", "The weather is fine today, and nobody complains.", "Le comité s'est réuni.", "12")
        self.dispatch(document)
        self.dialog().press(MARK)
        self.until(lambda: "nghành" in self.dialog().text())
        self.assertEqual(self.languages(document), ["vi", "en", "en", "en"])
        self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ("Soát: đặt ngôn ngữ tiếng Việt",))
        document.getUndoManager().undo()
        self.assertEqual(self.languages(document), ["en"] * 4)

    def test_a_quotation_in_a_vietnamese_paragraph_stays_as_it_is_marked(self):
        document = self.in_english("Ông ấy nói “the rule of law matters here” rồi ra về.")
        self.dispatch(document)
        self.dialog().press(MARK)
        self.until(lambda: "không soát" not in self.dialog().text().lower())
        portions, found = self.paragraphs(document)[0].createEnumeration(), {}
        while portions.hasMoreElements():
            portion = portions.nextElement()
            found[portion.getString()] = portion.CharLocale.Language
        self.assertEqual(found["the rule of law matters here"], "en")
        self.assertEqual({language for text, language in found.items() if "the rule" not in text}, {"vi"})

    def test_words_in_another_language_in_vietnamese_text_need_no_word(self):
        document = self.new_document("Câu này có rule of law ở giữa.", hidden=False)
        search = document.createSearchDescriptor()
        search.SearchString = "rule of law"
        document.findFirst(search).CharLocale = self.office.locale("en-US")
        self.dispatch(document)
        self.assertNotIn("Không soát", self.dialog().text())

    def test_a_mixed_document_tells_findings_and_what_was_not_checked(self):
        document = self.new_document("Mùa nứơc lên.", "Đoạn này không được soát nghành.", hidden=False)
        self.paragraphs(document)[1].CharLocale = self.office.locale("fr-FR")
        self.assertEqual(self.dispatch(document), 1)
        self.assertIn("tiếng Pháp: 1", self.dialog().text())
        self.assertTrue(self.dialog().buttons()[MARK])

    def test_protected_text_keeps_its_language(self):
        document = self.in_english("Bà con ở đây đều biết nghành này.")
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursor()
        cursor.gotoEnd(True)
        document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True
        self.dispatch(document)
        self.dialog().press(MARK)
        self.until(lambda: "giữ nguyên ngôn ngữ" in self.dialog().text())
        self.assertEqual(self.languages(document)[0], "en")


class ProtectedTest(CheckingTest):
    def assert_not_changed(self, document, text, why):
        self.assertGreaterEqual(self.dispatch(document), 1)
        dialog = self.dialog()
        self.assertIn(text, dialog.text())
        self.assertFalse(dialog.buttons()["Sửa"])
        self.assertIn(why, dialog.text())

    def test_a_read_only_document(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.txt")
            with open(path, "w", encoding="utf-8") as f:
                f.write("Mùa nứơc lên.\n")
            document = self.office.load(path, hidden=False, read_only=True)
            self._documents.append(document)
            self.assert_not_changed(document, "nứơc", "chỉ đọc")
            sure = [can for name, can in self.dialog().buttons().items() if name.startswith("Sửa mọi chỗ chắc chắn")]
            self.assertEqual(sure, [False])
            frame = document.getCurrentController().getFrame()
            self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:fix-sure", "_self", 0, ())
            notice = support.Dialog.find(self.office, "Soát tài liệu")
            self.assertIn("tài liệu chỉ đọc", notice.text())
            self.assertNotIn("hình vẽ", notice.text())
            notice.press("Đóng")

    def protected_section(self, document, outer=None):
        section = document.createInstance("com.sun.star.text.TextSection")
        cursor = document.Text.createTextCursor()
        cursor.gotoEndOfParagraph(True)
        document.Text.insertTextContent(cursor, section, True)
        section.IsProtected = True
        return section

    def test_a_protected_section(self):
        document = self.new_document("Mùa nứơc lên.", "Sau đó thôi.", hidden=False)
        self.protected_section(document)
        self.assert_not_changed(document, "nứơc", "được bảo vệ")
        self.assertIn("nước", self.dialog().items())

    def test_a_protected_cell(self):
        document = self.new_document("Không sai.", hidden=False)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 1)
        document.Text.insertTextContent(document.Text.getEnd(), table, False)
        table.getCellByName("A1").setString("Mùa nứơc lên.")
        table.getCellByName("A1").IsProtected = True
        self.assert_not_changed(document, "nứơc", "được bảo vệ")

    def test_a_protected_frame(self):
        document = self.new_document("Không sai.", hidden=False)
        frame = document.createInstance("com.sun.star.text.TextFrame")
        document.Text.insertTextContent(document.Text.getEnd(), frame, False)
        frame.setString("Mùa nứơc lên.")
        frame.ContentProtected = True
        self.assert_not_changed(document, "nứơc", "được bảo vệ")

    def test_all_alike_leaves_what_is_protected_and_says_so(self):
        document = self.new_document("Mùa nứơc lên.", "Lại nứơc.", "Rồi nứơc.", hidden=False)
        self.protected_section(document)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        self.dispatch(document)
        dialog = self.dialog()
        dialog.press("Chỗ tiếp theo")  # from the cursor round: the protected one comes first, and is passed
        self.until(lambda: dialog.buttons()["Sửa"])
        dialog.press("Sửa N chỗ giống thế này")
        self.until(lambda: "Đã sửa 2 chỗ" in dialog.text())
        self.assertEqual(document.Text.getString(), "Mùa nứơc lên.\nLại nước.\nRồi nước.")

    def test_restoring_leaves_what_is_protected(self):
        document = self.new_document("Hom nay troi dep.", "Sau do thoi.", hidden=False)
        self.protected_section(document)
        document.getCurrentController().getViewCursor().gotoStart(False)
        self.assertEqual(self.dispatch(document, RESTORE), 0)
        self.assertTrue(document.Text.getString().startswith("Hom nay troi dep."))


class TruthTest(CheckingTest):
    def test_what_holds_deleted_text_is_not_fixed_and_says_why(self):
        document = self.new_document("Các nghxành này và mùa nứơc.", hidden=False)
        document.RecordChanges = True
        search = document.createSearchDescriptor()
        search.SearchString = "x"
        document.findFirst(search).setString("")
        document.RecordChanges = False
        self.assertEqual(self.dispatch(document), 2)
        dialog = self.dialog()
        self.until(lambda: "chứa chữ đã xóa khi đang ghi lại thay đổi" in dialog.text())
        self.assertFalse(dialog.buttons()["Sửa"])
        self.assertIn("Còn 2", dialog.text())

    def test_findings_in_what_a_fix_has_changed_are_shown(self):
        import unicodedata
        document = self.new_document(unicodedata.normalize("NFD", "Bà con biết nghành này, mùa nứơc đã lên ở quê hưong ta."), hidden=False)
        self.dispatch(document)
        dialog = self.dialog()
        while "rời" not in dialog.text():
            dialog.press("Chỗ tiếp theo")
            time.sleep(0.1)
        dialog.press("Sửa")
        # A run of words whose letters are stored apart ends where another finding stands.
        self.until(lambda: document.Text.getString().startswith("Bà con biết"))
        seen, end = set(), time.monotonic() + 60
        while len(seen) < 3 and time.monotonic() < end:
            seen |= {word for word in ("nghành", "nứơc", "hưong") if "«%s»" % word in unicodedata.normalize("NFC", dialog.text())}
            dialog.press("Chỗ tiếp theo")
            time.sleep(0.15)
        self.assertEqual(seen, {"nghành", "nứơc", "hưong"})

    def test_undoing_brings_findings_back(self):
        document = self.new_document("Mùa nứơc một.", "Mùa nứơc hai.", "Các nghành nghề.", hidden=False)
        self.assertEqual(self.dispatch(document), 3)
        dialog = self.dialog()
        dialog.press("Sửa N chỗ giống thế này")
        self.until(lambda: "Còn 1" in dialog.text())
        document.getUndoManager().undo()
        self.until(lambda: "Còn 3" in dialog.text())
        document.getUndoManager().redo()
        self.until(lambda: "Còn 1" in dialog.text())

    def test_what_is_deleted_is_not_shown_any_more(self):
        document = self.new_document("Mùa nứơc một.", "Các nghành nghề.", hidden=False)
        self.dispatch(document)
        dialog = self.dialog()
        self.assertIn("nứơc", dialog.text())
        self.paragraphs(document)[0].setString("")
        self.until(lambda: "nghành" in dialog.text())
        self.assertNotIn("nứơc", dialog.text())

    def test_the_excerpt_is_cut_between_words(self):
        document = self.new_document("Những người đứng tuổi trong làng vẫn thường kể lại rằng mùa nứơc năm ấy lên cao hơn mọi năm và kéo dài suốt mấy tháng liền.", hidden=False)
        self.dispatch(document)
        excerpt = next(line for line in self.dialog().text().split("\n") if "«" in line)
        for word in excerpt.replace("…", " ").replace("«", "").replace("»", "").split():
            self.assertIn(word, document.Text.getString().split() + ["nứơc"])

    def test_hidden_text_is_not_checked_but_shapes_and_comments_are(self):
        document = self.new_document("Trước nghành ẩn và sau.", hidden=False)
        search = document.createSearchDescriptor()
        search.SearchString = "nghành ẩn"
        document.findFirst(search).CharHidden = True
        self.assertEqual(self.dispatch(document), 0)
        shape = document.createInstance("com.sun.star.drawing.RectangleShape")
        shape.setSize(self.office.struct("com.sun.star.awt.Size", Width=5000, Height=1500))
        document.getDrawPages().getByIndex(0).add(shape)
        shape.setString("Mùa nứơc trong hình.")
        shape.CharLocale = self.office.locale()
        comment = document.createInstance("com.sun.star.text.textfield.Annotation")
        comment.Content = "Mùa nứơc trong nhận xét."
        document.Text.insertTextContent(document.Text.getEnd(), comment, False)
        self.dispatch(document)
        said = self.dialog().text()
        self.assertIn("nứơc» trong hình", said)
        self.assertFalse(self.dialog().buttons()["Sửa"])

    def test_what_was_deleted_while_changes_are_recorded_is_not_checked(self):
        document = self.new_document("Mùa nước lên.", "Mùa nứơc một.", "Mùa nứơc hai.", "Mùa nứơc ba, các nghành nghề.", hidden=False)
        deleted = document.Text.createTextCursor()
        deleted.goRight(4, False)
        deleted.gotoEnd(True)
        deleted.goLeft(len(" các nghành nghề."), True)
        document.RecordChanges = True
        deleted.setString("")
        document.RecordChanges = False
        self.assertEqual(self.dispatch(document), 1)
        dialog = self.dialog()
        self.assertIn("«nghành»", dialog.text())
        dialog.press("Sửa")
        self.until(lambda: document.Text.getString().endswith(" các ngành nghề."))
        redlines = document.getRedlines().createEnumeration()
        redlines.nextElement()
        self.assertFalse(redlines.hasMoreElements())
        self.assertIn("Mùa nứơc hai.", document.Text.getString())
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:RejectAllTrackedChanges", "", 0, ())
        self.until(lambda: [row[1] for row in dialog.rows()] == ["nước"] * 3)

    def test_text_in_fields_is_checked_and_left(self):
        document = self.new_document("Bắt đầu: ", hidden=False)
        fields = {"Input": {"Content": "các nguời dân"}, "DropDown": {"Items": ("nghành một", "hai"), "SelectedItem": "nghành một"},
                  "ConditionalText": {"Condition": "1==1", "TrueContent": "mùa nứơc", "FalseContent": "khác"}, "docinfo.Title": {}}
        document.getDocumentProperties().Title = "Tựa tập chung"
        for kind, values in fields.items():
            field = document.createInstance("com.sun.star.text.textfield." + kind)
            for name, value in values.items():
                setattr(field, name, value)
            document.Text.insertTextContent(document.Text.getEnd(), field, False)
            document.Text.insertString(document.Text.getEnd(), ", ", False)
        document.Text.insertString(document.Text.getEnd(), "rồi nghành khác.", False)
        document.getTextFields().refresh()
        document.getCurrentController().getViewCursor().gotoStart(False)
        before = document.Text.getString()
        self.assertEqual(self.dispatch(document), 5)
        dialog = self.dialog()
        self.until(lambda: "Chữ này nằm trong một trường" in dialog.text())
        self.assertIn("«nguời»", dialog.text())
        self.assertFalse(dialog.buttons()["Sửa"])
        self.until(lambda: document.getCurrentController().getSelection().getByIndex(0).getString() == "các nguời dân")
        dialog.press("Sửa mọi chỗ chắc chắn (N)…")
        Dialog.find(self.office, "Sửa mọi chỗ chắc chắn").press("Sửa 1 chỗ")
        self.until(lambda: document.Text.getString() == before.replace("rồi nghành", "rồi ngành"))

    def test_a_document_closed_while_its_marks_are_renewed(self):
        proofreader = self.office.new("org.soat.Proofreader")
        for _ in range(6):
            document = self.new_document(*["Mùa nứơc lên ở thôn %d." % n for n in range(600)], hidden=False)
            proofreader.resetIgnoreRules()
            self._documents.remove(document)
            document.setModified(False)
            document.close(True)
        self.assertEqual(self.dispatch(self.new_document("Mùa nứơc lên.", hidden=False)), 1)

    def test_forth_and_back_go_through_the_list_and_round(self):
        document = self.new_document("Mùa nứơc một.", "Các nghành nghề.", "Người dân tập chung đông.", hidden=False)
        self.assertEqual(self.dispatch(document), 3)
        panel = self.dialog()
        for button, shown in (("Chỗ tiếp theo", "nghành"), ("Chỗ tiếp theo", "tập chung"), ("Chỗ tiếp theo", "nứơc"), ("Chỗ trước", "tập chung"),
                              ("Chỗ trước", "nghành")):
            panel.press(button)
            self.until(lambda: "«%s»" % shown in panel.text())
            self.assertIn("Còn 3 chỗ", panel.text())
            self.assertIn(shown, panel.rows()[panel.selected()][0])

    def test_behind_what_is_ignored_fixed_or_edited_comes_the_next(self):
        document = self.new_document("Mùa nứơc một.", "Các nghành riêng.", "Mùa trừơng hai.", "Người dân tập chung đông.", hidden=False)
        self.assertEqual(self.dispatch(document), 4)
        panel = self.dialog()
        for button, shown in (("Chỗ tiếp theo", "nghành"), ("Bỏ qua chỗ này", "trừơng"), ("Sửa", "tập chung")):
            panel.press(button)
            self.until(lambda: "«%s»" % shown in panel.text())
        document.Text.insertString(document.Text.getStart(), "Năm nay ", False)
        panel.press("Chỗ trước")
        self.until(lambda: "«nứơc»" in panel.text())

    def test_a_suggestion_that_cannot_be_seen_is_named(self):
        document = self.new_document("Bà con họp xong  rồi về.", hidden=False)
        if self.dispatch(document):
            self.assertIn("(một dấu cách)", self.dialog().items())

    def test_an_ignored_wording_is_gone_everywhere_and_no_other(self):
        document = self.new_document("Mùa nứơc một.", "Các nghành nghề.", "Mùa nứơc hai.", hidden=False)
        self.assertEqual(self.dispatch(document), 3)
        dialog = self.dialog()
        dialog.press("Luôn bỏ qua chữ này")
        self.until(lambda: "Còn 1" in dialog.text())
        self.assertIn("nghành", dialog.text())
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:reset-ignored", "_self", 0, ())
        question = Dialog.find(self.office, "Soát")
        self.assertIn("1 cách viết", question.text())
        question.press("Xóa danh sách")
        self.until(lambda: self.dispatch(document) == 3)

    def test_a_document_closed_in_the_middle(self):
        for url in (CHECK, RESTORE):
            document = self.new_document(*["Mùa nứơc lên ở thôn %d." % n for n in range(400)], hidden=False)
            controller = document.getCurrentController()
            if url == RESTORE:
                controller.select(document.Text)
            frame = controller.getFrame()
            target = self.office.struct("com.sun.star.util.URL", Complete=url)
            frame.queryDispatch(target, "_self", 0).dispatch(target, ())
            self._documents.remove(document)
            document.setModified(False)
            document.close(True)
        self.assertEqual(self.dispatch(self.new_document("Mùa nứơc lên.", hidden=False)), 1)


class FixingTest(CheckingTest):
    def fix(self, document):
        document.getUndoManager().clear()
        self.dispatch(document)
        before = document.Text.getString()
        self.dialog().press("Sửa")
        self.until(lambda: document.Text.getString() != before)
        self.until(lambda: len(document.getUndoManager().getAllUndoActionTitles()) == 1)

    def find(self, document, text):
        search = document.createSearchDescriptor()
        search.SearchString = text
        return document.findFirst(search)

    def bold(self, document):
        portions, found = self.paragraphs(document)[0].createEnumeration(), ""
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.CharWeight > 100:
                found += portion.getString()
        return found

    def test_bold_letters_of_a_word_stay_bold(self):
        document = self.new_document("Các nghành này.", hidden=False)
        cursor = document.Text.createTextCursor()
        cursor.goRight(4, False)
        cursor.goRight(3, True)
        cursor.CharWeight = 150.0
        self.fix(document)
        self.assertEqual(document.Text.getString(), "Các ngành này.")
        self.assertEqual(self.bold(document), "ng")

    def test_a_bookmark_on_a_point_in_a_word_stays(self):
        for offset in range(4, 9):
            document = self.new_document("Mùa nứơc lên.", hidden=False)
            bookmark = document.createInstance("com.sun.star.text.Bookmark")
            bookmark.setName("điểm")
            cursor = document.Text.createTextCursor()
            cursor.goRight(offset, False)
            document.Text.insertTextContent(cursor, bookmark, False)
            self.fix(document)
            self.assertEqual(document.Text.getString(), "Mùa nước lên.")
            self.assertTrue(document.getBookmarks().hasByName("điểm"))
            before = document.Text.createTextCursorByRange(document.Text.getStart())
            before.gotoRange(document.getBookmarks().getByName("điểm").getAnchor().getStart(), True)
            self.assertEqual(len(before.getString()), offset)
            document.getUndoManager().undo()
            self.assertEqual(document.Text.getString(), "Mùa nứơc lên.")
            self.assertTrue(document.getBookmarks().hasByName("điểm"))

    def test_undoing_brings_back_what_the_whole_document_showed(self):
        # One row for both paragraphs of an old encoding; each shows one by itself.
        document = self.new_document("Chữ: C¸c ®ång chÝ c¸n bé, ®¶ng viªn ph¶i häc tËp.",
                                     "Céng hoµ x· héi chñ nghÜa ViÖt Nam, ®éc lËp tù do h¹nh phóc.", hidden=False)
        before = document.Text.getString()
        document.getUndoManager().clear()
        self.dispatch(document)
        panel = self.dialog()
        rows = panel.rows()
        self.assertEqual(len(rows), 1, rows)
        panel.press("Sửa")
        self.until(lambda: "Cộng hoà xã hội" in document.Text.getString() and not panel.rows())
        time.sleep(3)  # until the whole has been checked again
        support.on_main_thread(self.office, document.getUndoManager().undo)
        self.assertEqual(document.Text.getString(), before)
        self.until(lambda: panel.rows())
        for _ in range(20):
            self.assertEqual(panel.rows(), rows)
            time.sleep(0.1)

    def place_of(self, document, name):
        """Where a bookmark begins, and what it spans; None without it."""
        if not document.getBookmarks().hasByName(name):
            return None
        anchor = document.getBookmarks().getByName(name).getAnchor()
        before = document.Text.createTextCursorByRange(document.Text.getStart())
        before.gotoRange(anchor.getStart(), True)
        return len(before.getString()), anchor.getString()

    def change_all(self, document, command):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:" + command, "_self", 0, ())

    def test_bookmarks_in_a_word_mended_as_a_recorded_change_stay(self):
        # What each spans: at first, when the change has been accepted, when it has been rejected.
        places = {
            "point before": ((4, 4), (4, "nước"), (4, "nứơc")),
            "point within": ((6, 6), (4, "nước"), (4, "nứơc")),
            "point behind": ((8, 8), (4, "nước"), (4, "nứơc")),
            "word": ((4, 8), (4, "nước"), (4, "nứơc")),
            "letters": ((5, 7), (4, "nước"), (4, "nứơc")),
            "ends within": ((0, 6), (0, "Mùa nước"), (0, "Mùa nứơc")),
            "ends behind": ((0, 8), (0, "Mùa nước"), (0, "Mùa nứơc")),
            "begins within": ((6, 12), (4, "nước lên"), (6, "ơc lên")),
            "all": ((0, 12), (0, "Mùa nước lên"), (0, "Mùa nứơc lên")),
            "words before": ((0, 4), (0, "Mùa "), (0, "Mùa ")),
            "words behind": ((8, 12), (8, " lên"), (8, " lên")),
        }
        for command, index in (("AcceptAllTrackedChanges", 1), ("RejectAllTrackedChanges", 2)):
            document = self.new_document("Mùa nứơc lên.", hidden=False)
            for name, ((start, end), _, _) in places.items():
                bookmark = document.createInstance("com.sun.star.text.Bookmark")
                bookmark.setName(name)
                cursor = document.Text.createTextCursor()
                cursor.goRight(start, False)
                cursor.goRight(end - start, True)
                document.Text.insertTextContent(cursor, bookmark, end > start)
            document.RecordChanges = True
            before = {name: self.place_of(document, name) for name in places}
            self.fix(document)
            document.getUndoManager().undo()
            self.assertEqual({name: self.place_of(document, name) for name in places}, before)
            self.assertFalse(document.getRedlines().createEnumeration().hasMoreElements())
            document.getUndoManager().redo()
            self.change_all(document, command)
            self.assertEqual(document.Text.getString(), "Mùa nước lên." if index == 1 else "Mùa nứơc lên.")
            self.assertEqual({name: self.place_of(document, name) for name in places}, {name: one[index] for name, one in places.items()})

    def test_other_anchors_in_a_word_mended_as_a_recorded_change_stay(self):
        def comment(document, cursor):
            one = document.createInstance("com.sun.star.text.textfield.Annotation")
            one.Content = "Xem lại"
            document.Text.insertTextContent(cursor, one, True)

        def note(document, cursor):
            cursor.collapseToEnd()
            document.Text.insertTextContent(cursor, document.createInstance("com.sun.star.text.Footnote"), False)

        def reference(document, cursor):
            one = document.createInstance("com.sun.star.text.ReferenceMark")
            one.setName("đích")
            document.Text.insertTextContent(cursor, one, True)

        def count(document):
            fields = document.getTextFields().createEnumeration()
            comments = 0
            while fields.hasMoreElements():
                comments += fields.nextElement().supportsService("com.sun.star.text.textfield.Annotation")
            return comments, document.getFootnotes().getCount(), len(document.getReferenceMarks().getElementNames())
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for put, places in ((comment, ((4, 8), (4, 6), (5, 7), (0, 8))), (note, ((4, 8), (5, 7))), (reference, ((4, 8), (5, 7), (0, 8), (6, 12)))):
            for start, end in places:
                for command in ("AcceptAllTrackedChanges", "RejectAllTrackedChanges"):
                    with self.subTest(put=put.__name__, start=start, end=end, command=command):
                        made = self.new_document("Mùa nứơc lên, mùa nứơc lên.", hidden=False)
                        cursor = made.Text.createTextCursor()
                        cursor.goRight(start, False)
                        cursor.goRight(end - start, True)
                        put(made, cursor)
                        path = os.path.join(folder.name, "%s-%d-%d-%s.odt" % (put.__name__, start, end, command))
                        made.storeToURL("file://" + path, self.office.properties(FilterName="writer8"))
                        document = self.office.load(path, hidden=False)
                        self._documents.append(document)
                        document.getCurrentController().getViewCursor().gotoStart(False)
                        before, there = document.Text.getString(), count(document)
                        document.RecordChanges = True
                        self.fix(document)
                        self.change_all(document, command)
                        self.assertEqual(count(document), there)
                        self.assertEqual(document.Text.getString() == before, command.startswith("Reject"))

    def test_recorded_fixes_replace_whole_words(self):
        document = self.new_document("Mùa nứơc lên ở các nghành nghề.", hidden=False)
        document.RecordChanges = True
        self.fix(document)
        changes = document.getRedlines().createEnumeration()
        found = []
        while changes.hasMoreElements():
            change = changes.nextElement()
            cursor = document.Text.createTextCursorByRange(change.RedlineStart)
            cursor.gotoRange(change.RedlineEnd, True)
            found.append((change.RedlineType, cursor.getString()))
        self.assertEqual(sorted(found), [("Delete", "nứơc"), ("Insert", "nước")])
        document.getUndoManager().undo()
        self.assertEqual(document.getRedlines().createEnumeration().hasMoreElements(), False)


if __name__ == "__main__":
    unittest.main()
