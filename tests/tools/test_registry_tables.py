#!/usr/bin/env python3
"""The tables of what the extension registers: a fault is told with its line, and each part of a command stands where it belongs."""
import pathlib
import sys
import tempfile
import unittest

top = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(top / "cmake"))
import catalogue  # noqa: E402
import make_registry  # noqa: E402
import registry_tables  # noqa: E402


class CommandsTest(unittest.TestCase):
    def read(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder, "commands.txt")
            path.write_text(text, encoding="utf-8")
            return registry_tables.read_commands(path)

    def refused(self, text, words):
        with self.assertRaises(catalogue.Fault) as caught:
            self.read(text)
        self.assertIn(words, str(caught.exception))

    def test_faults(self):
        self.refused("check\n", "commands.txt:1: not a command's name and its function")
        self.refused("a do_a menu\nb do_b tolbar\n", "commands.txt:2: unknown word \"tolbar\"")
        self.refused("a do_a\na do_b\n", "commands.txt:2: a stands above already")
        self.refused("a do_a key=S\nb do_b key=S\n", "commands.txt:2: a has this key already")

    def test_a_command_stands_where_it_says(self):
        texts = {"vi": {"menu.soat": "S~oát", "menu.citations": "Trích", "menu.a": "~Ă…", "menu.b": "B"}, "en": {"menu.soat": "S", "menu.citations": "C", "menu.a": "~A…", "menu.b": "B & b"}}
        commands = self.read("a do_a menu toolbar key=S icon\n- menu\nb do_b counts menu/citations\nc do_c\n")
        addons = make_registry.Addons(commands, texts).text
        self.assertEqual(addons.count("vnd.org.soat:a<"), 3)  # menu, toolbar, image
        self.assertIn('<value xml:lang="en-US">~A…</value><value xml:lang="vi">~Ă…</value>', addons)
        self.assertIn('<value xml:lang="en-US">A</value><value xml:lang="vi">Ă</value>', addons)
        self.assertIn("B &amp; b", addons)
        self.assertNotIn("vnd.org.soat:c<", addons)
        self.assertLess(addons.index("private:separator"), addons.index("vnd.org.soat:b<"))
        self.assertIn("S_MOD1_MOD2", make_registry.Accelerators(commands).text)

    def test_a_command_in_a_menu_without_a_title(self):
        with self.assertRaises(catalogue.Fault):
            make_registry.Addons(self.read("a do_a menu\n"), {"vi": {"menu.soat": "S"}, "en": {"menu.soat": "S"}})

    def test_titles_without_a_command(self):
        commands = registry_tables.read_commands(top / "src/writer/commands.txt")
        shown = {"menu." + command.name for command in commands if command.places and command.name}
        shown |= {"menu.soat"} | {"menu." + place.partition("/")[2] for command in commands for place in command.places if place.startswith("menu/")}
        self.assertEqual({key for key in catalogue.read_catalogue(top / "texts")["en"] if key.startswith("menu.")}, shown)

    def test_icons_are_there(self):
        for command in registry_tables.read_commands(top / "src/writer/commands.txt"):
            for size in (16, 26) if command.icon else ():
                self.assertTrue((top / ("extension/icons/%s_%d.png" % (command.name, size))).exists(), command.name)


if __name__ == "__main__":
    unittest.main()
