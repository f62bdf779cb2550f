"""Who opens a document for the first time is told, once, where Soát is to be found."""
import os
import unittest

import desktop
from desktop import until
import support

BAR = "org.soat.welcome"


class WelcomeTest(unittest.TestCase):
    def setUp(self):
        self.screen = desktop.Screen()
        self.addCleanup(self.screen.close)

    def start(self, language):
        self.office = support.new_office(ui_locale=language)
        self.addCleanup(self.office.remove_profile)
        self.office.install()
        self.office.start(headless=False)
        self.addCleanup(lambda: self.assertEqual(self.office.stop(), 0, self.office.log()[-2000:]))

    def open(self, **keywords):
        writer = desktop.WriterWindow(self.office, paragraphs=["Mùa nước lên."], **keywords)
        self.addCleanup(writer.close)
        return writer

    def buttons(self):
        """Where the buttons of the bar, which is blue, stand: they are no part of what an assistive technology gets from the office."""
        image = self.screen.picture()

        def is_blue(x, y):
            red, _, blue = image.pixel(x, y)
            return blue > 220 and blue - red > 40
        rows = [y for y in range(image.height) if is_blue(3, y)]
        middle, found, start = rows[-1] - 20, [], None
        for x in range(image.width):
            if not is_blue(x, middle) and start is None:
                start = x
            elif is_blue(x, middle) and start is not None:
                if 60 < x - start < 300:
                    found.append(((start + x) // 2, middle))
                start = None
        return found

    def check(self, language):
        self.start(language)
        writer = self.open(welcomed=False)
        self.assertTrue(until(lambda: writer.controller.hasInfobar(BAR)))
        self.screen.still()
        panel, guide = self.buttons()
        self.screen.click(*panel)
        self.assertTrue(until(lambda: support.ReviewPanel.find(self.office, writer.document, patience=0.1)))

    def test_in_vietnamese_and_only_once(self):
        self.check("vi")
        self.assertTrue(desktop.settings_of(self.office).Welcomed)

    def test_in_english(self):
        self.check("en-US")

    def test_not_where_the_office_has_a_bar_of_its_own(self):
        self.start("vi")
        path = os.path.join(self.office.profile, "read.txt")
        with open(path, "w", encoding="utf-8") as f:
            f.write("Mùa nước lên.")
        first = support.on_main_thread(self.office, lambda: self.office.load(path, hidden=False, read_only=True))
        self.addCleanup(first.close, True)
        self.assertTrue(until(lambda: first.getCurrentController().hasInfobar("readonly")))
        second = self.open(welcomed=False)
        self.assertTrue(until(lambda: second.controller.hasInfobar(BAR)))
        self.assertFalse(first.getCurrentController().hasInfobar(BAR))  # its time came before


if __name__ == "__main__":
    unittest.main()
