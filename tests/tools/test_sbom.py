#!/usr/bin/env python3
"""The list of what is in the packages (SPDX): every component of THIRD-PARTY.md, each with a licence, all references resolved."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

TOP = pathlib.Path(__file__).resolve().parents[2]


class Sbom(unittest.TestCase):
    def test_every_component_is_listed(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "sbom.json"
            subprocess.run([sys.executable, "-B", TOP / "packaging/make-release", "--sbom", file], check=True)
            sbom = json.loads(file.read_text(encoding="utf-8"))
        names = [package["name"] for package in sbom["packages"]]
        for name in ("soat", "ICU", "Hunspell", "libxml2", "libzip", "zlib", "liblzma", "SQLite", "CLI11", "toml++", "nlohmann-json",
                     "citeproc-js", "QuickJS", "MinGW-w64 runtime", "C++ library of GCC", "CSL styles and locales"):
            self.assertIn(name, names)
        for package in sbom["packages"]:
            self.assertTrue(package["licenseConcluded"], package)
            self.assertRegex(package["SPDXID"], r"^SPDXRef-[A-Za-z0-9.-]+$")
        known = {package["SPDXID"] for package in sbom["packages"]} | {"SPDXRef-DOCUMENT"}
        self.assertEqual(len(known), len(names) + 1)
        for relation in sbom["relationships"]:
            self.assertIn(relation["spdxElementId"], known)
            self.assertIn(relation["relatedSpdxElement"], known)
        self.assertEqual(len(sbom["relationships"]), len(names))
        npm = json.loads((TOP / "package.json").read_text(encoding="utf-8"))["devDependencies"]
        references = [one["referenceLocator"] for package in sbom["packages"] for one in package.get("externalRefs", [])]
        for name, version in npm.items():
            self.assertIn(f"pkg:npm/{name}@{version}", references)


if __name__ == "__main__":
    unittest.main()
