#!/usr/bin/env python3
"""soat cite add, and soat cite import --zotero, against services on this machine: answers of their shapes, errors, slowness, answers without end.

    cite_add.py SOAT
"""
import http.server, json, os, pathlib, subprocess, sys, tempfile, threading, unittest

from tested_system import EMULATOR

SOAT = os.path.abspath(sys.argv.pop(1))
WORK = {"type": "article-journal", "title": "Chợ nổi", "author": [{"family": "Lê", "given": "Thị Út"}], "issued": {"date-parts": [[2011, 3]]},
        "container-title": "Tạp chí Sông", "volume": "4", "DOI": "10.5555/cho"}
BOOK = {"ISBN:9786041000001": {"title": "Đò ngang", "authors": [{"name": "Nguyễn Thị Ánh"}], "publish_date": "2003"}}
MEDLINE = "\nPMID- 31234567\nTI  - Lua mua.\nFAU - Tran, Van\nDP  - 2014\nJT  - Journal of Rice\n"
ATOM = ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>x</id><title>Attention</title><published>2017-06-12T17:57:34Z</published>'
        "<author><name>Ashish Vaswani</name></author></entry></feed>")


def has_transport():
    asked = subprocess.run([SOAT, "--lang-ui", "en", "cite", "import", "--zotero", "--zotero-at", "http://127.0.0.1:1"], capture_output=True)
    return "has no libcurl" not in asked.stderr.decode()


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
                self.send_error(404)
            else:
                body = {"doi": json.dumps(WORK), "isbn": json.dumps(BOOK), "pmid": MEDLINE, "arxiv": ATOM}[kind].encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(b"<html>" if name.endswith("rubbish") else body)
        except OSError:
            self.close_connection = True


