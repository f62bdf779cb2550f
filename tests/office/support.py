"""What the office tests share: the package under test, and one office that most of them use."""
import atexit
import os
import sys
import unittest

top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(top, "packaging"))
import office_driver  # noqa: E402

OXT = os.path.abspath(os.environ.get("SOAT_OXT", os.path.join(top, "build/release/soat.oxt")))
PROOFREADER = "com.sun.star.linguistic2.Proofreader"
SPELL_CHECKER = "com.sun.star.linguistic2.SpellChecker"

_shared = None


def new_office(**keywords):
    return office_driver.Office(oxt=OXT, **keywords)


def shared_office():
    """A running headless office with the extension, ours the only Vietnamese spell checker in it."""
    global _shared
    if _shared is None:
        _shared = new_office()
        _shared.install()
        _shared.start()
        use_our_spell_checker(_shared)
        atexit.register(_end_shared)
    return _shared


def _end_shared():
    status = _shared.stop()
    if status != 0:
        print("the shared office ended with status %s: %s" % (status, _shared.log()[-2000:]), file=sys.stderr)
        os._exit(1)
    _shared.remove_profile()


def use_our_spell_checker(office):
    manager = office.new("com.sun.star.linguistic2.LinguServiceManager")
    manager.setConfiguredServices(SPELL_CHECKER, office.locale(), ("org.soat.SpellChecker",))


def units(text):
    """Length in UTF-16 units, which is what the office counts in."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text, start, length):
    return text.encode("utf-16-le", "surrogatepass")[2 * start:2 * (start + length)].decode("utf-16-le", "replace")


def proofread(office, text, start=0, properties=(), language="vi-VN"):
    proofreader = office.new("org.soat.Proofreader")
    return proofreader.doProofreading("1", text, office.locale(language), start, units(text), properties)


def marked(office, text, **keywords):
    """What the proofreader marks in a text, as strings."""
    return [cut(text, error.nErrorStart, error.nErrorLength) for error in proofread(office, text, **keywords).aErrors]


class OfficeTest(unittest.TestCase):
    """A test on the shared office; documents that it opens through new_document are closed after it."""

    def setUp(self):
        self.office = shared_office()
        self._documents = []

    def tearDown(self):
        for document in self._documents:
            document.setModified(False)
            document.close(True)

    def new_document(self, *paragraphs, **keywords):
        document = self.office.new_document(*paragraphs, **keywords)
        self._documents.append(document)
        return document
