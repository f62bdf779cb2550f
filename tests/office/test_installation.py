"""Installing, updating, removing; and what happens when something in the installed package is missing or damaged: Writer runs on, says
what is wrong, and flags nothing that it cannot know."""
import os
import unittest
import zipfile

import support
from support import Dialog, ReviewPanel, marked


def rewritten(target, change):
    """A copy of the package; change(name, content) gives the new content, or None to leave the file out."""
    with zipfile.ZipFile(support.OXT) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


class InstallationTest(unittest.TestCase):
    def setUp(self):
        self.office = support.new_office()

    def tearDown(self):
        self.office.stop()
        self.office.remove_profile()

    def path(self, name):
        return os.path.join(self.office.profile, name)

    def active(self):
        manager = self.office.new("com.sun.star.linguistic2.LinguServiceManager")
        return list(manager.getConfiguredServices(support.PROOFREADER, self.office.locale()))

    def test_update_and_removal(self):
        office = self.office
        old = rewritten(self.path("old.oxt"), lambda name, content: content.replace(b'version value="', b'version value="0.0.') if name == "description.xml" else content)
        office.install(old)
        office.start()
        self.assertEqual(self.active(), ["org.soat.Proofreader"])
        self.assertEqual(marked(office, "Mùa nứơc lên."), ["nứơc"])
        self.assertEqual(office.stop(), 0)

        office.install()
        listed = office.unopkg("list")
        self.assertEqual(listed.count("org.soat.writer"), 1)
        self.assertNotIn("0.0.", listed)
        office.start()
        self.assertEqual(marked(office, "Mùa nứơc lên."), ["nứơc"])
        self.assertEqual(office.stop(), 0)

        office.remove()
        self.assertNotIn("org.soat.writer", office.unopkg("list"))
        office.start()
        self.assertEqual(self.active(), [])
        self.assertIsNone(office.new("org.soat.Proofreader"))
        document = office.new_document("Mùa nứơc lên.")
        document.close(True)
        self.assertEqual(office.stop(), 0)

    def start_damaged(self, change):
        """Installs a damaged package and opens a document in Writer; both must work."""
        self.office.install(rewritten(self.path("damaged.oxt"), change))
        self.office.start()
        document = self.office.new_document("Mùa nứơc lên.", "Các nghành nghề.", hidden=False)
        document.Text.insertString(document.Text.getEnd(), " Viết tiếp.", False)
        self.assertTrue(document.Text.getString().endswith("Viết tiếp."))
        return document

    def dispatch(self, document, url):
        frame = document.getCurrentController().getFrame()
        return self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, url, "_self", 0, ())

    def finish(self, document):
        document.setModified(False)
        document.close(True)
        self.assertEqual(self.office.stop(), 0)

    def assert_says_so(self, document):
        self.assertEqual(marked(self.office, "Các nghành nghề."), [])
        self.assertTrue(self.office.new("org.soat.SpellChecker").isValid("nghành", self.office.locale(), ()))
        self.dispatch(document, "vnd.org.soat:check")
        panel = ReviewPanel.find(self.office, document)
        self.assertTrue(support.until(lambda: "vi_VN" in panel.text()))
        self.dispatch(document, "vnd.org.soat:about")
        about = Dialog.find(self.office, "Giới thiệu Soát")
        self.assertIn("vi_VN", about.text())
        about.press("Đóng")

    def test_data_folder_missing(self):
        document = self.start_damaged(lambda name, content: None if name.startswith("dictionaries/") else content)
        self.assert_says_so(document)
        self.finish(document)

    def test_macros_are_told(self):
        document = self.start_damaged(lambda name, content: None if name.startswith("dictionaries/") else content)
        with self.assertRaises(Exception) as caught:
            self.office.new("org.soat.TextChecker").check("Các nghành nghề.", "normal")
        self.assertIn("vi_VN", str(caught.exception))
        self.finish(document)

    def test_dictionary_truncated(self):
        # cut inside a line, and all of its middle gone: what is left must not be taken for the language
        document = self.start_damaged(lambda name, content: content[:37] if name.endswith("vi_VN.dic") else content)
        self.assert_says_so(document)
        self.finish(document)

    def test_dictionary_is_something_else(self):
        noise = bytes(range(256)) * 64
        document = self.start_damaged(lambda name, content: noise if name.endswith("vi_VN.dic") else content)
        self.assert_says_so(document)
        self.finish(document)

    def about(self, document):
        self.dispatch(document, "vnd.org.soat:about")
        return Dialog.find(self.office, "Giới thiệu Soát").text()

    def test_model_damaged(self):
        """Switches off only the rules that need it, and is named in About."""
        with zipfile.ZipFile(support.OXT) as package:
            models = [n for n in package.namelist() if n.startswith("dictionaries/vi/") and n.endswith(".model")]
        document = self.start_damaged(lambda name, content: content)
        self.assertEqual(len(models), 1)
        self.assertIn(os.path.basename(models[0]), self.about(document))
        self.finish(document)
        document = self.start_damaged(lambda name, content: content[:1000] if name in models else content)
        self.assertEqual(marked(self.office, "Mùa nứơc lên."), ["nứơc"])
        self.assertRegex(self.about(document), "(?s)Không dùng được:.*" + os.path.basename(models[0]))
        self.dispatch(document, "vnd.org.soat:restore")
        self.assertIn(os.path.basename(models[0]), Dialog.find(self.office, "Thêm dấu tiếng Việt").text())
        with self.assertRaises(Exception) as caught:
            self.office.new("org.soat.TextChecker").restore("Hom nay troi dep.")
        self.assertIn(os.path.basename(models[0]), str(caught.exception))
        self.finish(document)

    def library_damaged(self, damage):
        document = self.start_damaged(lambda name, content: damage(content) if name.endswith("soat.so") else content)
        for name in ("org.soat.Proofreader", "org.soat.SpellChecker"):
            with self.assertRaises(Exception):
                self.office.new(name).getLocales()
        document.getCurrentController().getFrame().activate()
        self.dispatch(document, "vnd.sun.star.script:Soat.About.Show?language=Basic&location=application")
        self.assertTrue(document.getCurrentController().hasInfobar("org.soat.library"))
        self.finish(document)

    def test_library_cut_short(self):
        self.library_damaged(lambda content: content[:4096])

    def test_library_cut_in_the_middle(self):
        self.library_damaged(lambda content: content[:len(content) // 2])

    def test_library_lacks_its_last_byte(self):
        self.library_damaged(lambda content: content[:-1])

    def test_library_is_something_else(self):
        self.library_damaged(lambda content: b"no library at all\n" * 100)

    def test_library_missing(self):
        self.library_damaged(lambda content: None)


if __name__ == "__main__":
    unittest.main()
