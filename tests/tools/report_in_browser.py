#!/usr/bin/env python3
"""The page of findings and that of totals in a real browser: all is there, it asks for nothing, is light or dark as the reader has it, and prints on A4.

    report_in_browser.py SOAT
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

DRAFT = """Báo cáo tình hình bến bãi quý ba

Các nguời dân đi qua bến đò mỗi sáng. Chợ họp sớm , tan muộn.
Ghe lưới về bến buổi chiều, cá tôm đầy khoang.
Bà con nói nứơc năm nay lên chậm hơn năm ngoái ( khoảng mười ngày.
"""


class InBrowser:
    """What holds for every page; write_page makes it in the class's folder."""

    @classmethod
    def setUpClass(cls):
        cls.browser = next((path for name in ("chromium-headless-shell", "chromium") if (path := shutil.which(name))), None)
        assert cls.browser, "no Chromium; see packaging/debian-packages.test"
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.page = pathlib.Path(cls.folder.name) / "report.html"
        cls.write_page(pathlib.Path(cls.folder.name))

    def browse(self, *options, page=None):
        profile = os.path.join(self.folder.name, "profile")
        return subprocess.run([self.browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir=" + profile, "--enable-logging=stderr",
                               *options, str(page or self.page)], check=True, capture_output=True, text=True, timeout=120)

    def brightness(self, *options):
        picture = os.path.join(self.folder.name, "picture.png")
        self.browse("--window-size=1000,1400", "--screenshot=" + picture, *options)
        mean = subprocess.run(["convert", picture, "-colorspace", "gray", "-format", "%[fx:mean]", "info:"], check=True, capture_output=True, text=True)
        return float(mean.stdout)

    def test_it_is_light_or_dark_as_the_reader_has_it(self):
        self.assertGreater(self.brightness("--blink-settings=preferredColorScheme=1"), 0.8)
        self.assertLess(self.brightness("--blink-settings=preferredColorScheme=0"), 0.3)

    def test_it_prints_on_a4(self):
        paper = os.path.join(self.folder.name, "report.pdf")
        self.browse("--no-pdf-header-footer", "--print-to-pdf=" + paper)
        with open(paper, "rb") as file:
            boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", file.read())
        self.assertTrue(boxes)
        for width, height in boxes:  # 210 x 297 mm in points
            self.assertAlmostEqual(float(width), 595.3, delta=1)
            self.assertAlmostEqual(float(height), 841.9, delta=1)


class ReportInBrowser(InBrowser, unittest.TestCase):
    @classmethod
    def write_page(cls, folder):
        draft = folder / "draft.txt"
        draft.write_text(DRAFT, encoding="utf-8")
        cls.checked = subprocess.run([soat, "check", "--format", "html", draft], capture_output=True, text=True)
        cls.page.write_text(cls.checked.stdout, encoding="utf-8")

    def test_findings_chart_and_strip_are_there_and_nothing_is_complained_of(self):
        self.assertEqual(self.checked.returncode, 1, self.checked)
        seen = self.browse("--dump-dom")
        self.assertNotIn("CONSOLE", seen.stderr)
        self.assertGreaterEqual(seen.stdout.count("<mark id="), 4)
        self.assertIn('class="bar spelling"', seen.stdout)
        self.assertIn('class="bar punctuation"', seen.stdout)
        links = re.findall(r'<a href="#([^"]+)"', seen.stdout)
        self.assertGreaterEqual(len(links), 8)  # of the strip and of the list
        for link in links:
            self.assertIn('id="%s"' % link, seen.stdout)

    def test_complaints_would_be_seen(self):
        broken = pathlib.Path(self.folder.name) / "broken.html"
        broken.write_text("<script>nothing()</script>")
        self.assertIn("CONSOLE", self.browse("--dump-dom", page=broken).stderr)


class TotalsInBrowser(InBrowser, unittest.TestCase):
    """Three documents of two months, one with a name that would be markup, and one that cannot be read."""

    @classmethod
    def write_page(cls, folder):
        for name, text in (("2024-01/a.txt", DRAFT), ("2024-02/<b>.txt", "Uống nướcc.\n"), ("2024-02/c.txt", "Hôm nay trời đẹp.\n")):
            file = folder / "archive" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        (folder / "archive/2024-02/d.docx").write_bytes(b"no document")
        results = folder / "results.jsonl"
        with results.open("wb") as out:
            subprocess.run([soat, "check", "-r", "--format", "jsonl", "--status", folder / "archive"], stdout=out, stderr=subprocess.DEVNULL)
        made = subprocess.run([soat, "report", "--format", "html", results], check=True, capture_output=True)
        cls.page.write_bytes(made.stdout)

    def test_charts_and_documents_are_there_and_nothing_is_complained_of(self):
        seen = self.browse("--dump-dom")
        self.assertNotIn("CONSOLE", seen.stderr)
        self.assertEqual(seen.stdout.count('<table class="chart">'), 3)  # rules, folders, months
        self.assertIn("<td>2024-01</td>", seen.stdout)
        self.assertIn("<td>2024-02</td>", seen.stdout)
        self.assertIn("&lt;b&gt;.txt", seen.stdout)
        self.assertNotIn("<b>", seen.stdout)
        self.assertIn("d.docx", seen.stdout)

    def test_bars_are_as_long_as_the_numbers_say(self):
        page = pathlib.Path(self.folder.name) / "measured.html"
        script = """<script>for (const bar of document.querySelectorAll(".bar"))
          bar.setAttribute("data-share", Math.round(100 * bar.getBoundingClientRect().width / bar.parentElement.clientWidth));</script></body>"""
        page.write_text(self.page.read_text(encoding="utf-8").replace("</body>", script), encoding="utf-8")
        rows = re.findall(r'<td class="count">(\d+)</td><td class="count">\d+</td><td class="bars"><span class="bar[^>]*width:\s*(\d+)%[^>]*data-share="(\d+)"',
                          self.browse("--dump-dom", "--window-size=1000,1400", page=page).stdout)
        self.assertGreaterEqual(len(rows), 6)
        for findings, width, share in rows:
            self.assertLessEqual(abs(int(width) - int(share)), 3, rows)
        self.assertEqual(max(int(share) for _, _, share in rows) >= 97, True, rows)


if __name__ == "__main__":
    soat = sys.argv.pop(1)
    unittest.main()
