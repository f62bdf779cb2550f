"""The side panel in a real window: by keyboard and mouse, narrow and wide, light and dark, while it is hidden and shown, and pictures of it."""
import os
import time
import unittest

import desktop
from desktop import until
import support

DRAFT = (["Mùa nứơc lên, ai cũng bận. Các nghành nghề ở xã đều khá lên."] + [support.rewritten] * 3 +
         ["Các thầy cô vận động học sinh học sinh góp truyện .", "Bà con tập chung đông, các nghành vui."] * 4)


class ReviewPanelTest(unittest.TestCase):
    theme = "Adwaita"

    @classmethod
    def setUpClass(cls):
        cls.screen = desktop.Screen()
        os.environ["GTK_THEME"] = cls.theme
        # Wider than the office lets a sidebar be by itself.
        cls.office = support.new_office(settings=[("/org.openoffice.Office.UI.Sidebar/General", "MaximumWidth", "700")])
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
        desktop.end(cls.office, cls.screen)

    def setUp(self):
        self.writer = desktop.WriterWindow(self.office, paragraphs=DRAFT)
        self.addCleanup(self.writer.close)

    def picture(self, name):
        if os.environ.get("SOAT_GUI_PICTURES"):
            self.screen.save(os.path.join(os.environ["SOAT_GUI_PICTURES"], "panel-%s.png" % name))

    def open(self):
        self.writer.front()
        self.screen.key("ctrl+alt+s")
        panel = support.ReviewPanel.find(self.office, self.writer.document, patience=20)
        self.assertIsNotNone(panel)
        self.assertTrue(until(lambda: "Còn" in panel.status()))
        self.screen.still()  # the panel lays itself out again when there are findings
        return panel

    def selected_text(self):
        return self.writer.controller.getSelection().getByIndex(0).getString()

    def origin(self, panel):
        place = self.screen.origin_of(panel)
        self.assertIsNotNone(place, "the panel is not on the screen")
        return place

    def box(self, panel, name):
        """Where a control stands on the screen: left, top, right, bottom."""
        place, (left, upper) = panel.window.getControl(name).getPosSize(), self.origin(panel)
        return left + place.X, upper + place.Y, left + place.X + place.Width, upper + place.Y + place.Height

    def click(self, panel, name, at=(0.5, 0.5)):
        left, upper, right, lower = self.box(panel, name)
        self.screen.click(int(left + (right - left) * at[0]), int(upper + (lower - upper) * at[1]))

    def start_of(self, paragraph):
        return self.writer.document.Text.getString().split("\n")[paragraph]

    def widen(self, panel, by):
        left = self.origin(panel)[0]
        self.screen.drag((left - 9, 300), (left - 9 - by, 300))

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

    def test_a_panel_that_is_too_low_scrolls(self):
        document = self.writer.document
        cursor = document.Text.createTextCursor()
        for _ in range(5):
            cursor.gotoNextParagraph(False)
        cursor.gotoEndOfParagraph(True)
        cursor.CharLocale = self.office.locale("en-US")  # something to be told below the buttons
        panel = self.open()

        def beyond(name):
            place = panel.window.getControl(name).getPosSize()
            return place.Y + place.Height - panel.window.getPosSize().Height
        self.assertGreater(beyond("report"), 0, "the screen is not too low")
        support.on_main_thread(self.office, lambda: panel.window.getControl("fix_sure").setFocus())
        self.screen.key("Tab", "Tab")
        self.assertTrue(until(lambda: beyond("report") <= 0), beyond("report"))
        self.assertTrue(panel.window.getControl("report").hasFocus())
        self.picture("scrolled")
        bar = self.box(panel, "scroll")
        self.screen.click((bar[0] + bar[2]) // 2, bar[1] + 3)
        self.assertTrue(until(lambda: panel.window.getControl("check").getPosSize().Y >= 0))

    def test_the_mouse_chooses_a_row_and_fixes_it(self):
        panel = self.open()
        self.assertTrue(until(lambda: self.selected_text() == "nứơc"))
        self.click(panel, "findings", at=(0.4, 0.3))
        self.assertTrue(until(lambda: panel.selected() == 1))
        self.assertEqual(self.selected_text(), "nghành")
        self.click(panel, "apply")
        self.assertTrue(until(lambda: self.start_of(0).endswith("Các ngành nghề ở xã đều khá lên.")))
        self.click(panel, "next")
        self.assertTrue(until(lambda: panel.selected() > 1))
        rows = len(panel.rows())
        self.click(panel, "kind_0", at=(0.1, 0.5))
        self.assertTrue(until(lambda: len(panel.rows()) < rows))

    def test_a_press_on_the_strip_goes_there(self):
        panel = self.open()
        self.assertTrue(until(lambda: self.selected_text() == "nứơc"))
        self.click(panel, "strip", at=(0.97, 0.5))
        self.assertTrue(until(lambda: panel.selected() > len(panel.rows()) - 4), panel.selected())
        self.click(panel, "strip", at=(0.01, 0.5))
        self.assertTrue(until(lambda: self.selected_text() == "nứơc"))

    def test_keys_go_through_the_document_and_ignore(self):
        self.writer.front()
        self.screen.key("ctrl+alt+n")
        self.assertTrue(until(lambda: self.selected_text() == "nứơc"))
        panel = support.ReviewPanel.find(self.office, self.writer.document, patience=20)
        rows = len(panel.rows())
        self.writer.front()
        self.screen.key("ctrl+alt+q")
        self.assertTrue(until(lambda: len(panel.rows()) == rows - 1))
        self.screen.key("ctrl+alt+n")
        self.assertTrue(until(lambda: self.selected_text() not in ("nứơc", "nghành")), self.selected_text())
        self.screen.key("ctrl+alt+p")
        self.assertTrue(until(lambda: self.selected_text() == "nghành"), self.selected_text())
        self.screen.key("ctrl+alt+u")
        self.assertTrue(until(lambda: "Các ngành nghề" in self.start_of(0)))

    def test_a_correction_is_typed_in(self):
        panel = self.open()
        self.assertTrue(until(lambda: self.selected_text() == "nứơc"))
        self.click(panel, "own")
        self.screen.key("s", "u", "o", "i", "Return")
        self.assertTrue(until(lambda: self.start_of(0).startswith("Mùa suoi lên")))

    def test_all_sure_ones_are_fixed_from_the_list(self):
        panel = self.open()
        self.click(panel, "fix_sure")
        dialog = support.Dialog.find(self.office, "Sửa mọi chỗ chắc chắn")
        self.assertIn("nứơc → nước  (1 chỗ)", dialog.lists()[0])
        self.screen.still()
        self.picture("sure")
        self.screen.key("Return")
        self.assertTrue(until(lambda: self.start_of(0) == "Mùa nước lên, ai cũng bận. Các ngành nghề ở xã đều khá lên."))
        support.on_main_thread(self.office, self.writer.document.getUndoManager().undo)
        self.assertTrue(until(lambda: len(panel.rows()) > 20))

    def test_everything_has_room_in_a_narrow_and_in_a_wide_panel(self):
        panel = self.open()
        for name, by in (("narrow", 0), ("wide", 350)):
            if by:
                self.widen(panel, by)
            room = panel.window.getPosSize()
            places = [control.getPosSize() for control in panel.window.getControls() if control.isVisible()]
            places = [(place.X, place.Y, place.Width, place.Height) for place in places if place.Width and place.Height]
            self.assertGreater(len(places), 20)
            for one in places:
                self.assertGreaterEqual(one[0], 0)
                self.assertLessEqual(one[0] + one[2], room.Width)
                self.assertEqual([other for other in places if other != one and self.overlap(one, other)], [])
            self.screen.still()
            self.picture(name)
        self.assertGreater(room.Width, 480)
        self.assertEqual(panel.window.getControl("findings").getModel().ColumnModel.getColumnCount(), 5)

    def overlap(self, a, b):
        return all(a[i] < b[i] + b[i + 2] and b[i] < a[i] + a[i + 2] for i in (0, 1))

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


class DarkPanelTest(unittest.TestCase):
    """Texts stand on the ground that the theme gives them."""

    setUpClass, tearDownClass = ReviewPanelTest.__dict__["setUpClass"], ReviewPanelTest.__dict__["tearDownClass"]
    setUp, open, picture = ReviewPanelTest.setUp, ReviewPanelTest.open, ReviewPanelTest.picture
    origin, box = ReviewPanelTest.origin, ReviewPanelTest.box
    theme = "Adwaita:dark"

    def test_the_panel_is_dark_too(self):
        panel = self.open()
        self.screen.still()
        self.picture("dark")
        image = self.screen.picture()
        for name in ("status", "reason"):
            box = self.box(panel, name)
            area = (box[2] - box[0]) * (box[3] - box[1])
            dark = image.count(box, lambda pixel: max(pixel) < 100)
            light = image.count(box, lambda pixel: min(pixel) > 180)
            self.assertGreater(dark, 0.6 * area, name)
            self.assertGreater(light, 20, name)


if __name__ == "__main__":
    unittest.main()
