"""Ignored rules: gone at once, still gone after a restart, back after a reset."""
import unittest

import support
from support import marked

TEXT = "Mùa nứơc lên."


class IgnoringTest(unittest.TestCase):
    def test_writers_ignore_all_silences_one_wording_for_good(self):
        with support.new_office() as office:
            office.install()
            office.start()
            error, = support.proofread(office, TEXT).aErrors
            office.new("org.soat.Proofreader").ignoreRule(error.aRuleIdentifier, office.locale())
            self.assertEqual(marked(office, TEXT), [])
            self.assertEqual(marked(office, "Rồi nứơc xuống."), [])
            self.assertEqual(marked(office, "Việc tóan học."), ["tóan"])
            self.assertEqual(office.stop(), 0)

            office.start()
            self.assertEqual(marked(office, TEXT), [])
            self.assertEqual(office.stop(), 0)

    def test_an_ignored_rule_survives_a_restart(self):
        with support.new_office() as office:
            office.install()
            office.start()
            self.assertEqual(marked(office, TEXT), ["nứơc"])
            office.new("org.soat.Proofreader").ignoreRule("spelling.tone-placement", office.locale())
            self.assertEqual(marked(office, TEXT), [])
            self.assertEqual(office.stop(), 0)

            office.start()
            self.assertEqual(marked(office, TEXT), [])
            office.new("org.soat.Proofreader").resetIgnoreRules()
            self.assertEqual(marked(office, TEXT), ["nứơc"])
            self.assertEqual(office.stop(), 0)

            office.start()
            self.assertEqual(marked(office, TEXT), ["nứơc"])
            self.assertEqual(office.stop(), 0)


if __name__ == "__main__":
    unittest.main()
