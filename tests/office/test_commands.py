"""The menu's commands, dispatched as the menu does, and what their dialogs do to the document."""
import glob
import os
import time
import unittest

import support
from support import Dialog, ReviewPanel

CHECK, RESET = "vnd.org.soat:check", "vnd.org.soat:reset-ignored"
ALIKE, DAMAGE = "Sửa N chỗ giống thế này", "Sửa N chỗ hỏng phông/PDF"


ABOUT_MENU = "vnd.sun.star.script:Soat.About.Show?language=Basic&location=application"


class CommandsTest(support.OfficeTest):
    def tearDown(self):
        for title in ("Giới thiệu Soát", "Soát"):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press("Đóng")
        super().tearDown()

    def dispatch(self, document, url):
        frame = document.getCurrentController().getFrame()
        return self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, url, "_self", 0, ())

    def check(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        result = self.dispatch(document, CHECK)
        self.assertEqual(result.State, self.office.constant("com.sun.star.frame.DispatchResultState.SUCCESS"))
        return document, result.Result, ReviewPanel.find(self.office, document)

    def reset(self, document):
        self.dispatch(document, RESET)
        Dialog.find(self.office, "Soát").press("Xóa danh sách")
        self.assertTrue(support.until(lambda: Dialog.find(self.office, "Soát", patience=0.01) is None))

    def selected(self, document):
        return document.getCurrentController().getSelection().getByIndex(0).getString()

    def wait_for_selection(self, document, wanted):
        end = time.monotonic() + 60
        while self.selected(document) != wanted and time.monotonic() < end:
            time.sleep(0.02)
        self.assertEqual(self.selected(document), wanted)

    def wait_for_words(self, dialog, words):
        self.assertTrue(support.until(lambda: words in dialog.text(), 60), dialog.text())

    def test_nothing_to_say_is_said(self):
        document, count, dialog = self.check("Không có gì sai ở đây.")
        self.assertEqual(count, 0)
        self.assertIn("Không tìm thấy", dialog.text())
        self.assertNotIn("Sửa", dialog.buttons())
        self.assertFalse(document.isModified() and document.Text.getString() != "Không có gì sai ở đây.")

    def test_the_finding_is_shown_with_its_reason(self):
        document, count, dialog = self.check("Không có gì sai.", "Mùa nứơc lên.")
        self.assertEqual(count, 1)
        self.assertEqual(self.selected(document), "nứơc")
        self.assertIn("nước", dialog.items())
        self.assertIn("Dấu thanh", dialog.text())
        self.assertIn("Mùa «nứơc» lên.", dialog.text())

    def test_apply_is_one_undo_step_and_keeps_the_formatting(self):
        document = self.new_document("Mùa nứơc lên. Các nghành nghề.", hidden=False)
        cursor = document.Text.createTextCursor()
        cursor.goRight(4, False)
        cursor.goRight(4, True)
        cursor.CharWeight = 150.0
        document.getUndoManager().clear()
        self.assertEqual(self.dispatch(document, CHECK).Result, 2)
        ReviewPanel.find(self.office, document).press("Sửa")
        self.wait_for_selection(document, "nghành")
        self.assertEqual(document.Text.getString(), "Mùa nước lên. Các nghành nghề.")
        cursor.gotoStart(False)
        cursor.goRight(4, False)
        cursor.goRight(4, True)
        self.assertEqual((cursor.getString(), cursor.CharWeight), ("nước", 150.0))
        cursor.collapseToEnd()
        cursor.goRight(1, True)
        self.assertEqual(cursor.CharWeight, 100.0)
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString(), "Mùa nứơc lên. Các nghành nghề.")

    def test_all_damage_of_extraction_is_repaired_in_one_undo_step(self):
        damaged = ("HỒN THIỆN CƠNG TÁC", "Mùa nứơc lên.", "TẬP ĐỒN VIỄN THƠNG QN ĐỘI")
        document, count, dialog = self.check(*damaged)
        self.assertGreaterEqual(count, 5)
        self.wait_for_selection(document, "HỒN")
        document.getUndoManager().clear()
        dialog.press(DAMAGE)
        self.wait_for_selection(document, "nứơc")
        repaired = ["HOÀN THIỆN CÔNG TÁC", "Mùa nứơc lên.", "TẬP ĐOÀN VIỄN THÔNG QUÂN ĐỘI"]
        self.assertEqual(document.Text.getString().split("\n"), repaired)
        self.assertEqual(len(document.getUndoManager().getAllUndoActionTitles()), 1)
        document.getUndoManager().undo()
        self.assertEqual(document.Text.getString().split("\n"), list(damaged))

    def test_the_rest_of_the_damage_is_still_there_when_one_word_is_repaired(self):
        document, _, dialog = self.check("TẬP ĐỒN VIỄN THƠNG QN ĐỘI", "HỒN THIỆN CƠNG TÁC")
        self.wait_for_selection(document, "ĐỒN")
        dialog.press("Sửa")
        self.wait_for_selection(document, "THƠNG QN")
        self.assertIn("THÔNG QUÂN", dialog.items())

    def test_the_same_word_is_repaired_everywhere_and_no_other(self):
        document, count, dialog = self.check("Mùa nứơc lên.", "Các nghành nghề.", "Lại mùa nứơc xuống.")
        self.assertEqual(count, 3)
        self.assertTrue(dialog.buttons()["Sửa 2 chỗ giống thế này"])
        dialog.press(ALIKE)
        self.wait_for_selection(document, "nghành")
        self.assertEqual(document.Text.getString().split("\n"),
                         ["Mùa nước lên.", "Các nghành nghề.", "Lại mùa nước xuống."])
        self.assertFalse(dialog.buttons()["Sửa 1 chỗ giống thế này"])

    def test_from_the_cursor_on_and_round(self):
        document = self.new_document("Mùa nứơc một.", "Các nghành nghề.", "Mùa nứơc hai.", hidden=False)
        cursor = document.getCurrentController().getViewCursor()
        cursor.gotoStart(False)
        cursor.goRight(16, False)
        self.assertEqual(self.dispatch(document, CHECK).Result, 3)
        dialog = ReviewPanel.find(self.office, document)
        self.wait_for_selection(document, "nghành")
        dialog.press("Chỗ tiếp theo")
        self.wait_for_selection(document, "nứơc")
        self.wait_for_words(dialog, "nứơc» hai")
        dialog.press("Chỗ tiếp theo")
        self.wait_for_words(dialog, "nứơc» một")

    def test_a_paragraph_edited_meanwhile_is_checked_again(self):
        document, _, dialog = self.check("Mùa nứơc lên.", "Các nghành nghề.")
        paragraphs = document.Text.createEnumeration()
        paragraphs.nextElement()
        paragraphs.nextElement().setString("Thêm vào trước: mùa nứơc xuống.")
        dialog.press("Chỗ tiếp theo")
        self.wait_for_selection(document, "nứơc")
        self.wait_for_words(dialog, "nứơc» xuống")

    def test_ignored_places_stay_ignored_until_reset(self):
        document, count, dialog = self.check("Mùa nứơc lên. Lại mùa nứơc xuống.")
        self.assertEqual(count, 2)
        dialog.press("Bỏ qua chỗ này")
        self.assertTrue(support.until(lambda: self.dispatch(document, CHECK).Result == 1))
        # In this document alone.
        self.assertEqual(support.marked(self.office, "Mùa nứơc lên. Lại mùa nứơc xuống."), ["nứơc", "nứơc"])
        self.reset(document)
        self.assertTrue(support.until(lambda: self.dispatch(document, CHECK).Result == 2))

    def test_ignoring_a_rule(self):
        document, count, dialog = self.check("Mùa nứơc lên. Các nghành nghề. Lại mùa nứơc xuống.")
        self.assertEqual(count, 3)
        dialog.press("Tắt quy tắc…")
        question = Dialog.find(self.office, "Soát")
        self.assertIn("Dấu thanh đặt sai chỗ", question.text())
        self.assertIn("2 chỗ", question.text())
        question.press("Tắt trong mọi tài liệu")
        self.wait_for_selection(document, "nghành")
        self.assertEqual(self.dispatch(document, CHECK).Result, 1)
        self.reset(document)
        self.assertEqual(self.dispatch(document, CHECK).Result, 3)

    def test_tables_notes_and_tracked_deletions(self):
        document = self.new_document("Thân bài sạch sẽ.", "Sẽ xóa nghành này đi.", hidden=False)
        cursor = document.Text.createTextCursor()
        note = document.createInstance("com.sun.star.text.Footnote")
        document.Text.insertTextContent(cursor, note, False)
        note.setString("Chú thích nứơc.")
        cursor.gotoEnd(False)
        table = document.createInstance("com.sun.star.text.TextTable")
        table.initialize(1, 2)
        document.Text.insertTextContent(cursor, table, False)
        table.getCellByName("B1").setString("Ô nứơc.")
        document.RecordChanges = True
        found = document.createSearchDescriptor()
        found.SearchString = "nghành "
        document.findFirst(found).setString("")
        self.assertEqual(self.dispatch(document, CHECK).Result, 2)

    def test_about_names_version_and_data(self):
        document = self.new_document("Gì cũng được.", hidden=False)
        document.getCurrentController().getFrame().activate()
        self.dispatch(document, ABOUT_MENU)
        dialog = Dialog.find(self.office, "Giới thiệu Soát")
        self.assertRegex(dialog.text(), r"Soát \d+\.\d+\.\d+")
        self.assertIn("vi_VN.dic", dialog.text())
        self.assertIn("MPL-2.0", dialog.text())


