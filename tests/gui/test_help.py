"""F1 in a window of Soát, and Ctrl+Alt+H beside its panel, open the guide at that window's chapter; in the text F1 stays the office's."""
import os
import stat
import tempfile
import unittest

import desktop
from desktop import until
import support
from test_options import Page


class HelpTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = desktop.Screen()
        cls.folder = tempfile.TemporaryDirectory()
        # What the office starts to show a page, if it is told to.
        browser, cls.opened = os.path.join(cls.folder.name, "browser"), os.path.join(cls.folder.name, "opened")
        with open(browser, "w") as f:
            f.write('#!/bin/sh\necho "$1" >> "%s"\n' % cls.opened)
        os.chmod(browser, os.stat(browser).st_mode | stat.S_IXUSR)
        os.environ["DESKTOP_LAUNCH"] = browser
        cls.office = support.new_office(settings=[("/org.openoffice.Office.Common/Help", "BuiltInHelpNotInstalledPopUp", "false")])
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
        del os.environ["DESKTOP_LAUNCH"]
        cls.folder.cleanup()
        desktop.end(cls.office, cls.screen)

    def setUp(self):
        if os.path.exists(self.opened):
            os.remove(self.opened)
        self.writer = desktop.WriterWindow(self.office, paragraphs=["Mùa nứơc lên.", "Các nghành nghề."])
        self.addCleanup(self.writer.close)

    def pages(self):
        """Our pages that were opened, by their names."""
        if not os.path.exists(self.opened):
            return []
        with open(self.opened, encoding="utf-8") as f:
            return [os.path.basename(line.strip()) for line in f if "/help/" in line and line.startswith("file:")]

    def key_opens(self, page, key="F1"):
        before = len(self.pages())
        self.screen.key(key)
        self.assertTrue(until(lambda: len(self.pages()) > before), "no page was opened")
        self.assertEqual(self.pages()[before:], [page])

    def test_in_the_panel(self):
        self.screen.key("ctrl+alt+s")
        panel = support.ReviewPanel.find(self.office, self.writer.document, patience=30)
        self.assertTrue(until(lambda: "Còn" in panel.status()))
        for control in ("findings", "own", "apply"):  # GTK gives F1 in a sidebar to the office
            panel.window.getControl(control).setFocus()
            self.key_opens("vi-ReviewPanel.html", "ctrl+alt+h")

    def test_in_a_window(self):
        frame = self.writer.controller.getFrame()
        for command, title, name in (("cite-library", "Thư viện nguồn", "Library"), ("consistency", "Thống nhất cách viết", "Consistency")):
            self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:" + command, "_self", 0, ())
            dialog = until(lambda: support.Dialog.find(self.office, title, patience=0.1))
            self.assertTrue(until(lambda: support.active_window(self.office) == dialog.window))
            self.screen.still()
            self.key_opens("vi-%s.html" % name)
            self.screen.key("Escape")
            self.assertTrue(until(lambda: not support.Dialog.find(self.office, title, patience=0.05)))

    def test_the_pages_of_the_options_have_a_button_for_it(self):
        for name in ("OptionsRules", "OptionsHouse", "OptionsIgnored", "OptionsLookup"):
            page = Page(self.office, self.writer.document, name)
            before = len(self.pages())
            page.event("guide")
            self.assertTrue(until(lambda: len(self.pages()) > before), name)
            self.assertEqual(self.pages()[before:], ["vi-%s.html" % name])
            page.close()

    def test_in_the_text_it_is_the_offices(self):
        self.screen.key("ctrl+alt+s")
        panel = support.ReviewPanel.find(self.office, self.writer.document, patience=30)
        self.assertTrue(until(lambda: "Còn" in panel.status()))
        self.writer.front()
        before = self.screen.windows()
        self.screen.key("F1")
        # A page of the office's help on the web, or its window.
        self.assertTrue(until(lambda: os.path.exists(self.opened) or self.screen.windows() - before))
        self.assertEqual(self.pages(), [])

    def test_the_menu_opens_the_guide(self):
        self.writer.controller.getSidebar().setVisible(False)
        frame = self.writer.controller.getFrame()
        helper = self.office.new("com.sun.star.frame.DispatchHelper")

        def opens_the_guide():  # the panel goes some time after its sidebar is hidden
            before = len(self.pages())
            helper.executeDispatch(frame, "vnd.org.soat:help", "_self", 0, ())
            return until(lambda: len(self.pages()) > before) and self.pages()[-1] == "vi.html"
        self.assertTrue(until(opens_the_guide), self.pages())
        with open(self.opened, encoding="utf-8") as f:
            self.assertTrue(os.path.exists(self.office.uno.fileUrlToSystemPath(f.read().split()[-1])))


if __name__ == "__main__":
    unittest.main()
