"""The command that turns the line of the cursor, or the selection, into a citation."""
import json
import time
import unittest

import support
from citation_support import UT, cite
from page_server import Server
from support import Dialog

TITLE = "Tạo trích dẫn từ địa chỉ/văn bản tại con trỏ"
DECREE = "Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ"


class CiteLineTest(support.OfficeTest):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def tearDown(self):
        while dialog := Dialog.find(self.office, TITLE, patience=0.01):
            dialog.press("Đóng")
            time.sleep(0.05)
        super().tearDown()

    def open(self, *paragraphs):
        document = self.new_document(*paragraphs, hidden=False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        document.getUndoManager().clear()
        return document

    def dispatch(self, document):
        frame = document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-line", "_self", 0, ())

    def citations(self, document):
        return json.loads(self.office.new("org.soat.Citations").list(document))["citations"]

    def cite(self, document, patience=60):
        """Gives the command and waits for the citation."""
        before = len(self.citations(document))
        self.dispatch(document)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            citations = self.citations(document)
            if len(citations) > before:
                time.sleep(0.1)
                return citations
            dialog = Dialog.find(self.office, TITLE, patience=0.01)
            self.assertIsNone(dialog, dialog and dialog.text())
            time.sleep(0.05)
        self.fail("no citation came")

    def told(self, patience=60):
        dialog = Dialog.find(self.office, TITLE, patience=patience)
        self.assertIsNotNone(dialog)
        return dialog.text()

    def select(self, document, what):
        search = document.createSearchDescriptor()
        search.SearchString = what
        document.getCurrentController().select(document.findFirst(search))

    def test_the_address_of_the_cursor_s_line(self):
        line = "Nguồn: " + self.server.url("article")
        document = self.open(line)
        citation, = self.cite(document)
        self.assertEqual(document.Text.getString(), "Nguồn: [1]")
        item = citation["cites"][0]
        self.assertEqual(item["itemData"]["title"], "Chợ nổi họp sớm")
        self.assertTrue(item["uris"][0].startswith("urn:uuid:"))
        undo = document.getUndoManager()
        self.assertEqual(len(undo.getAllUndoActionTitles()), 1)
        undo.undo()
        self.assertEqual(document.Text.getString(), line)

    def test_a_selected_line_goes_whole(self):
        line = "Nguồn: " + self.server.url("dated")
        document = self.open("Trước.", line, "Sau.")
        self.select(document, line)
        self.cite(document)
        self.assertEqual(document.Text.getString(), "Trước.\n[1]\nSau.")

    def test_the_same_page_is_one_source(self):
        line = self.server.url("article")
        document = self.open(line, line)
        self.cite(document)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        first, second = self.cite(document)
        self.assertEqual(first["cites"][0]["uris"], second["cites"][0]["uris"])
        self.assertEqual(document.Text.getString(), "[1]\n[1]")

    def test_a_document_in_words_keeps_its_words(self):
        document = self.open("Theo " + DECREE + " mà làm.")
        citation, = self.cite(document)
        self.assertEqual(document.Text.getString(), "Theo " + DECREE + " [1] mà làm.")
        item = citation["cites"][0]["itemData"]
        self.assertEqual((item["type"], item["number"], item["authority"]), ("legislation", "48/2015/NĐ-CP", "Chính phủ"))
        undo = document.getUndoManager()
        self.assertEqual(len(undo.getAllUndoActionTitles()), 1)
        undo.undo()
        self.assertEqual(document.Text.getString(), "Theo " + DECREE + " mà làm.")

    def choose_merging(self, wanted):
        """What the box in the window that inserts keeps."""
        access = self.office.new("com.sun.star.configuration.ConfigurationProvider").createInstanceWithArguments(
            "com.sun.star.configuration.ConfigurationUpdateAccess", tuple(self.office.properties(nodepath="/org.soat.Settings")))
        access.setPropertyValue("MergeTouching", wanted)
        access.commitChanges()

    def touching(self):
        """A document with an address right behind a citation; the cursor in the address."""
        document = self.open("Nguồn: ")
        self.office.new("org.soat.Citations").insertAt(document, document.Text.getEnd(), json.dumps([cite(UT)]))
        document.Text.insertString(document.Text.getEnd(), self.server.url("dated"), False)
        document.getCurrentController().getViewCursor().gotoEnd(False)
        document.getUndoManager().clear()
        return document

    def test_it_becomes_one_with_a_citation_that_it_touches(self):
        document = self.touching()
        text = document.Text.getString()
        self.dispatch(document)
        self.assertTrue(support.until(lambda: [len(one["cites"]) for one in self.citations(document)] == [2], patience=60), self.citations(document))
        self.assertEqual(document.Text.getString(), "Nguồn: [1], [2]")
        undo = document.getUndoManager()
        self.assertEqual(len(undo.getAllUndoActionTitles()), 1)
        undo.undo()
        self.assertEqual((document.Text.getString(), [len(one["cites"]) for one in self.citations(document)]), (text, [1]))

    def test_it_stays_apart_where_the_user_has_chosen_that(self):
        self.choose_merging(False)
        self.addCleanup(self.choose_merging, True)
        document = self.touching()
        self.assertEqual([len(one["cites"]) for one in self.cite(document)], [1, 1])
        self.assertEqual(document.Text.getString(), "Nguồn: [2][1]")

    def test_a_page_that_cannot_be_had_changes_nothing(self):
        for path, word in (("no-such-page", "404"), ("loop", "chuyển hướng"), ("huge", "quá lớn")):
            line = "Nguồn: " + self.server.url(path)
            document = self.open(line)
            self.dispatch(document)
            self.assertIn(word, self.told())
            self.assertEqual(document.Text.getString(), line)
            self.assertEqual(document.getUndoManager().getAllUndoActionTitles(), ())
            Dialog.find(self.office, TITLE).press("Đóng")

    def test_a_pdf_is_cited_by_its_address(self):
        document = self.open(self.server.url("pdf"))
        citation, = self.cite(document)
        self.assertEqual(citation["cites"][0]["itemData"]["URL"], self.server.url("pdf"))

    def test_giving_the_command_again_stops_waiting(self):
        line = self.server.url("silent")
        document = self.open(line)
        self.dispatch(document)
        self.dispatch(document)
        self.assertIn("thôi", self.told())
        self.assertEqual(document.Text.getString(), line)

    def test_giving_the_command_twice_at_once_stops_waiting(self):
        line = self.server.url("silent")
        document = self.open(line)
        support.on_main_thread(self.office, lambda: (self.dispatch(document), self.dispatch(document)))
        self.assertIn("thôi", self.told())
        self.assertEqual(document.Text.getString(), line)

    def test_a_line_that_changes_meanwhile_stays(self):
        document = self.open(self.server.url("late"))
        asked = len(self.server.requests)
        self.dispatch(document)
        end = time.monotonic() + 60
        while len(self.server.requests) == asked and time.monotonic() < end:
            time.sleep(0.01)
        document.Text.setString("Đã sửa.")
        self.assertIn("thay đổi", self.told())
        self.assertEqual(document.Text.getString(), "Đã sửa.")

    def test_nothing_to_cite(self):
        document = self.open("Không có gì để trích dẫn.")
        self.dispatch(document)
        self.assertIn("https://", self.told())

    def test_the_library_then_helps_the_proofreader(self):
        document = self.open(self.server.url("article"))
        self.cite(document)
        line = "Nguồn: " + self.server.url("article")
        end = time.monotonic() + 60
        suggestions = ()
        while time.monotonic() < end and not suggestions:
            errors = support.proofread(self.office, line).aErrors
            suggestions = [one for error in errors for one in error.aSuggestions]
            time.sleep(0.2)
        self.assertEqual(len(suggestions), 1)
        self.assertIn("Lê Thị Sông, “Chợ nổi họp sớm”, Báo Phù Sa, 25/6/2021", suggestions[0])


if __name__ == "__main__":
    unittest.main()
