"""Adding sources by DOI, ISBN, PMID and arXiv number: services on this machine, recorded shapes of their answers."""
import http.server
import json
import threading
import time
import unittest

import support
from support import Dialog

TITLE = "Thêm từ câu trích dẫn hoặc địa chỉ web"
WORK = {"type": "article-journal", "title": "Chợ nổi", "author": [{"family": "Lê", "given": "Thị Út"}], "issued": {"date-parts": [[2011, 3]]},
        "container-title": "Tạp chí Sông", "DOI": "10.5555/cho"}
BOOK = {"ISBN:9786041000001": {"title": "Đò ngang", "authors": [{"name": "Nguyễn Thị Ánh"}], "publish_date": "2003", "publishers": [{"name": "Phù Sa"}]}}
MEDLINE = "\nPMID- 31234567\nTI  - Lua mua.\nAU  - Tran V\nFAU - Tran, Van\nDP  - 2014\nJT  - Journal of Rice\n"
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/1706.03762v5</id><title>Attention</title>
<published>2017-06-12T17:57:34Z</published><author><name>Ashish Vaswani</name></author></entry></feed>"""


class Service(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.asked.append((self.path, self.headers.get("Accept")))
        kind, _, name = self.path.strip("/").partition("/")
        try:
            if name.endswith("slow"):
                self.server.ended.wait(60)
            elif name.endswith("endless"):
                self.send_response(200)
                self.end_headers()
                while not self.server.ended.is_set():
                    self.wfile.write(b" " * 65536)
            elif name.endswith("none"):
                self.answer("no", 404)
            elif name.endswith("down"):
                self.answer("no", 503)
            elif name.endswith("rubbish"):
                self.answer("<html>Not JSON")
            elif name.endswith("wrong"):
                self.answer(json.dumps({"title": 7, "author": "x", "issued": [1]}))
            else:
                self.answer({"doi": json.dumps(WORK), "isbn": json.dumps(BOOK), "pmid": MEDLINE, "arxiv": ATOM}[kind])
        except OSError:
            self.close_connection = True

    def answer(self, body, status=200):
        body = body.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class LookupTest(support.OfficeTest):
    @classmethod
    def setUpClass(cls):
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Service)
        cls.server.daemon_threads = True
        cls.server.ended = threading.Event()
        cls.server.handle_error = lambda *_: None
        cls.server.asked = []
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.ended.set()
        cls.server.shutdown()
        cls.server.server_close()

    def setUp(self):
        super().setUp()
        self.library = self.office.new("org.soat.SourceLibrary")
        self.addCleanup(self.clear)
        self.clear()
        self.server.asked.clear()
        provider = self.office.new("com.sun.star.configuration.ConfigurationProvider")
        self.settings = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess",
                                                             tuple(self.office.properties(nodepath="/org.soat.Settings/Lookup")))
        for name in ("Doi", "Isbn", "Pmid", "Arxiv"):
            self.settings.setPropertyValue(name, "http://127.0.0.1:%d/%s/{id}" % (self.server.server_address[1], name.lower()))
        self.settings.commitChanges()
        self.document = self.new_document("Một đoạn.", hidden=False)
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-add", "_self", 0, ())
        self.window = Dialog.find(self.office, TITLE)
        self.addCleanup(self.end)

    def end(self):
        for title, button in (("Nguồn", "Thôi"), (TITLE, "Thôi")):
            dialog = Dialog.find(self.office, title, patience=0.01)
            if dialog:
                dialog.press(button)
        for name in ("Doi", "Isbn", "Pmid", "Arxiv"):
            self.settings.setPropertyValue(name, "")
        self.settings.commitChanges()

    def clear(self):
        for one in self.search(""):
            self.library.remove(one["key"])

    def search(self, query):
        return json.loads(self.library.search(query, 1000))

    def ask(self, words):
        self.window.type("Dán một câu", words)
        self.assertEqual(self.server.asked, [])  # nothing before the user says so
        self.window.press("Tiếp tục")

    def wait_for(self, *words, patience=40):
        end = time.monotonic() + patience
        while not all(word in self.window.text() for word in words) and time.monotonic() < end:
            time.sleep(0.05)
        for word in words:
            self.assertIn(word, self.window.text())

    def test_one_source_is_shown_before_it_is_added(self):
        self.ask("https://doi.org/10.5555/cho")
        form = Dialog.find(self.office, "Nguồn")
        self.assertIn("Chợ nổi", form.text())
        form.press("Lưu")
        self.assertTrue(support.until(lambda: len(self.search("cho noi")) == 1))
        item = self.search("cho noi")[0]["item"]
        self.assertEqual((item["DOI"], item["container-title"], item["author"]), ("10.5555/cho", "Tạp chí Sông", [{"family": "Lê", "given": "Thị Út"}]))
        self.assertEqual([accept for _, accept in self.server.asked], ["application/vnd.citationstyles.csl+json"])

    def test_several_are_added_and_what_is_not_there_is_told(self):
        self.ask("10.5555/cho, ISBN 978-604-1-00000-1; PMID: 31234567 arXiv:1706.03762 10.5555/none 10.5555/down 10.5555/rubbish 10.5555/wrong")
        self.wait_for("10.5555/none: 127.0.0.1", "(mã 404)", "(mã 503)", "10.5555/rubbish: Không kết nối được")
        self.assertEqual(len(self.search("cho noi")), 1)
        self.assertEqual(len(self.search("attention")), 1)
        self.assertEqual(len(self.search("lua mua")), 1)

    def test_what_fails_can_be_typed(self):
        self.ask("10.5555/none")
        self.wait_for("10.5555/none: 127.0.0.1", "(mã 404)")
        self.window.press("Tiếp tục")
        form = Dialog.find(self.office, "Nguồn")
        form.type("Nhan đề:", "Tự ghi")
        form.press("Lưu")
        self.assertTrue(support.until(lambda: len(self.search("tu ghi")) == 1))
        self.assertEqual(self.search("tu ghi")[0]["item"]["DOI"], "10.5555/none")

    def open_form(self, item):
        self.library.add(json.dumps([item]), "keep")
        self.window.press("Thôi")
        frame = self.document.getCurrentController().getFrame()
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(frame, "vnd.org.soat:cite-library", "_self", 0, ())
        self.shelf = Dialog.find(self.office, "Thư viện nguồn")
        self.assertTrue(support.until(lambda: item["title"] in self.shelf.text()))
        self.shelf.press("Sửa…")
        return Dialog.find(self.office, "Nguồn")

    def test_a_source_is_completed_in_its_form(self):
        form = self.open_form({"id": "x", "type": "article-journal", "title": "Chợ nổi (bản thảo)", "DOI": "10.5555/cho"})
        self.assertEqual(self.server.asked, [])
        form.press("Bổ sung từ mạng")
        self.assertTrue(support.until(lambda: "Đã điền thêm" in form.text()), form.text())
        self.assertIn("Tạp chí Sông", form.text())
        self.assertEqual(self.search("")[0]["item"].get("container-title"), None)  # not before it is saved
        form.press("Lưu")
        self.assertTrue(support.until(lambda: "container-title" in self.search("")[0]["item"]))
        item = self.search("")[0]["item"]
        self.assertEqual((item["title"], item["author"], item["issued"]["date-parts"]), ("Chợ nổi (bản thảo)", WORK["author"], [[2011, 3]]))

    def test_what_cannot_be_completed_is_told(self):
        form = self.open_form({"id": "x", "type": "book", "title": "Đò"})
        form.press("Bổ sung từ mạng")
        self.assertIn("chưa có DOI", form.text())
        form.type("DOI:", "10.5555/none")
        form.press("Bổ sung từ mạng")
        self.assertTrue(support.until(lambda: "404" in form.text()), form.text())
        form.type("DOI:", "10.5555/slow")
        form.press("Bổ sung từ mạng")
        self.assertTrue(support.until(lambda: len(self.server.asked) == 2))
        form.press("Thôi")  # does not wait for the answer
        self.assertIsNone(Dialog.find(self.office, "Nguồn", patience=0.5))

    def test_an_answer_without_end_is_broken_off(self):
        self.ask("10.5555/endless")
        self.wait_for("quá lớn")

    def test_closing_the_window_breaks_off(self):
        self.ask("10.5555/slow 10.5555/cho")
        self.wait_for("(1/2)")
        self.window.press("Thôi")
        self.assertTrue(support.until(lambda: Dialog.find(self.office, TITLE, patience=0.01) is None))
        self.server.ended.set()  # the first is answered now; nobody asks for the second
        time.sleep(2)
        self.server.ended.clear()
        self.assertEqual(len(self.server.asked), 1)
        self.assertEqual(self.search(""), [])


if __name__ == "__main__":
    unittest.main()
