"""That what the extension finds is seen: waves under the right words, and suggestions that the context menu applies."""
import os
import unittest

from desktop import close_to, until
import support
from test_options import Page
from waves import GARBLE, RED, SPELLING, WaveCase


class WavesTest(WaveCase):
    def test_waves_stand_under_the_right_words(self):
        self.open("Mọi chữ trong dòng này đều đúng.", "Các nghành nghề ở xã.", "Vào mùa nứơc lên.", "Các thầy cô vận động học sinh học sinh góp truyện.")
        self.assert_wave("nghành", RED)
        self.assert_wave("nứơc", SPELLING)
        self.assert_wave("học sinh học sinh", GARBLE)
        for word in ("đều đúng", "nghề ở", "mùa", "góp truyện"):
            for colour in (RED, SPELLING, GARBLE):
                self.assertEqual(self.wave(word, colour), 0, word)

    def test_marks_are_drawn_in_the_colour_and_with_the_line_of_the_options(self):
        self.open("Vào mùa nứơc lên.")
        self.assert_wave("nứơc", SPELLING)
        page = Page(self.office, self.writer.document, "OptionsMarks")
        self.addCleanup(page.close)

        def keep_usual():
            page.event("usual")
            page.tell("ok")
        self.addCleanup(keep_usual)

        def kind(colour):
            """What the line looks like."""
            left, upper, right, lower = self.writer.box("nứơc")
            picture, matches = self.screen.picture(), close_to(colour)
            rows = [sum(matches(picture.pixel(x, y)) for x in range(left, right)) for y in range(lower - 2, lower + 7)]
            if max(rows) >= 0.9 * (right - left):
                return "solid"
            return "wave" if sum(row > 0 for row in rows) > 2 else "dotted"

        for line, (colour, wanted) in enumerate(((0x0000FF, "wave"), (0xC000C0, "dotted"), (0x800000, "solid"))):
            page.control("colour_0").setText("#%06X" % colour)
            page.control("line_0").selectItemPos(line, True)
            page.tell("ok")
            self.writer.front()
            self.assert_wave("nứơc", colour)
            self.assertEqual(self.wave("nứơc", SPELLING), 0)
            self.assertTrue(until(lambda: kind(colour) == wanted), wanted)
            if os.environ.get("SOAT_GUI_PICTURES"):
                self.screen.save(os.path.join(os.environ["SOAT_GUI_PICTURES"], "line-%d.png" % line))
        page.control("line_0").selectItemPos(0, True)
        page.tell("ok")
        self.assertTrue(until(lambda: kind(0x800000) == "wave"), "another line in the same colour")

    def apply_first_suggestion(self, word, right, downs=1):
        """Opens the context menu at a word with the keyboard and takes the entry that stands so many steps down."""
        self.writer.front()
        self.writer.cursor_into(word)
        self.screen.open_menu(lambda: self.screen.key("shift+F10"))
        if os.environ.get("SOAT_GUI_PICTURES"):
            self.screen.save(os.path.join(os.environ["SOAT_GUI_PICTURES"], "menu-%s.png" % word))
        self.screen.key(*["Down"] * downs, "Return")
        return until(lambda: right in self.writer.document.Text.getString())

    def test_context_menu_of_the_spell_checker(self):
        self.open("Các nghành nghề ở xã.")
        self.assert_wave("nghành", RED)
        self.assertTrue(self.apply_first_suggestion("nghành", "Các ngành nghề ở xã."), self.writer.document.Text.getString())
        self.assertTrue(until(lambda: self.wave("ngành", RED) == 0))

    def test_context_menu_of_the_proofreader(self):
        self.open("Vào mùa nứơc lên.")
        self.assert_wave("nứơc", SPELLING)
        self.assertTrue(self.apply_first_suggestion("nứơc", "Vào mùa nước lên."), self.writer.document.Text.getString())
        self.assertTrue(until(lambda: self.wave("nước", SPELLING) == 0))

    def test_context_menu_of_a_garbled_phrase(self):
        self.open(support.rewritten)
        self.assert_wave("làng mạc", GARBLE)
        self.assertTrue(self.apply_first_suggestion("làng mạc", "kinh tế - xã hội;"), self.writer.document.Text.getString())

    def test_typing_is_checked(self):
        self.open("Dòng đầu.")
        cursor = self.writer.controller.getViewCursor()
        cursor.gotoEnd(False)
        self.screen.type(" Mua tieesng gi. ")
        self.assert_wave("tieesng", SPELLING)

    def test_after_a_change_of_language_all_marks_come_at_once(self):
        self.open("Các nghành nghề ở xã đều khá lên.", "Vào mùa nứơc lên, ai cũng bận.", "Các thầy cô vận động học sinh học sinh góp truyện.")
        english, walk = self.office.locale("en-US"), self.writer.document.Text.createEnumeration()
        paragraphs = []
        while walk.hasMoreElements():
            paragraphs.append(walk.nextElement())
        for paragraph in paragraphs:
            paragraph.CharLocale = english
        self.screen.still()
        for paragraph in paragraphs:
            paragraph.CharLocale = self.office.locale()
        self.assert_wave("nghành", RED)
        self.assert_wave("nứơc", SPELLING)
        self.assert_wave("học sinh học sinh", GARBLE)

    def test_waves_go_when_their_wording_is_ignored_and_come_back(self):
        # The cursor is in the first paragraph, of which Writer keeps two lists of marks.
        self.open("Vào mùa nứơc lên.", "Mùa nứơc cạn, nhà trường vận động học sinh học sinh ra đồng.", "Những việc tóan học.")
        self.assert_wave("nứơc lên", SPELLING)
        self.assert_wave("nứơc cạn", SPELLING)
        proofreader = self.office.new("org.soat.Proofreader")
        self.addCleanup(proofreader.resetIgnoreRules)
        proofreader.ignoreRule("spelling.tone-placement:nứơc", self.office.locale())
        for place in ("nứơc lên", "nứơc cạn"):
            self.assertTrue(until(lambda: self.wave(place, SPELLING) == 0), place)
        self.assert_wave("học sinh học sinh", GARBLE)
        self.assert_wave("tóan", SPELLING)
        proofreader.resetIgnoreRules()
        self.assert_wave("nứơc lên", SPELLING)
        self.assert_wave("nứơc cạn", SPELLING)

    def test_parts_of_an_address_lose_their_waves(self):
        self.open("Các nghành xem ở www.khuyennongxa.vn/nguoidan/tinhtuc nhé.")
        self.assert_wave("nghành", RED)
        self.assertTrue(until(lambda: self.wave("khuyennongxa", RED) == 0 and self.wave("tinhtuc", RED) == 0))
        self.assert_wave("nghành", RED)

    def test_what_is_misspelt_outside_an_address_too_keeps_its_wave(self):
        self.open("Xem ở https://x.vn/tin/nghanh-tôt.html nhé.", "Các nghanh nghề trong xã.", "Việc tôt đẹp cả.")
        self.assert_wave("nghanh nghề", RED)
        self.assert_wave("tôt đẹp", RED)

    def test_the_key_of_check_document(self):
        self.open("Vào mùa nứơc lên.")
        self.assert_wave("nứơc", SPELLING)
        self.writer.front()
        self.screen.key("ctrl+alt+s")
        panel = support.ReviewPanel.find(self.office, self.writer.document)
        self.assertIsNotNone(panel)
        self.assertTrue(until(lambda: panel.rows() == [("Vào mùa «nứơc» lên.", "nước")]))
        if os.environ.get("SOAT_GUI_PICTURES"):
            self.screen.still()
            self.screen.save(os.path.join(os.environ["SOAT_GUI_PICTURES"], "check.png"))


if __name__ == "__main__":
    unittest.main()
