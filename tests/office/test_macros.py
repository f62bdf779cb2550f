"""The service for macros: the examples of docs/macros.md as they stand there, and what is promised there."""
import os
import re
import unittest

import support


def example(language):
    with open(os.path.join(support.top, "docs/macros.md"), encoding="utf-8") as f:
        return re.search(r"```%s\n(.*?)```" % language, f.read(), re.S).group(1)


class ScriptContext:
    """What LibreOffice puts into a Python macro's module."""

    def __init__(self, office):
        self.office = office

    def getComponentContext(self):
        return self.office.context


class MacrosTest(support.OfficeTest):
    def test_basic_example(self):
        libraries = self.office.new("com.sun.star.script.ApplicationScriptLibraryContainer")
        libraries.createLibrary("SoatTest")
        try:
            libraries.getByName("SoatTest").insertByName("Module1", example("basic"))
            factory = self.office.context.getValueByName("/singletons/com.sun.star.script.provider.theMasterScriptProviderFactory")
            script = factory.createScriptProvider("").getScript("vnd.sun.star.script:SoatTest.Module1.FirstFinding?language=Basic&location=application")
            self.assertRegex(script.invoke(("Các nghành nghề.",), (), ())[0], "^nghành -> ngành, ")
            self.assertEqual(script.invoke(("Các ngành nghề.",), (), ())[0], "nothing")
        finally:
            libraries.removeLibrary("SoatTest")

    def test_python_example(self):
        module = {"XSCRIPTCONTEXT": ScriptContext(self.office)}
        exec(example("python"), module)
        self.assertRegex(module["first_finding"]("Các nghành nghề."), "^nghành -> ngành, ")
        self.assertEqual(module["first_finding"]("Các ngành nghề."), "nothing")

    def test_what_a_finding_says(self):
        checker = self.office.new("org.soat.TextChecker")
        finding, = checker.check("Không sai.\n😀 Các nghành nghề.", "normal")
        self.assertEqual((finding.paragraph, finding.start, finding.end, finding.text), (1, 7, 13, "nghành"))
        self.assertEqual((finding.rule, finding.category, finding.severity), ("spelling.non-syllable", "spelling", "error"))
        self.assertGreater(finding.confidence, 0.5)
        self.assertLessEqual(finding.confidence, 1)
        self.assertIn("nghành", finding.message)

    clean = "Chị bán rau ở đầu chợ cho biết chị ra chợ từ bốn giờ nhưng đến bảy giờ vẫn chưa bán được mớ nào."

    def test_how_likely_a_machine_rewrote_it(self):
        checker = self.office.new("org.soat.TextChecker")
        first, = checker.assess(support.rewritten)
        self.assertGreater(first.probability, 0.7)
        self.assertLessEqual(first.probability, 1)
        self.assertRegex(first.evidence[0], "^[0-9]+ chỗ ")
        second, = checker.assess(self.clean)
        self.assertLess(second.probability, 0.1)
        self.assertEqual(second.evidence, ())
        document = self.new_document(support.rewritten, self.clean)
        assessed = checker.assessDocument(document)
        self.assertEqual(len(assessed), len(checker.paragraphsOf(document)))
        self.assertGreater(assessed[0].probability, assessed[1].probability)

    def test_unknown_profile(self):
        checker = self.office.new("org.soat.TextChecker")
        with self.assertRaises(Exception) as caught:
            checker.check("Không sai.", "lenient")
        self.assertTrue(type(caught.exception).__name__.endswith("IllegalArgumentException"))
        self.assertIn("lenient", str(caught.exception))

    def test_no_document(self):
        with self.assertRaises(Exception) as caught:
            self.office.new("org.soat.TextChecker").checkDocument(None, "normal")
        self.assertTrue(type(caught.exception).__name__.endswith("IllegalArgumentException"))

    def test_a_document(self):
        document = self.new_document("Không sai.", "Các nghành nghề.", "The rivver is wide, nghành.")
        paragraphs = document.Text.createEnumeration()
        for _ in range(3):
            paragraph = paragraphs.nextElement()
        paragraph.CharLocale = self.office.locale("en-US")
        checker = self.office.new("org.soat.TextChecker")
        self.assertEqual([(f.paragraph, f.text) for f in checker.checkDocument(document, "normal")], [(1, "nghành")])
        self.assertEqual(checker.paragraphsOf(document)[1], "Các nghành nghề.")


if __name__ == "__main__":
    unittest.main()