class OtherSpellCheckerTest(unittest.TestCase):
    def test_ours_is_offered_once_and_only_with_consent(self):
        with support.new_office() as office:
            office.install()
            office.start()
            manager = office.new("com.sun.star.linguistic2.LinguServiceManager")
            active = list(manager.getConfiguredServices(support.SPELL_CHECKER, office.locale()))
            if active == ["org.soat.SpellChecker"]:
                self.skipTest("no other spell checker for Vietnamese is installed (hunspell-vi)")
            document = office.new_document("Không có gì sai.", hidden=False)
            frame = document.getCurrentController().getFrame()
            helper = office.new("com.sun.star.frame.DispatchHelper")
            title = "Kiểm tra chính tả tiếng Việt"
            helper.executeDispatch(frame, CHECK, "_self", 0, ())
            offer = Dialog.find(office, title)
            self.assertIsNotNone(offer)
            self.assertEqual(list(manager.getConfiguredServices(support.SPELL_CHECKER, office.locale())), active)
            offer.press("Chỉ dùng Soát")
            self.assertTrue(support.until(
                lambda: list(manager.getConfiguredServices(support.SPELL_CHECKER, office.locale())) == ["org.soat.SpellChecker"]))
            support.set_spell_checkers(office, active)
            helper.executeDispatch(frame, CHECK, "_self", 0, ())
            self.assertIsNone(Dialog.find(office, title, patience=0.5))
            document.setModified(False)
            document.close(True)
            self.assertEqual(office.stop(), 0)

    def test_the_other_one_is_mentioned_once_with_the_first_text(self):
        with support.new_office() as office:
            office.install()
            office.start()
            if self.active(office) == ["org.soat.SpellChecker"]:
                self.skipTest("no other spell checker for Vietnamese is installed (hunspell-vi)")
            document = office.new_document("Không có gì sai.", hidden=False)
            support.proofread(office, "Không có gì sai.")
            controller = document.getCurrentController()
            end = time.monotonic() + 60
            while not controller.hasInfobar("org.soat.offer"):
                self.assertLess(time.monotonic(), end)
                time.sleep(0.1)
            helper = office.new("com.sun.star.frame.DispatchHelper")
            helper.executeDispatch(controller.getFrame(), "vnd.org.soat:spell-checker", "_self", 0, ())
            self.assertFalse(controller.hasInfobar("org.soat.offer"))
            self.assertIsNotNone(Dialog.find(office, "Kiểm tra chính tả tiếng Việt"))
            document.setModified(False)
            document.close(True)
            self.assertEqual(office.stop(), 0)

    def test_removal_gives_vietnamese_its_spell_checkers_back(self):
        with support.new_office() as office:
            office.install()
            office.start()
            before = self.active(office)
            others = [name for name in before if name != "org.soat.SpellChecker"]
            if not others:
                self.skipTest("no other spell checker for Vietnamese is installed (hunspell-vi)")
            document = office.new_document("Không có gì sai.", hidden=False)
            office.new("com.sun.star.frame.DispatchHelper").executeDispatch(document.getCurrentController().getFrame(), CHECK, "_self", 0, ())
            Dialog.find(office, "Kiểm tra chính tả tiếng Việt").press("Chỉ dùng Soát")
            self.wait_for_ours(office)
            document.setModified(False)
            document.close(True)
            self.assertEqual(office.stop(), 0)
            office.start()
            support.proofread(office, "Không có gì sai.")
            self.wait_for_ours(office)
            self.assertEqual(office.stop(), 0)
            office.remove()
            office.start()
            self.assertEqual(self.active(office), others)
            checker = office.new("com.sun.star.linguistic2.LinguServiceManager").getSpellChecker()
            vietnamese = 0x042A  # the interface's older form takes the system's number of a language
            self.assertFalse(checker.isValid("nguời", vietnamese, ()))
            self.assertTrue(checker.isValid("người", vietnamese, ()))
            self.assertEqual(office.stop(), 0)

    def active(self, office):
        manager = office.new("com.sun.star.linguistic2.LinguServiceManager")
        return list(manager.getConfiguredServices(support.SPELL_CHECKER, office.locale()))

    def wait_for_ours(self, office):
        end = time.monotonic() + 60
        while self.active(office) != ["org.soat.SpellChecker"]:
            self.assertLess(time.monotonic(), end, self.active(office))
            time.sleep(0.1)


class BrokenInstallationTest(unittest.TestCase):
    def test_a_command_that_cannot_run_says_so(self):
        with support.new_office() as office:
            office.install()
            lost, = glob.glob(os.path.join(office.profile, "user/uno_packages/cache/uno_packages/*/soat.oxt/dialogs/Library.xdl"))
            os.remove(lost)
            office.start()
            document = office.new_document("Một đoạn.", hidden=False)
            frame = document.getCurrentController().getFrame()
            office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-library", "_self", 0, ())
            self.assertIn("không chạy được lệnh này", Dialog.find(office, "Trích dẫn").text())
            support.close(office, document)
            self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
