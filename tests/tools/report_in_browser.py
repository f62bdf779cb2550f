#!/usr/bin/env python3
"""The page of findings in a real browser: it is all there, asks for nothing, is light or dark as the reader has it, and prints on A4.

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


class ReportInBrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = next((path for name in ("chromium-headless-shell", "chromium") if (path := shutil.which(name))), None)
        assert cls.browser, "no Chromium; see packaging/debian-packages.test"
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.page = pathlib.Path(cls.folder.name) / "report.html"
        draft = pathlib.Path(cls.folder.name) / "draft.txt"
        draft.write_text(DRAFT, encoding="utf-8")
        cls.checked = subprocess.run([soat, "check", "--format", "html", draft], capture_output=True, text=True)
        cls.page.write_text(cls.checked.stdout, encoding="utf-8")

    def browse(self, *options, page=None):
        profile = os.path.join(self.folder.name, "profile")
        return subprocess.run([self.browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir=" + profile, "--enable-logging=stderr",
                               *options, str(page or self.page)], check=True, capture_output=True, text=True, timeout=120)

    def brightness(self, *options):
        picture = os.path.join(self.folder.name, "picture.png")
        self.browse("--window-size=1000,1400", "--screenshot=" + picture, *options)
        mean = subprocess.run(["convert", picture, "-colorspace", "gray", "-format", "%[fx:mean]", "info:"], check=True, capture_output=True, text=True)
        return float(mean.stdout)

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


if __name__ == "__main__":
    soat = sys.argv.pop(1)
    unittest.main()
