"""A web server on this machine that serves pages of all kinds, good ones and bad ones."""
import gzip
import http.server
import socketserver
import threading
import time

ARTICLE = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Chợ nổi họp sớm | Báo Phù Sa</title>
<meta property="og:site_name" content="Báo Phù Sa"><meta property="og:title" content="Chợ nổi họp sớm">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Chợ nổi họp sớm","author":{"@type":"Person","name":"Lê Thị Sông"},
"datePublished":"2021-06-25T11:15:00+07:00"}</script></head><body><h1>Chợ nổi họp sớm</h1></body></html>"""
DATED = "<title>Mùa nước nổi về muộn</title><p>Thứ Sáu, 25/06/2021, 11:15 [GMT+7]</p>"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.requests.append((self.command, self.path, dict(self.headers)))
        action = getattr(self, "page_" + self.path.split("?")[0].strip("/").split("/")[0].replace("-", "_"), None)
        try:
            if action:
                action()
            else:
                self.page("không có", status=404)
        except OSError:
            self.close_connection = True  # the other side has had enough

    do_POST = do_HEAD = do_OPTIONS = do_GET

    def page(self, body, type="text/html; charset=utf-8", status=200, **headers):
        body = body if isinstance(body, bytes) else body.encode("utf-8")
        self.send_response(status)
        if type:
            self.send_header("Content-Type", type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def to(self, where):
        self.page(b"", status=302, Location=where)

    def page_article(self):
        self.page(ARTICLE)

    def page_dated(self):
        self.page(DATED)

    def page_bare(self):
        self.page("<html><body>Trang không nói gì về mình.")

    def page_gzip(self):
        self.page(gzip.compress(ARTICLE.encode("utf-8")), Content_Encoding="gzip")

    def page_bomb(self):
        self.page(gzip.compress(b"<html>" + b" " * (64 << 20)), Content_Encoding="gzip")

    def page_old_encoding(self):
        self.page("<title>Ch\xf5\xf2 n\xf4\xd2i</title>".encode("latin-1"), type="text/html; charset=windows-1258")

    def page_wrong_charset(self):
        self.page("<meta charset=iso-8859-1>" + DATED, type="text/html; charset=iso-8859-1")

    def page_moved(self):
        self.to("/article")

    def page_loop(self):
        self.to("/loop")

    def page_to_file(self):
        self.to("file:///etc/hostname")

    def page_to_ftp(self):
        self.to("ftp://127.0.0.1/article")

    def page_to_nonsense(self):
        self.to("http://[")

    def page_cookie(self):
        if "seen=1" in self.headers.get("Cookie", ""):
            return self.page(ARTICLE)
        self.page(b"", status=302, Location="/cookie", Set_Cookie="seen=1")

    def page_pdf(self):
        self.page(b"%PDF-1.7", type="application/pdf")

    def page_picture_called_html(self):
        self.page(b"\x89PNG\r\n", type="")

    def page_broken(self):
        self.page("hỏng", status=500)

    def page_empty(self):
        self.page("")

    def page_huge(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(100 << 20))
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def page_fast_without_end(self):
        self.endless(b"x" * 65536, 0)

    def page_without_end(self):
        self.endless(b"<p>", 0.05)

    def page_late(self):
        time.sleep(3)
        self.page("<title>Trang đến muộn</title>")

    def page_silent(self):
        self.server.ended.wait(60)

    def page_cut(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b"<title>")
        self.close_connection = True

    def page_rubbish(self):
        self.wfile.write(b"\x00\x01\x02 rubbish \r\n\r\n" * 20)
        self.close_connection = True

    def endless(self, piece, pause):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.ended.is_set():
            self.wfile.write(piece)
            if pause:
                time.sleep(pause)


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests = []
        self.ended = threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def url(self, path):
        return "http://127.0.0.1:%d/%s" % (self.server_address[1], path)

    def close(self):
        self.ended.set()
        self.shutdown()
        self.server_close()
