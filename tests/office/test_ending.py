"""The office ends while something of ours is at work in the background."""
import json
import os
import threading
import time
import unittest

import support
from citation_support import ANH, APA, UT, cite
from page_server import Server
from support import ReviewPanel

# How long a command may work before its document is closed: from not at all to nearly done.
MOMENTS = (0, 0.02, 0.06, 0.15, 0.4)


class EndingTest(unittest.TestCase):
    def setUp(self):
        self.office = support.new_office()
        self.addCleanup(self.office.remove_profile)
        self.office.install()
        self.office.start()
        self.addCleanup(self.office.stop)
        support.wait_for_engine(self.office)

    def frame(self, document):
        return document.getCurrentController().getFrame()

    def send(self, document, command):
        url = self.office.struct("com.sun.star.util.URL", Complete=command)
        _, url = self.office.new("com.sun.star.util.URLTransformer").parseStrict(url)
        self.frame(document).queryDispatch(url, "_self", 0).dispatch(url, ())

    def assert_ends(self):
        self.assertEqual(self.office.stop(), 0, self.office.log()[-2000:])

    def until(self, condition, patience=120):
        end = time.monotonic() + patience
        while not (held := condition()) and time.monotonic() < end:
            time.sleep(0.01)
        self.assertTrue(held)

    def check_600_pages(self):
        """Read, and at work on its text in the background."""
        document = self.office.new_document(*["Thôn %d cách trường %d cây số; mùa nứơc lên, học sinh đi học bằng ghe từ lúc trời còn chưa sáng hẳn. " % (n, n)
                                              * 6 for n in range(2000)], hidden=False)
        for _ in range(5):
            self.send(document, "vnd.org.soat:check")
            panel = ReviewPanel.find(self.office, document)
            self.until(lambda: "50 %" in panel.status() or "chỗ" in panel.status())
            if "50 %" in panel.status():
                break  # and not done before anyone looked
        document.setModified(False)
        return document

    def test_while_600_pages_are_checked(self):
        self.check_600_pages()
        self.assert_ends()

    def test_as_its_menu_does_it_while_600_pages_are_checked(self):
        document = self.check_600_pages()
        try:
            self.send(document, ".uno:Quit")  # ended by the main thread, with the office's lock
        except Exception as error:  # the bridge goes with the office
            if "isposed" not in type(error).__name__ + str(error):
                raise
        self.assert_ends()

    def test_while_citations_are_refreshed(self):
        service = self.office.new("org.soat.Citations")
        document = self.office.new_document(*["Một câu ở thôn %d." % n for n in range(300)], hidden=False)
        service.setStyle(document, APA, "vi-VN", "text")
        place = document.Text.createTextCursor()
        for n in range(30):
            place.gotoNextParagraph(False)
            work = dict((UT, ANH)[n % 2], id="%d" % n, title="Sách số %d" % n)
            service.insertAt(document, place, json.dumps([cite(work)]))
        self.send(document, "vnd.org.soat:cite-refresh")
        document.setModified(False)
        self.assert_ends()

    def test_while_a_page_is_waited_for(self):
        server = Server()
        self.addCleanup(server.close)
        document = self.office.new_document(server.url("silent"), hidden=False)
        document.getCurrentController().getViewCursor().gotoStart(False)
        self.send(document, "vnd.org.soat:cite-line")
        self.until(lambda: server.requests)
        document.setModified(False)
        self.assert_ends()

    def test_while_a_bibliography_is_imported(self):
        file = os.path.join(self.office.profile, "nhiều.json")
        with open(file, "w", encoding="utf-8") as f:
            json.dump([dict(UT, id="%d" % n, title="Sách số %d" % n) for n in range(20_000)], f)
        library = self.office.new("org.soat.SourceLibrary")
        said = []

        def ask():
            try:
                library.importFile(support.office_driver.file_url(file), "skip")
            except Exception as error:  # the office has ended meanwhile; pyuno makes its exception types as it goes
                said.append(error)
        importing = threading.Thread(target=ask)
        importing.start()
        self.until(lambda: os.path.exists(os.path.join(self.office.profile, "user", "soat", "library.sqlite")))
        self.assert_ends()
        importing.join()

    def test_right_behind_documents_that_were_closed_at_work(self):
        office = self.office
        for moment in MOMENTS:
            document = office.new_document(*["Mua nuoc len o thon %d, ba con ra dong gat lua." % n for n in range(600)], hidden=False)
            document.getCurrentController().select(document.Text)
            url = office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:restore")
            document.getCurrentController().getFrame().queryDispatch(url, "_self", 0).dispatch(url, ())
            time.sleep(moment)
            document.setModified(False)
            document.close(True)
        document = office.new_document("Mùa nứơc lên.", hidden=False)
        frame = document.getCurrentController().getFrame()
        self.assertEqual(office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:check", "_self", 0, ()).Result, 1)
        document.setModified(False)
        document.close(True)
        self.assert_ends()


if __name__ == "__main__":
    unittest.main()
