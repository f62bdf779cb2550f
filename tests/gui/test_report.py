"""The report of a document is saved where the user wants it, by keyboard."""
import os
import shutil
import subprocess
import tempfile
import unittest

import desktop
from desktop import until
import support


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.screen = desktop.Screen()
        cls.office = support.new_office()
        try:
            cls.office.install()
            cls.office.start(headless=False)
            provider = cls.office.new("com.sun.star.configuration.ConfigurationProvider")
            settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (
                cls.office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value="/org.soat.Settings"),))
            cls.office.uno.invoke(settings, "setPropertyValue", ("Marks", cls.office.uno.Any("[]string", ("spelling=00FF80 wave",))))
            settings.commitChanges()
        except BaseException:
            cls.tearDownClass()
            raise

    @classmethod
    def tearDownClass(cls):
        desktop.end(cls.office, cls.screen)

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.writer = desktop.WriterWindow(self.office, paragraphs=["Các nguời dân đi qua bến đò.", "Chợ họp sớm , tan muộn."])
        self.addCleanup(self.writer.close)

    def ask_for_report(self):
        frame = self.writer.controller.getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:report", "_self", 0, ())

    def test_it_is_saved_and_can_be_opened(self):
        file = os.path.join(self.folder.name, "a.html")
        self.ask_for_report()
        self.screen.save_as(file)
        self.assertTrue(until(lambda: os.path.exists(file)))
        dialog = until(lambda: support.Dialog.find(self.office, "Soát", patience=0.1))
        self.assertIsNotNone(dialog)
        self.assertIn("a.html", dialog.text())
        self.screen.key("Escape")
        with open(file, encoding="utf-8") as page:
            text = page.read()
        self.assertIn(">nguời</mark>", text)
        self.assertIn('class="bar punctuation"', text)
        self.assertIn(".spelling{--c:#00ff80}", text, "as the user has it underlined")
        self.assertTrue(text.endswith("</html>\n"))

    def test_a_link_stays_a_link(self):
        file, target = (os.path.join(self.folder.name, name) for name in ("a.html", "elsewhere.html"))
        os.symlink(target, file)
        self.ask_for_report()
        self.screen.save_as(file)
        self.assertTrue(until(lambda: os.path.exists(target)))
        self.assertTrue(os.path.islink(file))
        until(lambda: support.Dialog.find(self.office, "Soát", patience=0.1))
        self.screen.key("Escape")
        self.assertEqual(sorted(os.listdir(self.folder.name)), ["a.html", "elsewhere.html"])

    def test_a_name_that_ends_in_odt_saves_a_text_document(self):
        file = os.path.join(self.folder.name, "a.odt")
        self.ask_for_report()
        self.screen.save_as(file)
        self.assertTrue(until(lambda: os.path.exists(file)))
        until(lambda: support.Dialog.find(self.office, "Soát", patience=0.1))
        self.screen.key("Escape")
        report = self.office.load(file)
        self.addCleanup(report.close, True)
        self.assertEqual(report.getTextTables().getElementNames(), ("counts", "map", "findings"))
        findings = report.getTextTables().getByName("findings")
        self.assertEqual(findings.getCellByName("B2").getString(), "nguời")
        self.assertTrue(findings.getCellByName("D2").getString().startswith("người · "))

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("mount"), "needs a file system of its own, which root may make")
    def test_a_full_disk_is_told_and_leaves_nothing_half_written(self):
        small = os.path.join(self.folder.name, "small")
        os.mkdir(small)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], capture_output=True, text=True)
        if done.returncode:
            self.skipTest(done.stderr)
        self.addCleanup(subprocess.run, ["umount", "--lazy", small], check=True)
        with open(os.path.join(small, "full"), "wb", buffering=0) as f:
            try:
                while f.write(b"x" * 1024):
                    pass
            except OSError:
                pass
        self.ask_for_report()
        self.screen.save_as(os.path.join(small, "a.html"))
        notice = until(lambda: support.Dialog.find(self.office, "Kết quả soát", patience=0.1))
        self.assertIn("a.html", notice.text())
        self.assertEqual(os.listdir(small), ["full"])
        self.screen.key("Escape")
        self.assertEqual(self.writer.document.Text.getString(), "Các nguời dân đi qua bến đò.\nChợ họp sớm , tan muộn.")

    def test_a_document_cannot_be_closed_while_its_file_is_chosen(self):
        file = os.path.join(self.folder.name, "a.html")
        refused = []

        def close():
            try:
                self.writer.document.close(False)
            except Exception as error:  # pyuno makes its exception types as it goes
                refused.append(type(error).__name__)
            return True
        self.ask_for_report()
        self.screen.chooser()
        support.on_main_thread(self.office, close)
        self.assertIn("CloseVetoException", refused[0])
        self.screen.save_as(file)
        self.assertTrue(until(lambda: os.path.exists(file)))
        until(lambda: support.Dialog.find(self.office, "Soát", patience=0.1))
        self.screen.key("Escape")
        self.assertEqual(self.writer.document.Text.getString(), "Các nguời dân đi qua bến đò.\nChợ họp sớm , tan muộn.")

    def test_without_a_file_nothing_is_written(self):
        self.ask_for_report()
        self.screen.chooser()
        before = self.screen.windows()
        self.screen.key("Escape")
        self.assertTrue(until(lambda: before - self.screen.windows()), "the window stays")
        self.assertEqual(os.listdir(self.folder.name), [])
        self.assertEqual(self.writer.document.Text.getString(), "Các nguời dân đi qua bến đò.\nChợ họp sớm , tan muộn.")


if __name__ == "__main__":
    unittest.main()
