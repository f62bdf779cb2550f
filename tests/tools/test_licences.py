#!/usr/bin/env python3
"""The licences of what is linked or packed go along with it: THIRD-PARTY.md names a text for each component, the build has every text, the extension its own.
What is installed is looked at by installed.py, the Debian packages by packages.py.

    test_licences.py BUILD SYSTEM      SYSTEM as CMake calls it: Linux, Windows
"""
import pathlib
import re
import sys
import unittest
import zipfile

import licences

STYLES = "CSL styles and locales"  # of many hands: each file says whose it is, under which licence
# What a text must hold to be the one that is asked for.
WORDS = {"ICU": "Unicode", "Hunspell": "MOZILLA PUBLIC LICENSE", "nlohmann-json": "Niels Lohmann", "CLI11": "University of Cincinnati", "toml++": "Mark Gillard",
         "libxml2": "Daniel Veillard", "SQLite": "public domain", "libzip": "Thomas Klausner", "zlib": "Jean-loup Gailly", "liblzma": "Lasse Collin",
         "citeproc-js": "Common Public Attribution License", "QuickJS": "Fabrice Bellard", "MinGW-w64": "Zope Public License"}


class Licences(unittest.TestCase):
    def test_every_component_has_a_text(self):
        for package in (licences.EXTENSION, licences.COMMAND, licences.COMMAND_FOR_WINDOWS):
            for name, texts in licences.components(package):
                self.assertTrue(texts or name.startswith(STYLES), f"THIRD-PARTY.md names no text of the licence of {name}")
        self.assertNotIn("licences-command/CLI11.txt", licences.texts(licences.EXTENSION))
        self.assertNotIn("licences-command/MinGW-w64.txt", licences.texts(licences.COMMAND))

    def test_the_build_has_these_texts_and_no_others(self):
        there = sorted(f"{folder}/{text.name}" for folder in ("licences", "licences-command") for text in (BUILD / folder).iterdir())
        self.assertEqual(there, licences.texts(licences.COMMAND_FOR_WINDOWS if SYSTEM == "Windows" else licences.COMMAND))
        for name in there:
            text = (BUILD / name).read_text(encoding="utf-8")
            words = [WORDS[pathlib.Path(name).stem]] if not name.endswith("/GCC.txt") else \
                ["GCC RUNTIME LIBRARY EXCEPTION", "GNU GENERAL PUBLIC LICENSE", "Hewlett-Packard", "Silicon Graphics"]
            for word in words:
                self.assertIn(word.lower(), text.lower(), name)

    def test_the_extension_has_its_texts(self):
        if not (BUILD / "soat.oxt").exists():
            self.skipTest("a build without the extension")
        with zipfile.ZipFile(BUILD / "soat.oxt") as oxt:
            self.assertEqual(sorted(name for name in oxt.namelist() if name.startswith("licences")), licences.texts(licences.EXTENSION))
            for name in licences.texts(licences.EXTENSION):
                self.assertEqual(oxt.read(name), (BUILD / name).read_bytes(), name)
            self.assertIn("THIRD-PARTY.md", oxt.namelist())

    def test_styles_and_locales_name_their_licence(self):
        folder = licences.TOP / "dictionaries/vi/citation"
        own = {name for line in (folder / "README.md").read_text(encoding="utf-8").splitlines() if line.endswith("| MPL-2.0 |")
               for name in re.findall(r"`([^`]+)`", line)}
        for file in [*folder.glob("styles/*.csl"), *folder.glob("locales/*.xml")]:
            if str(file.relative_to(folder)) not in own:
                self.assertIn("creativecommons.org/licenses/by-sa/3.0", file.read_text(encoding="utf-8"), file.name)


if __name__ == "__main__":
    SYSTEM = sys.argv.pop()
    BUILD = pathlib.Path(sys.argv.pop())
    unittest.main(argv=sys.argv)
