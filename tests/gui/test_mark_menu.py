"""The menu of a mark of Soát, by keyboard and by mouse: what it offers does what it says, and lasts."""
import os
import unittest
from unittest import mock

from desktop import until
import support
from waves import RED, SPELLING, WaveCase

PLACE = "Vào mùa nứơc lên."


class MarkMenuTest(WaveCase):
    def setUp(self):
        self.office.new("org.soat.Proofreader").resetIgnoreRules()
        self.addCleanup(lambda: self.office.new("org.soat.Proofreader").resetIgnoreRules())

    def open_at(self, word, *paragraphs):
        self.open(*(paragraphs or (PLACE, "Mùa nứơc cạn.")))
        self.assert_wave(word, SPELLING)
        self.writer.front()
        self.writer.cursor_into(word)
        self.screen.open_menu(lambda: self.screen.key("shift+F10"))
        if os.environ.get("SOAT_GUI_PICTURES"):
            self.screen.save(os.path.join(os.environ["SOAT_GUI_PICTURES"], "mark-menu.png"))

    def text(self):
        return self.writer.document.Text.getString()

    def take(self, downs):
        """Takes the entry that stands so many steps below the first suggestion; closing the menu comes with it."""
        self.screen.key(*["Down"] * (downs + 1), "Return")

    def test_ignore_here_lasts_when_the_paragraph_is_edited(self):
        self.open_at("nứơc lên")
        self.take(2)
        self.assertTrue(until(lambda: self.wave("nứơc lên", SPELLING) == 0))
        self.writer.controller.getViewCursor().gotoStart(False)
        self.screen.type("Roi ")
        self.assertTrue(until(lambda: self.text().startswith("Roi ")))
        self.assert_wave("nứơc cạn", SPELLING)
        self.screen.still()
        self.assertEqual(self.wave("nứơc lên", SPELLING), 0)

    def test_always_ignore_is_for_all_places(self):
        self.open_at("nứơc lên")
        self.take(3)
        for place in ("nứơc lên", "nứơc cạn"):
            self.assertTrue(until(lambda: self.wave(place, SPELLING) == 0), place)

    def test_a_place_with_a_red_wave_is_not_offered_to_be_ignored_whoever_draws_it(self):
        manager = self.office.new("com.sun.star.linguistic2.LinguServiceManager")
        available = manager.getAvailableServices(support.SPELL_CHECKER, self.office.locale())
        if len(available) < 2:
            self.skipTest("no other spell checker for Vietnamese is installed (hunspell-vi)")
        self.addCleanup(support.use_our_spell_checker, self.office)
        writer = self.open("Các nghành nghề.")
        support.set_spell_checkers(self.office, available)
        suggestions = support.proofread(self.office, "Các nghành nghề.").aErrors[0].aSuggestions
        self.assert_wave("nghành", RED)
        writer.front()
        writer.cursor_into("nghành")
        self.screen.open_menu(lambda: self.screen.key("shift+F10"))
        self.take(len(suggestions) + 1)  # always ignored: in no document is it marked by us, and none keeps the place
        self.assertTrue(until(lambda: support.marked(self.office, "Mấy nghành khác.") == []))
        self.assertFalse(writer.document.DocumentProperties.UserDefinedProperties.PropertySetInfo.hasPropertyByName("Soat_ignored_1"))

    def test_a_document_of_an_empty_file_has_it_too(self):
        path = os.path.join(self.office.profile, "empty.txt")
        with open(path, "w", encoding="utf-8"):
            pass
        # Loaded as by a macro, the office tells no event of it.
        loaded = support.on_main_thread(self.office, lambda: self.office.load(path, hidden=False))
        with mock.patch.object(self.office, "open_in_window", lambda _: loaded):
            writer = self.open(path=path)
        writer.document.Text.setString(PLACE)
        self.assert_wave("nứơc", SPELLING)
        writer.front()
        writer.cursor_into("nứơc")
        self.screen.open_menu(lambda: self.screen.key("shift+F10"))
        self.take(1)
        dialog = until(lambda: support.Dialog.find(self.office, "Dấu thanh đặt sai chỗ", patience=0.1))
        self.assertIsNotNone(dialog)
        dialog.press("Đóng")

    def test_it_is_explained_and_shown_in_the_panel(self):
        self.open_at("nứơc cạn")
        self.take(5)
        dialog = until(lambda: support.Dialog.find(self.office, "Dấu thanh đặt sai chỗ", patience=0.1))
        self.assertIsNotNone(dialog)
        dialog.press("Đóng")
        self.assertTrue(until(lambda: not support.Dialog.find(self.office, "Dấu thanh đặt sai chỗ", patience=0.05)))
        self.writer.front()
        self.screen.key("ctrl+alt+s")
        panel = support.ReviewPanel.find(self.office, self.writer.document, patience=30)
        self.assertTrue(until(lambda: len(panel.rows()) == 2))
        panel.choose_row(0)
        self.writer.front()
        self.writer.cursor_into("nứơc cạn")
        self.screen.open_menu(lambda: self.screen.key("shift+F10"))
        self.take(6)
        self.assertTrue(until(lambda: panel.selected() == 1))

    def test_the_line_below_the_suggestions_says_why_and_explains(self):
        self.open_at("nứơc cạn")
        self.take(1)
        dialog = until(lambda: support.Dialog.find(self.office, "Dấu thanh đặt sai chỗ", patience=0.1))
        self.assertIsNotNone(dialog)
        dialog.press("Đóng")

    def test_a_right_click_does_the_same(self):
        self.open(PLACE, "Mùa nứơc cạn.")
        self.assert_wave("nứơc cạn", SPELLING)
        left, upper, right, lower = self.writer.box("nứơc cạn")
        self.screen.open_menu(lambda: self.screen.click(left + 8, (upper + lower) // 2, button=3))
        self.take(0)
        self.assertTrue(until(lambda: self.text().endswith("Mùa nước cạn.")), self.text())

    def test_closing_the_menu_changes_nothing(self):
        self.open_at("nứơc lên")
        before, windows = self.text(), self.screen.windows()
        self.screen.key("Escape")
        self.assertTrue(until(lambda: windows - self.screen.windows()))
        self.screen.type("x")
        self.assertTrue(until(lambda: len(self.text()) == len(before) + 1), self.text())

    def test_elsewhere_the_menu_is_the_offices(self):
        self.open(PLACE)
        self.assert_wave("nứơc", SPELLING)
        self.writer.front()
        self.writer.cursor_into("mùa")
        windows = self.screen.windows()
        self.screen.open_menu(lambda: self.screen.key("shift+F10"))
        self.screen.key("Escape")
        self.assertTrue(until(lambda: self.screen.windows() == windows))
        self.assertEqual(self.text(), PLACE)


if __name__ == "__main__":
    unittest.main()
