"""Where the window "Check document" stands: where it was left, never off the screen, and not over what it is about."""
import time
import unittest

import desktop
from desktop import until
import support

TITLE = "Soát tài liệu"


class ReviewWindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = desktop.Screen()
        cls.office = support.new_office()
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
        self.writer = desktop.WriterWindow(self.office, paragraphs=["Mùa nứơc lên."] + ["Bà con ra đồng gặt lúa."] * 24 + ["Các nghành nghề."])
        self.addCleanup(self.writer.close)

    def open(self):
        url = self.office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:check")
        self.writer.controller.getFrame().queryDispatch(url, "_self", 0).dispatch(url, ())
        dialog = until(lambda: support.Dialog.find(self.office, TITLE, patience=0.1))
        self.assertIsNotNone(dialog)
        self.assertTrue(until(lambda: "Còn" in dialog.text()))
        time.sleep(0.5)
        return dialog

    def close(self, dialog):
        dialog.press("Đóng")
        self.assertTrue(until(lambda: support.Dialog.find(self.office, TITLE, patience=0.1) is None))

    def place(self, dialog):
        """On the screen: left, top, right, bottom."""
        context = dialog.window.getAccessibleContext()
        at, size = context.getLocationOnScreen(), context.getSize()
        return at.X, at.Y, at.X + size.Width, at.Y + size.Height

    def move(self, dialog, x, y):
        dialog.window.setPosSize(x, y, 0, 0, self.office.constant("com.sun.star.awt.PosSize.POS"))
        time.sleep(0.5)

    def keep(self, x, y):
        provider = self.office.new("com.sun.star.configuration.ConfigurationProvider")
        node = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess",
                                                    (self.office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value="/org.soat.Settings/Places"),))
        self.office.uno.invoke(node, "setPropertyValue", ("Review", self.office.uno.Any("[]string", (str(x), str(y)))))
        node.commitChanges()

    def test_it_opens_where_it_was_left(self):
        dialog = self.open()
        self.move(dialog, 300, 330)  # not over what it shows
        left = self.place(dialog)
        self.close(dialog)
        dialog = self.open()
        self.assertEqual(self.place(dialog), left)
        self.close(dialog)

    def test_a_place_off_the_screen_is_not_taken(self):
        for x, y in ((-900, 200), (100, -300), (5000, 100), (100, 4000), (-300, -260)):
            self.keep(x, y)
            dialog = self.open()
            left, top, right, bottom = self.place(dialog)
            self.assertTrue(left >= 0 and top >= 0 and right <= desktop.SIZE[0] and bottom <= desktop.SIZE[1], (x, y, left, top, right, bottom))
            self.close(dialog)

    def test_it_moves_off_what_it_shows(self):
        dialog = self.open()
        self.assertIn("nứơc", dialog.text())
        word = self.writer.box("nghành")
        frame = self.writer.window.getPosSize()
        self.move(dialog, max(0, word[0] - frame.X - 100), max(0, word[1] - frame.Y - 100))
        over = self.place(dialog)
        self.assertTrue(over[0] < word[0] < over[2] and over[1] < word[1] < over[3], (over, word))
        dialog.press("Chỗ tiếp theo")
        self.assertTrue(until(lambda: "nghành" in dialog.text()))
        time.sleep(0.5)
        left, top, right, bottom = self.place(dialog)
        self.assertTrue(right <= word[0] or left >= word[2] or bottom <= word[1] or top >= word[3], ((left, top, right, bottom), word))
        self.close(dialog)


if __name__ == "__main__":
    unittest.main()
