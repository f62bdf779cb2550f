"""Files that the office or the user takes away, changes or fills up while they are in use."""
import os
import shutil
import subprocess
import tempfile
import unittest

import support
from citation_support import ANH, IEEE, UT, CitationTest, cite
from support import Dialog

STYLES = os.path.join(support.top, "dictionaries/vi/citation/styles")
OWN = "http://example.org/styles/cua-toi"


class StyleTest(CitationTest):
    """A style of the user's own, in the folder of the profile."""

    def setUp(self):
        super().setUp()
        folder = os.path.join(self.office.profile, "user/soat/styles")
        os.makedirs(folder, exist_ok=True)
        self.path = os.path.join(folder, "cua-toi.csl")
        self.write(lambda style: style)
        self.addCleanup(lambda: os.path.exists(self.path) and os.remove(self.path))

    def write(self, change):
        with open(os.path.join(STYLES, "ieee.csl"), encoding="utf-8") as f:
            style = f.read().replace("<id>%s</id>" % IEEE, "<id>%s</id>" % OWN)
        assert OWN in style
        with open(self.path, "w", encoding="utf-8") as f:
            f.write(change(style))

    def ready(self):
        document = self.new_document("Một hai ba.", "Phần sau.", hidden=False)
        self.service.setStyle(document, OWN, "vi-VN", "text")
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        return document

    def reopened(self, document, meanwhile=lambda: None):
        """The same document, of which nothing is in memory; meanwhile: what is done before it is opened, when the engine learns it."""
        path = os.path.join(self.office.profile, "reopened.odt")
        document.storeToURL(self.office.uno.systemPathToFileUrl(path), self.office.properties(FilterName="writer8"))
        meanwhile()
        again = self.office.load(path, hidden=False)
        self._documents.append(again)
        self.place_cursor(again, 2)
        return again

    def refused(self, document, *words):
        before = document.Text.getString(), self.undo_titles(document)
        with self.assertRaises(Exception) as caught:
            self.insert(document, cite(ANH))
        for word in words:
            self.assertIn(word, str(caught.exception))
        self.assertEqual((document.Text.getString(), self.undo_titles(document)), before)

    def test_a_style_that_vanishes(self):
        document = self.reopened(self.ready(), lambda: os.remove(self.path))
        self.refused(document, OWN)
        self.assertEqual(self.texts(document), ["[1]"])
        self.service.setStyle(document, IEEE, "vi-VN", "text")  # another one helps
        self.insert(document, cite(ANH))
        self.assertEqual(len(self.texts(document)), 2)

    def test_a_style_that_vanishes_while_the_document_is_at_work_with_it(self):
        document = self.ready()
        os.remove(self.path)
        self.place_cursor(document, 2)
        self.insert(document, cite(ANH))
        self.assertEqual(len(self.texts(document)), 2)

    def test_a_style_that_is_damaged_meanwhile(self):
        document = self.reopened(self.ready(), lambda: self.write(lambda style: style[:len(style) // 2]))
        self.refused(document, "cua-toi")
        self.write(lambda style: style)
        self.insert(document, cite(ANH))
        self.assertEqual(len(self.texts(document)), 2)

    def test_a_style_that_changes(self):
        document = self.reopened(self.ready())
        self.write(lambda style: style.replace('prefix="["', 'prefix="{"').replace('suffix="]"', 'suffix="}"'))
        self.insert(document, cite(ANH))
        self.assertEqual({text[0] + text[-1] for text in self.texts(document)}, {"{}"})


@unittest.skipUnless(hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("mount"), "needs a file system of its own, which root may make")
class FullDiskTest(CitationTest):
    def setUp(self):
        super().setUp()
        self.folder = tempfile.mkdtemp(prefix="soat-full-")
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", self.folder], capture_output=True, text=True)
        if done.returncode:
            os.rmdir(self.folder)
            self.skipTest(done.stderr)

    def tearDown(self):
        notice = Dialog.find(self.office, "Trích dẫn", patience=0.01)
        if notice:
            notice.press("Đóng")
        super().tearDown()  # closes the documents
        subprocess.run(["umount", "--lazy", self.folder], check=True)
        os.rmdir(self.folder)

    def fill(self):
        with open(os.path.join(self.folder, "full"), "wb", buffering=0) as f:
            try:
                while f.write(b"x" * 1024):
                    pass
            except OSError:
                pass

    def test_a_document_for_word_that_cannot_be_saved_again(self):
        document = self.new_document("Một hai ba.", "Phần sau.", hidden=False)
        self.service.setStyle(document, IEEE, "vi-VN", "text")
        self.place_cursor(document, 3)
        self.insert(document, cite(UT))
        path = os.path.join(self.folder, "a.docx")
        document.storeAsURL(self.office.uno.systemPathToFileUrl(path), self.office.properties(FilterName="MS Word 2007 XML"))
        question = Dialog.find(self.office, "Soát")
        self.assertIsNotNone(question)
        self.fill()
        question.press(next(name for name in question.buttons() if "lưu lại" in name))
        notice = Dialog.find(self.office, "Trích dẫn", patience=15)
        self.assertIsNotNone(notice)
        self.assertIn("không lưu được tệp", notice.text())
        self.assertEqual(self.texts(document), ["[1]"])
        self.assertTrue(document.isModified())


if __name__ == "__main__":
    unittest.main()
