#!/usr/bin/env python3
"""The guides name what is on the screen: every menu path that begins with Soát, and every name set in italics in the chapters about
windows, is the name of a command or a control in the extension's resources. Mnemonics have an ASCII letter, one each in a window."""
import pathlib
import re
import sys
import unittest
import xml.etree.ElementTree

top = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(top / "cmake"))
import catalogue  # noqa: E402
import make_registry  # noqa: E402
import registry_tables  # noqa: E402

LANGUAGES = {"vi": "docs/huong-dan.md", "en": "docs/user-guide.md"}
OOR, XML = "{http://openoffice.org/2001/registry}", "{http://www.w3.org/XML/1998/namespace}"


def menu(language):
    """The titles of the menu as a tree: {title: {title: …}}; of the toolbar nothing."""
    def titles(node):
        found = {}
        for child in node:
            title = next((v.text for p in child.findall("prop") if p.get(OOR + "name") == "Title" for v in p.findall("value")
                          if v.get(XML + "lang", "").split("-")[0] == language), None)
            submenu = next((c for c in child.findall("node") if c.get(OOR + "name") == "Submenu"), ())
            if title:
                found[title] = titles(submenu)
        return found
    commands = registry_tables.read_commands(top / "src/writer/commands.txt")
    root = xml.etree.ElementTree.fromstring((make_registry.XCU % ("Addons", make_registry.Addons(commands, catalogue.read_catalogue(top / "texts")).text)).encode("utf-8"))
    bar = next(node for node in root.iter("node") if node.get(OOR + "name") == "OfficeMenuBar")
    return titles(bar)


def plain(title):
    return title.replace("~", "")


def texts(language):
    return catalogue.read_catalogue(top / "texts")[language]


def controls(language):
    """{window: [labels]}, and what the program puts into windows as "Texts"."""
    windows = {}
    for key, text in texts(language).items():
        part, _, rest = key.partition(".")
        windows.setdefault(rest.split(".")[0] if part == "dialog" else "Texts", []).append((key, text))
    return windows


class GuideNamesTest(unittest.TestCase):
    def test_menu_paths(self):
        for language, guide in LANGUAGES.items():
            text = " ".join((top / guide).read_text(encoding="utf-8").split())
            paths = re.findall(r"\*\*(Soát →[^*]+)\*\*", text)
            self.assertGreater(len(paths), 4)
            for path in paths:
                level = menu(language)
                for name in path.split(" → "):
                    here = {plain(title): below for title, below in level.items()}
                    self.assertIn(name, here, "%s: %s" % (guide, path))
                    level = here[name]

    # Names in italics that are no controls: examples of text, and headings of paragraphs.
    NO_CONTROLS = re.compile(r"[0-9/]|^(Bibliography|English:|Tiếng Việt:|Hom |Hôm |Nguyễn|Smith|Nguồn: https|Nghị định|Không thấy|No underlines|Soát (báo|reports)|Đoạn này|This passage|do ngang|nguyen)")

    # The chapters whose italics are examples of faults; tests/tools/documented_examples.py reads these.
    EXAMPLES = ("What Soát finds", "Những gì Soát tìm")

    def test_names_of_controls(self):
        for language, guide in LANGUAGES.items():
            text = (top / guide).read_text(encoding="utf-8")
            known = {plain(value).rstrip(":") for labels in controls(language).values() for _, value in labels}
            known |= {plain(title) for title in self.all_titles(menu(language))}
            # Of a number that a button tells, the guides say "…" or nothing.
            known |= {re.sub(r" \(\{0\}\)", "", name).replace("{0}", "…") for name in known}
            # {0?1 Place|{0} Places}: of the two forms the plural.
            known |= {re.sub(r"\{\d\?[^|{}]*\|([^{}]*)\}", r"\1", name) for name in known}
            text = re.sub(r"```.*?```|\*\*[^*]+\*\*", " ", text, flags=re.S)
            chapters = re.split(r"^#+ ", text, flags=re.M)
            for chapter in chapters:
                if chapter.startswith(self.EXAMPLES):
                    continue
                for name in re.findall(r"(?<!\*)\*([A-ZÀ-ỸĐ][^*\n]*)\*", chapter):
                    if not self.NO_CONTROLS.search(name):
                        self.assertIn(name, known, "%s: *%s*" % (guide, name))

    def all_titles(self, tree):
        for title, below in tree.items():
            yield title
            yield from self.all_titles(below)

    def assert_mnemonics(self, where, labels):
        letters = [label[label.index("~") + 1].lower() for label in labels if "~" in label]
        for letter in letters:
            self.assertTrue(letter.isascii() and letter.isalnum(), "%s: the key %s cannot be typed" % (where, letter))
        self.assertEqual(len(letters), len(set(letters)), "%s: a key twice in %s" % (where, sorted(letters)))

    def test_mnemonics_can_be_typed_and_are_one_each(self):
        for language in LANGUAGES:
            for window, labels in controls(language).items():
                if window != "Texts":
                    self.assert_mnemonics("%s (%s)" % (window, language), [value for _, value in labels])
            known = texts(language)
            for first in [key for key in known if key.endswith(".yes")]:
                self.assert_mnemonics(first, [known[first], known[first[:-4] + ".no"]])
            def walk(name, tree):
                self.assert_mnemonics("menu %s (%s)" % (name, language), tree)
                for title, below in tree.items():
                    if below:
                        walk(title, below)
            for title, below in menu(language).items():
                walk(title, below)



if __name__ == "__main__":
    unittest.main()