class Add(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if EMULATOR and not has_transport():
            raise unittest.SkipTest("no libcurl for the other system")
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
        self.server.asked.clear()
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def add(self, *arguments):
        services = [one for kind in ("doi", "isbn", "pmid", "arxiv")
                    for one in ("--service", "%s=http://127.0.0.1:%d/%s/{id}" % (kind, self.server.server_address[1], kind))]
        environment = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
        return subprocess.run([SOAT, "--lang-ui", "en", "cite", "add", *services, *arguments], cwd=self.folder, env=environment, timeout=120, capture_output=True)

    def test_each_kind_is_asked_for_at_its_service(self):
        result = self.add("10.5555/cho", "978-604-1-00000-1", "PMID: 31234567", "arXiv:1706.03762")
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        items = json.loads(result.stdout)
        self.assertEqual([one["title"] for one in items], ["Chợ nổi", "Đò ngang", "Lua mua", "Attention"])
        self.assertEqual((items[0]["DOI"], items[1]["ISBN"], items[2]["PMID"]), ("10.5555/cho", "9786041000001", "31234567"))
        self.assertEqual([path for path, _ in self.server.asked], ["/doi/10.5555/cho", "/isbn/9786041000001", "/pmid/31234567", "/arxiv/1706.03762"])
        self.assertEqual(self.server.asked[0][1], "application/vnd.citationstyles.csl+json")

    def test_other_formats_and_a_file(self):
        result = self.add("https://doi.org/10.5555/cho", "-o", "out.bib")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("title = {Chợ nổi}", (self.folder / "out.bib").read_text(encoding="utf-8"))

    def test_what_is_not_had_is_told_and_costs_nothing_else(self):
        result = self.add("--timeout", "5", "10.5555/none", "10.5555/slow", "10.5555/endless", "10.5555/rubbish", "10.5555/cho")
        self.assertEqual(result.returncode, 2)
        self.assertEqual([one["title"] for one in json.loads(result.stdout)], ["Chợ nổi"])
        said = result.stderr.decode()
        self.assertEqual(said.count("\n"), 4, said)
        for word in ("10.5555/none: ", "404", "10.5555/slow: ", "10.5555/endless: ", "10.5555/rubbish: "):
            self.assertIn(word, said)

    def test_an_output_stays_when_nothing_comes(self):
        (self.folder / "out.json").write_text("[]")
        self.assertEqual(self.add("10.5555/none", "-o", "out.json").returncode, 2)
        self.assertEqual((self.folder / "out.json").read_text(), "[]")

    def test_sources_of_a_file_get_what_they_lack(self):
        (self.folder / "in.bib").write_text("@misc{Ut11, title = {Chợ nổi Cái Răng}, doi = {10.5555/cho}}\n@book{anh, title = {Không mã}}\n"
                                            "@incollection{phan, title = {Phần}, isbn = {978-604-1-00000-1}}\n", encoding="utf-8")
        result = self.add("--complete", "in.bib")
        self.assertEqual((result.returncode, result.stderr), (0, b""))
        first, second, third = json.loads(result.stdout)
        self.assertEqual((first["id"], first["title"], first["volume"], first["type"]), ("Ut11", "Chợ nổi Cái Răng", "4", "article-journal"))
        self.assertEqual(second["title"], "Không mã")
        self.assertEqual(third, {"id": "phan", "type": "chapter", "title": "Phần", "ISBN": "978-604-1-00000-1"})
        self.assertEqual([path for path, _ in self.server.asked], ["/doi/10.5555/cho"])

    def test_nothing_is_asked_for_what_is_no_identifier(self):
        for words in (("Chợ nổi",), ("978-604-1-00000-2",), ()):
            result = self.add(*words)
            self.assertEqual(result.returncode, 2)
            self.assertIn("no DOI, ISBN, PMID or arXiv number", result.stderr.decode())
        self.assertIn("must be doi, isbn", self.add("--service", "doi=http://x.example/", "10.5555/cho").stderr.decode())
        self.assertEqual(self.server.asked, [])

    # ---- the Zotero that runs ----

    def zotero(self, items, collections=(), status=200, attachments=()):
        """What the command makes of a library that answers five items at once."""
        class Zotero(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                path, _, query = self.path.partition("?")
                asked = dict(one.split("=") for one in query.split("&"))
                start = int(asked.get("start", 0))
                answers = {"/api/users/0/collections": list(collections), "/api/users/0/items/top": list(items)[start:start + 5],
                           "/api/users/0/items": list(attachments)[start:start + 5]}
                body = json.dumps(answers[path] if path != "/api/users/0/items" or asked["itemType"] == "attachment" else None).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Zotero)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            return self.import_from("http://127.0.0.1:%d" % server.server_address[1])
        finally:
            server.shutdown()
            server.server_close()

    def import_from(self, address):
        return subprocess.run([SOAT, "--lang-ui", "en", "cite", "import", "--zotero", "--zotero-at", address], cwd=self.folder, timeout=120,
                              capture_output=True)

    def test_a_library_of_zotero_comes_whole(self):
        items = [{"key": "K%d" % i, "data": {"key": "K%d" % i, "itemType": "book", "title": "Sách %d" % i, "date": "2011",
                                             "creators": [{"creatorType": "author", "lastName": "Lê", "firstName": "Út"}],
                                             "tags": [{"tag": "chợ"}], "collections": ["C2"]}} for i in range(12)]
        items.insert(3, {"key": "N", "data": {"key": "N", "itemType": "note", "note": "ghi chú"}})
        result = self.zotero(items, [{"data": {"key": "C1", "name": "Luận án", "parentCollection": False}},
                                     {"data": {"key": "C2", "name": "Chương 1", "parentCollection": "C1"}}])
        self.assertEqual(result.returncode, 0, result.stderr)
        found = json.loads(result.stdout)
        self.assertEqual([one["title"] for one in found], ["Sách %d" % i for i in range(12)])
        self.assertEqual((found[0]["type"], found[0]["author"], found[0]["keyword"], found[0]["custom"]["collections"]),
                         ("book", [{"family": "Lê", "given": "Út"}], "chợ", ["Luận án / Chương 1"]))

    def test_files_of_zotero_come_along(self):
        items = [{"key": "K%d" % i, "data": {"key": "K%d" % i, "itemType": "book", "title": "Sách %d" % i}} for i in range(3)]
        stored = [{"key": "A%d" % i, "data": {"key": "A%d" % i, "itemType": "attachment", "linkMode": "imported_file", "parentItem": "K0", "filename": "x.pdf"},
                   "links": {"enclosure": {"href": "file:///home/lan/Zotero/storage/A%d/m%%E1%%BB%%B1c%%20n%%C6%%B0%%E1%%BB%%9Bc.pdf" % i, "type": "application/pdf"}}}
                  for i in range(6)]
        linked = [{"data": {"itemType": "attachment", "linkMode": mode, "parentItem": "K1", "path": path, "url": "https://vi.example/a"}}
                  for mode, path in (("linked_file", "/home/lan/b.pdf"), ("linked_file", "attachments:luật/c.pdf"), ("linked_url", ""), ("imported_url", ""))]
        strange = [7, {"data": {"parentItem": "K2", "linkMode": "linked_file"}}, {"links": {"enclosure": {"href": "https://vi.example/a.pdf"}}, "data": {"parentItem": "K2"}},
                   {"links": [], "data": {"parentItem": 3}}, {"links": {"enclosure": {"href": "file:///C:/T%C3%A0i%2.pdf"}}, "data": {"parentItem": "K2"}}]
        result = self.zotero(items, attachments=stored + linked + strange)
        self.assertEqual(result.returncode, 0, result.stderr)
        found = json.loads(result.stdout)
        self.assertEqual(found[0]["custom"]["files"], ["/home/lan/Zotero/storage/A%d/mực nước.pdf" % i for i in range(6)])
        self.assertEqual([one["custom"]["files"] for one in found[1:]], [["/home/lan/b.pdf", "luật/c.pdf"], ["C:/Tài%2.pdf"]])

    def test_wrong_answers_of_zotero_are_told(self):
        self.assertIn("does not run", self.import_from("http://127.0.0.1:1").stderr.decode())
        result = self.zotero([], status=403)
        self.assertEqual((result.returncode, result.stdout), (2, b""))
        self.assertIn("Allow other applications", result.stderr.decode())
        strange = self.zotero([7, {"data": None}, {"data": {"itemType": 3}}, {"data": {"itemType": "book", "title": ["x"], "tags": 1, "collections": [1]}}],
                              [{"data": {"key": "A", "name": "a", "parentCollection": "A"}}, 3])
        self.assertIn(strange.returncode, (0, 2), strange.stderr)


if __name__ == "__main__":
    unittest.main()
