"""What the office knows of the extension right after installation."""
import glob
import os
import re
import unittest
import zipfile

import support


class RegistrationTest(support.OfficeTest):
    def test_both_checkers_are_active_for_vietnamese(self):
        manager = self.office.new("com.sun.star.linguistic2.LinguServiceManager")
        locale = self.office.locale()
        self.assertEqual(list(manager.getConfiguredServices(support.PROOFREADER, locale)), ["org.soat.Proofreader"])
        self.assertIn("org.soat.SpellChecker", manager.getAvailableServices(support.SPELL_CHECKER, locale))

    def test_only_vietnamese(self):
        for name in ("org.soat.Proofreader", "org.soat.SpellChecker"):
            service = self.office.new(name)
            self.assertEqual([locale.Language for locale in service.getLocales()], ["vi"])
            self.assertTrue(service.hasLocale(self.office.locale("vi-VN")))
            self.assertFalse(service.hasLocale(self.office.locale("en-US")))

    def test_names_are_shown_in_the_language_of_the_interface(self):
        for name in ("org.soat.Proofreader", "org.soat.SpellChecker"):
            service = self.office.new(name)
            self.assertIn("tiếng Việt", service.getServiceDisplayName(self.office.locale("vi-VN")))
            self.assertIn("Vietnamese", service.getServiceDisplayName(self.office.locale("en-US")))

    def test_no_key_of_ours_is_one_of_the_office(self):
        registry = os.path.join(os.path.dirname(self.office.program), "share/registry")
        theirs = set()
        for path in glob.glob(os.path.join(registry, "*.xcd")):
            with open(path, encoding="utf-8") as f:
                theirs |= set(re.findall(r'oor:name="([A-Z0-9]+_MOD1_MOD2)"', f.read()))
        with zipfile.ZipFile(support.OXT) as package:
            ours = re.findall(r'oor:name="([A-Z0-9]+_MOD1_MOD2)"', package.read("registry/Accelerators.xcu").decode())
        self.assertIn("F_MOD1_MOD2", theirs)  # footnote
        self.assertIn("S_MOD1_MOD2", ours)
        self.assertEqual(sorted(theirs & set(ours)), [])
        self.assertEqual(len(ours), len(set(ours)))

    def test_the_guides_are_in_the_package(self):
        with zipfile.ZipFile(support.OXT) as package:
            for name, anchor in (("help/vi.html", "tùy-chọn"), ("help/en.html", "options")):
                page = package.read(name).decode()
                self.assertIn('id="%s"' % anchor, page)
                for target in re.findall(r'href="#([^"]+)"', page):
                    self.assertIn('id="%s"' % target, page)

    def test_services_are_what_they_say(self):
        for name, service in (("org.soat.Proofreader", support.PROOFREADER), ("org.soat.SpellChecker", support.SPELL_CHECKER),
                              ("org.soat.Commands", "com.sun.star.frame.ProtocolHandler"), ("org.soat.TextChecker", "org.soat.TextChecker"),
                              ("org.soat.PageSource", "org.soat.PageSource"), ("org.soat.SourceLibrary", "org.soat.SourceLibrary"),
                              ("org.soat.OptionsRules", "org.soat.OptionsRules"), ("org.soat.OptionsMarks", "org.soat.OptionsMarks"), ("org.soat.OptionsIgnored", "org.soat.OptionsIgnored"),
                              ("org.soat.OptionsHouse", "org.soat.OptionsHouse"), ("org.soat.OptionsLookup", "org.soat.OptionsLookup"),
                              ("org.soat.DocumentGuest", "com.sun.star.task.Job")):
            made = self.office.new(name)
            self.assertTrue(made.supportsService(service), name)
            self.assertIn(service, made.getSupportedServiceNames())


if __name__ == "__main__":
    unittest.main()
