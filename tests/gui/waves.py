"""What the tests share that look for waves under words."""
import unittest

import desktop
from desktop import close_to, until
import support

RED = 0xFF0000          # Writer's own wave for a misspelt word
SPELLING = 0xE65100     # src/writer/proofing/marks.h
GARBLE = 0x8E24AA


class WaveCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = desktop.Screen()
        cls.office = support.new_office(settings=[("/org.openoffice.Office.Writer/Layout/Window", "HorizontalRuler", "false")])
        try:
            cls.office.install()
            cls.office.start(headless=False)
        except BaseException:
            cls.tearDownClass()
            raise

    @classmethod
    def tearDownClass(cls):
        desktop.end(cls.office, cls.screen)

    def open(self, *paragraphs, path=None):
        self.writer = desktop.WriterWindow(self.office, path=path, paragraphs=paragraphs)
        self.addCleanup(self.writer.close)
        return self.writer

    def wave(self, word, colour):
        """Pixels of a wave's colour in the strip below a word."""
        left, upper, right, lower = self.writer.box(word)
        strip = (left, lower - 2, right, lower + 7)
        return self.screen.picture().count(strip, close_to(colour))

    def assert_wave(self, word, colour):
        enough = max(6, len(word) * 2)
        drawn = until(lambda: self.wave(word, colour) >= enough)
        if not drawn:
            self.screen.save("/tmp/soat-gui-failure.png")
        self.assertTrue(drawn, "no wave under %r: %d pixels (see /tmp/soat-gui-failure.png)" % (word, self.wave(word, colour)))
