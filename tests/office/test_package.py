"""The package by itself, without an office."""
import os
import re
import struct
import subprocess
import sys
import tempfile
import unittest
import zipfile

import support

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../cmake"))
import registry_tables  # noqa: E402

CONSTRUCTORS = {service.constructor for service in registry_tables.read_services(os.path.join(os.path.dirname(__file__), "../../src/writer/services.txt"))}
# Debian 12 (bookworm), the oldest system that the extension is built for.
NEWEST = {"GLIBC": (2, 36), "GLIBCXX": (3, 4, 30), "CXXABI": (1, 3, 13), "LIBO_UDK": (5, 1)}
LIBRARIES = {"libuno_sal.so.3", "libuno_cppu.so.3", "libuno_cppuhelpergcc3.so.3", "libstdc++.so.6", "libm.so.6", "libgcc_s.so.1",
             "libc.so.6", "ld-linux-x86-64.so.2"}


class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.package = zipfile.ZipFile(support.OXT)
        cls.names = cls.package.namelist()
        cls.folder = tempfile.TemporaryDirectory()
        library = next(name for name in cls.names if name.endswith("/soat.so"))
        cls.library = cls.package.extract(library, cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        cls.package.close()
        cls.folder.cleanup()

    def test_library_exports_only_constructors(self):
        symbols = subprocess.run(["objdump", "-T", self.library], check=True, capture_output=True, text=True).stdout
        exported = {line.split()[-1] for line in symbols.splitlines() if " g " in line and "*UND*" not in line}
        self.assertEqual(exported, CONSTRUCTORS)

    def test_program_headers_stand_behind_the_pages_of_the_segments(self):
        """Otherwise the loader takes them from a page that it clears, and the first exception ends the office."""
        with open(self.library, "rb") as f:
            image = f.read()
        offset, = struct.unpack_from("<Q", image, 0x20)
        size, count = struct.unpack_from("<HH", image, 0x36)
        headers = [struct.unpack_from("<II4Q", image, offset + size * i) for i in range(count)]
        ends = [start + length for kind, _, start, _, _, length in headers if kind == 1]
        self.assertGreaterEqual(offset, -(-max(ends) // 0x10000) * 0x10000)

    def test_library_needs_nothing_newer_than_bookworm(self):
        symbols = subprocess.run(["objdump", "-T", self.library], check=True, capture_output=True, text=True).stdout
        needed = {}
        for name, version in re.findall(r"\((GLIBC|GLIBCXX|CXXABI|LIBO_UDK)_([0-9.]+)\)", symbols):
            needed[name] = max(needed.get(name, (0,)), tuple(int(part) for part in version.split(".")))
        self.assertTrue(needed)
        print("needs " + ", ".join("%s_%s" % (name, ".".join(map(str, version))) for name, version in sorted(needed.items())))
        for name, version in needed.items():
            self.assertLessEqual(version, NEWEST[name], name)

    def test_library_needs_only_what_every_office_has(self):
        headers = subprocess.run(["objdump", "-p", self.library], check=True, capture_output=True, text=True).stdout
        self.assertLessEqual(set(re.findall(r"NEEDED\s+(\S+)", headers)), LIBRARIES)
        self.assertNotRegex(headers, r"RPATH|RUNPATH")

    def test_licences_of_what_is_linked_are_in_it(self):
        for name in ("Hunspell", "ICU", "QuickJS", "citeproc-js", "libxml2"):
            self.assertIn("licences/%s.txt" % name, self.names)

    def test_size_without_the_model(self):
        """What is trained, the model and its word vectors, has a budget of its own. The citation engine with its libraries is half of the rest."""
        size = sum(info.compress_size for info in self.package.infolist() if not info.filename.endswith((".model", ".vectors")))
        print("package without the model: %.2f MB" % (size / 1e6))
        self.assertLessEqual(size, 8_000_000)

    def test_another_platform_does_not_load_the_library(self):
        manifest = self.package.read("META-INF/manifest.xml").decode()
        self.assertRegex(manifest, r'soat\.components" manifest:media-type="application/vnd\.sun\.star\.uno-components;platform=Linux_')

    def test_everything_in_the_manifest_is_in_the_package(self):
        manifest = self.package.read("META-INF/manifest.xml").decode()
        for name in re.findall(r'full-path="([^"]+)"', manifest):
            self.assertTrue(any(n == name or name.endswith("/") and n.startswith(name) for n in self.names), name)
        self.assertIn("LICENSE", self.names)
        self.assertTrue(any(name.startswith("dictionaries/vi/") for name in self.names))

    def test_description_tells_what_users_need(self):
        description = self.package.read("description.xml").decode()
        for wanted in ('identifier value="org.soat.writer"', "LibreOffice-minimal-version", 'name lang="vi"', 'name lang="en"', "MPL-2.0"):
            self.assertIn(wanted, description)
        for target in re.findall(r'xlink:href="([^"]+)"', description):
            if not target.startswith("http"):
                self.assertIn(target, self.names)

    def test_texts_are_the_same_in_both_languages(self):
        for name in self.names:
            if name.endswith("_vi_VN.properties"):
                keys = [{line.split("=")[0] for line in self.package.read(n).decode().splitlines()}
                        for n in (name, name.replace("_vi_VN", "_en_US"))]
                self.assertEqual(keys[0], keys[1], os.path.basename(name))


if __name__ == "__main__":
    unittest.main()
