#!/usr/bin/env python3
"""The Debian packages of a build, put into an empty root and taken out again: all is there, the command works, nothing is left.

    packages.py BUILD
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import licences

TOP = pathlib.Path(__file__).resolve().parents[2]


def run(*command, **options):
    done = subprocess.run([str(one) for one in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


def files_below(folder):
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if not file.is_dir())


@unittest.skipUnless(shutil.which("dpkg-deb") and shutil.which("dpkg-shlibdeps"), "no dpkg")
class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        made = run(TOP / "packaging/make-debs", BUILD, cls.folder / "made", env={**os.environ, "SOAT_DEB_COMPRESSION": "none"})
        cls.debs = {pathlib.Path(line).name.split("_")[0]: pathlib.Path(line) for line in made.splitlines()}

    def dpkg(self, *arguments):
        run("dpkg", f"--root={self.root}", f"--log={self.folder}/dpkg.log", "--force-not-root", "--force-depends", "--force-architecture", *arguments)

    def install(self, package):
        self.root = self.folder / f"root-{package}"
        for name in ("updates", "info", "parts", "alternatives", "triggers"):
            (self.root / "var/lib/dpkg" / name).mkdir(parents=True)
        for name in ("status", "available", "diversions", "statoverride"):
            (self.root / "var/lib/dpkg" / name).touch()
        self.dpkg("--install", self.debs[package])

    def nothing_is_left_of(self, package):
        self.dpkg("--purge", package)
        self.assertEqual([name for name in files_below(self.root) if not name.startswith("var/lib/dpkg/")], [])
        self.assertFalse((self.root / "usr").exists())

    def holds_licences(self, package, kind):
        copyright = (self.root / f"usr/share/doc/{package}/copyright").read_text(encoding="utf-8")
        for word in ("MPL-2.0", "CC BY-SA 3.0"):
            self.assertIn(word, copyright)
        for name in licences.texts(kind):
            self.assertTrue((BUILD / name).read_text(encoding="utf-8") in copyright, f"{package} lacks {name}")

    def test_the_command(self):
        self.install("soat")
        draft = self.folder / "draft.txt"
        draft.write_text("Các nguời dân đi qua.\n", encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key not in ("SOAT_DATA", "DICPATH")}
        checked = subprocess.run([self.root / "usr/bin/soat", "check", "--format", "jsonl", draft], env=environment, capture_output=True, text=True)
        self.assertEqual([json.loads(line)["text"] for line in checked.stdout.splitlines()], ["nguời"], checked)
        for name in ("man/man1/soat.1.gz", "bash-completion/completions/soat", "zsh/vendor-completions/_soat", "fish/vendor_completions.d/soat.fish",
                     "doc/soat/changelog.gz", "doc/soat/changelog.Debian.gz", "soat/vi/soat.model"):
            self.assertTrue((self.root / "usr/share" / name).is_file(), name)
        self.holds_licences("soat", licences.COMMAND)
        self.nothing_is_left_of("soat")

    def test_the_extension(self):
        if "libreoffice-soat" not in self.debs:
            self.skipTest("a build without the extension")
        self.install("libreoffice-soat")
        there = self.root / "usr/lib/libreoffice/share/extensions/soat"
        with zipfile.ZipFile(BUILD / "soat.oxt") as oxt:
            names = [name for name in oxt.namelist() if not name.endswith("/") and not name.startswith(("licences/", "LICENSE", "THIRD-PARTY"))]
            self.assertEqual(files_below(there), sorted(names))
            for name in names:
                self.assertEqual((there / name).read_bytes(), oxt.read(name), name)
        self.holds_licences("libreoffice-soat", licences.EXTENSION)
        self.nothing_is_left_of("libreoffice-soat")

    def test_what_they_depend_on(self):
        depends = {name: run("dpkg-deb", "--field", deb, "Depends") for name, deb in self.debs.items()}
        self.assertIn("libc6", depends["soat"])
        self.assertIn("libreoffice-writer", depends.get("libreoffice-soat", "libreoffice-writer"))

    def test_the_same_build_gives_the_same_bytes(self):
        run(TOP / "packaging/make-debs", BUILD, self.folder / "again", env={**os.environ, "SOAT_DEB_COMPRESSION": "none"})
        for deb in self.debs.values():
            self.assertEqual((self.folder / "again" / deb.name).read_bytes(), deb.read_bytes(), deb.name)

    @unittest.skipUnless(shutil.which("lintian"), "no lintian")
    def test_lintian_has_nothing_to_say(self):
        for deb in self.debs.values():
            said = run("lintian", "--allow-root", "--fail-on", "none", deb).splitlines()
            self.assertEqual([line for line in said if line.startswith(("E:", "W:")) and "uses-no-compression" not in line], [])


if __name__ == "__main__":
    BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
    unittest.main(argv=sys.argv[:1])
