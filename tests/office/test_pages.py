"""Getting a source from a web page, through the service for macros."""
import datetime
import json
import socket
import time
import unittest

import support
from page_server import Server


class PagesTest(support.OfficeTest):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()

    @classmethod
    def tearDownClass(cls):
        cls.server.close()

    def setUp(self):
        super().setUp()
        self.server.requests.clear()

    def fetch(self, path, milliseconds=10000):
        address = path if "://" in path else self.server.url(path)
        return json.loads(self.office.new("org.soat.PageSource").fetch(address, milliseconds))

    def assert_refused(self, path, *words, kind="IOException", milliseconds=10000):
        start = time.monotonic()
        with self.assertRaises(Exception) as caught:
            self.fetch(path, milliseconds)
        self.assertTrue(type(caught.exception).__name__.endswith(kind), caught.exception)
        for word in words:
            self.assertIn(word, caught.exception.Message)
        return time.monotonic() - start

    def test_an_article(self):
        item = self.fetch("article")
        self.assertEqual((item["type"], item["title"], item["container-title"]), ("article-newspaper", "Chợ nổi họp sớm", "Báo Phù Sa"))
        self.assertEqual(item["author"], [{"family": "Lê", "given": "Thị Sông"}])
        self.assertEqual(item["issued"]["date-parts"], [[2021, 6, 25]])
        self.assertEqual(item["URL"], self.server.url("article"))
        self.assertIn(datetime.date(*item["accessed"]["date-parts"][0]), (datetime.date.today(), datetime.date.today() - datetime.timedelta(1)))

    def test_one_request_that_tells_nothing_of_the_user(self):
        self.fetch("article")
        (method, _, headers), = self.server.requests
        self.assertEqual(method, "GET")
        self.assertRegex(headers["User-Agent"], r"^Mozilla/5\.0 \(compatible; Soat/[0-9.]+\)$")
        self.assertEqual(set(headers), {"Host", "User-Agent", "Accept", "Accept-Encoding"})

    def test_a_visible_date(self):
        self.assertEqual(self.fetch("dated")["issued"]["date-parts"], [[2021, 6, 25]])

    def test_a_page_without_metadata(self):
        item = self.fetch("bare")
        self.assertEqual((item["type"], item["URL"], item["container-title"]), ("webpage", self.server.url("bare"), "127.0.0.1"))
        self.assertIn("accessed", item)
        self.assertNotIn("title", item)

    def test_an_empty_page(self):
        self.assertEqual(self.fetch("empty")["URL"], self.server.url("empty"))

    def test_packed_pages(self):
        self.assertEqual(self.fetch("gzip")["title"], "Chợ nổi họp sớm")
        self.assert_refused("bomb", "quá lớn")

    def test_encodings(self):
        self.assertEqual(self.fetch("old-encoding")["title"], "Chợ nổi")
        self.assertEqual(self.fetch("wrong-charset")["title"], "Mùa nước nổi về muộn")

    def test_redirects(self):
        self.assertEqual(self.fetch("moved")["URL"], self.server.url("article"))
        self.assertEqual(self.fetch("cookie")["title"], "Chợ nổi họp sớm")
        self.server.requests.clear()
        self.assert_refused("loop", "chuyển hướng")
        self.assertEqual(len(self.server.requests), 11)
        for path in ("to-file", "to-ftp", "to-nonsense"):
            self.assert_refused(path, "chuyển hướng")

    def test_what_the_server_refuses(self):
        self.assert_refused("no-such-page", "404", "127.0.0.1")
        self.assert_refused("broken", "500")

    def test_what_is_no_page(self):
        self.assert_refused("pdf", "application/pdf")
        self.assert_refused("picture-called-html", "không phải trang web")

    def test_too_large(self):
        self.assert_refused("huge", "quá lớn")
        self.assert_refused("fast-without-end", "quá lớn")

    def test_too_slow(self):
        for path in ("silent", "without-end"):
            self.assertLess(self.assert_refused(path, "quá chậm", milliseconds=700), 30)

    def test_broken_answers(self):
        self.assert_refused("cut", "Không kết nối được")
        self.assert_refused("rubbish", "Không kết nối được")

    def test_nobody_there(self):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))  # taken, but nobody listens
            self.assert_refused("http://127.0.0.1:%d/" % unused.getsockname()[1], "Không kết nối được")
        self.assert_refused("http://no-such-host.invalid/x", "no-such-host.invalid")

    def test_a_server_without_certificate(self):
        self.assert_refused("https://127.0.0.1:%d/article" % self.server.server_address[1], "an toàn")

    def test_addresses_that_are_none_of_the_web(self):
        for address in ("file:///etc/hostname", "ftp://127.0.0.1/", "vnd.sun.star.expand:x://y", "https://", "http://ai@127.0.0.1/"):
            self.assert_refused(address, kind="IllegalArgumentException")
        self.assertEqual(self.server.requests, [])

    def test_the_office_goes_on(self):
        document = self.new_document("Các nghành nghề.")
        self.assert_refused("without-end", "quá chậm", milliseconds=300)
        self.assertEqual(document.Text.getString(), "Các nghành nghề.")
        self.assertEqual(self.fetch("article")["title"], "Chợ nổi họp sớm")


class ProxyTest(unittest.TestCase):
    def test_the_office_s_proxy_holds(self):
        server = Server()
        inet = "/org.openoffice.Inet/Settings"
        settings = [(inet, "ooInetProxyType", "2"), (inet, "ooInetHTTPProxyName", "127.0.0.1"),
                    (inet, "ooInetHTTPProxyPort", str(server.server_address[1])), (inet, "ooInetNoProxy", "")]
        try:
            with support.new_office(settings=settings) as office:
                office.install()
                office.start()
                # The proxy is asked for the whole address, and this one answers for it.
                with self.assertRaises(Exception) as caught:
                    office.new("org.soat.PageSource").fetch("http://bao-phu-sa.invalid/article", 10000)
                self.assertIn("404", caught.exception.Message)
            self.assertEqual([path for _, path, _ in server.requests], ["http://bao-phu-sa.invalid/article"])
        finally:
            server.close()


if __name__ == "__main__":
    unittest.main()
