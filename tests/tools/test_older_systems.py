"""The extension and the command ask for no symbol that a system of 2020 lacks: C library 2.31, C++ library of GCC 10."""
import re
import subprocess
import sys
import unittest

OBJDUMP = sys.argv.pop(1)
LIBRARY = sys.argv.pop(1)
NEWEST = {"GLIBC": (2, 31), "GLIBCXX": (3, 4, 28), "CXXABI": (1, 3, 12)}


class OlderSystemsTest(unittest.TestCase):
    def test_versions_of_what_is_asked_for(self):
        table = subprocess.run([OBJDUMP, "-T", LIBRARY], stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
        asked = re.findall(r"\*UND\*.*?\(?(GLIBC|GLIBCXX|CXXABI)_([0-9.]+)\)? +(\S+)", table)
        self.assertGreater(len(asked), 100)
        newer = ["%s (%s_%s)" % (symbol, family, version) for family, version, symbol in asked
                 if tuple(map(int, version.split("."))) > NEWEST[family]]
        self.assertEqual(newer, [])


if __name__ == "__main__":
    unittest.main()
