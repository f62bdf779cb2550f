"""The side panel in a real window: by keyboard, narrow and wide, while it is hidden and shown, and pictures of it."""
import os
import time
import unittest

import desktop
from desktop import until
import support

DRAFT = (["Mùa nứơc lên, ai cũng bận. Các nghành nghề ở xã đều khá lên."] + [support.rewritten] * 3 +
         ["Các thầy cô vận động học sinh học sinh góp truyện .", "Bà con tập chung đông, các nghành vui."] * 4)


class ReviewPanelTest(unittest.TestCase):
    settings = ()

    @classmethod
    def setUpClass(cls):
        cls.screen = desktop.Screen()
        cls.office = support.new_office(settings=cls.settings)
        try:
            cls.office.install()
            cls.office.start(headless=False)
            support.use_our_spell_checker(cls.office)
            support.wait_for_engine(cls.office)
        except BaseException:
            cls.tearDownClass()
            raise

    @classmethod
    def tearDownClass(cls):
        status = cls.office.stop()
        cls.office.remove_profile()
        cls.screen.close()
        assert status == 0, "Writer ended with status %s" % status

    def setUp(self):
        self.writer = desktop.WriterWindow(self.office, paragraphs=DRAFT)
        self.addCleanup(self.writer.close)

    def picture(self, name):
        if os.environ.get("SOAT_GUI_PICTURES"):
            self.screen.save(os.path.join(os.environ["SOAT_GUI_PICTURES"], "panel-%s.png" % name))

    def open(self):
        self.writer.window.toFront()
        time.sleep(0.3)
        self.screen.key("ctrl+alt+s")
        panel = support.ReviewPanel.find(self.office, self.writer.document, patience=20)
        self.assertIsNotNone(panel)
        self.assertTrue(until(lambda: "Còn" in panel.status()))
        return panel

    def selected_text(self):
        return self.writer.controller.getSelection().getByIndex(0).getString()

    def deck(self):
        return self.writer.controller.getSidebar().getDecks().getByName(support.ReviewPanel.DECK)

    def test_the_keyboard_walks_through_the_list(self):
        panel = self.open()
        self.assertTrue(until(lambda: self.selected_text() == "nứơc"))
        self.screen.key("Down")
        self.assertTrue(until(lambda: self.selected_text() == "nghành"), self.selected_text())
        self.assertEqual(panel.selected(), 1)
        self.picture("list")

    def test_tab_comes_to_the_buttons_and_space_presses_them(self):
        panel = self.open()
        self.assertTrue(until(lambda: self.selected_text() == "nứơc"))
        for _ in range(12):
            if panel.window.getControl("apply").hasFocus():
                break
            self.screen.key("Tab")
        self.assertTrue(panel.window.getControl("apply").hasFocus())
        self.screen.key("space")
        self.assertTrue(until(lambda: self.writer.document.Text.getString().startswith("Mùa nước lên")))

    def test_it_goes_and_comes_at_any_moment(self):
        sidebar = self.writer.controller.getSidebar()
        for moment in (0, 0.05, 0.2, 0.6):
            panel = self.open()
            panel.window.getControl("search").setText("")
            time.sleep(moment)
            self.writer.controller.getSidebar().getDecks().getByName("PropertyDeck").activate(True)
            time.sleep(moment)
            self.deck().activate(True)
            time.sleep(moment)
            sidebar.setVisible(False)
        panel = self.open()
        self.assertTrue(until(lambda: panel.rows()))
        self.assertEqual(self.office.log().count("Fatal"), 0)


if __name__ == "__main__":
    unittest.main()
