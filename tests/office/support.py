"""What the office tests share: the package under test, and one office that most of them use."""
import atexit
import os
import re
import sys
import threading
import time
import unittest

top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(top, "packaging"))
import office_driver  # noqa: E402

OXT = os.path.abspath(os.environ.get("SOAT_OXT", os.path.join(top, "build/release/soat.oxt")))
PROOFREADER = "com.sun.star.linguistic2.Proofreader"
SPELL_CHECKER = "com.sun.star.linguistic2.SpellChecker"

_shared = None

# A paragraph as programs that rewrite articles leave it.
rewritten = ("Phát biểu tại buổi lễ, cô hiệu to lớn nhấn mạnh nhiệm vụ trọng tâm của nhà ngôi trường là cải thiện chất đong dạy và học, "
             "xây dựng đội năm giáo hòn vững vàng về chuyên môn, góp phần phát triển kinh tế - làng mạc hội; các cơ bắp quan, "
             "đối kháng vị trên địa bàn ngày càng quan tâm đến sự nghiệp đạo dục.")

# Only strict tells of a word of it, with a confidence in the midst of what only strict shows.
DOUBTFUL = "Chúng tôi cùng nhau đi dạo trong công viên và rất là hoạt đông."


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
        wait_for_engine(_shared)
        atexit.register(_end_shared)
    return _shared


def _end_shared():
    status = _shared.stop()
    if status != 0:
        print("the shared office ended with status %s: %s" % (status, _shared.log()[-6000:]), file=sys.stderr)
        os._exit(1)
    _shared.remove_profile()


def on_main_thread(office, action):
    """What action gives, called by the office's main thread. The office tells its documents of a change of checkers or dictionaries with the lock
    of its linguistics held: told by another thread while the main one checks spelling, each waits for the other for ever."""
    import unohelper  # the bridge must have been loaded by the driver before
    from com.sun.star.awt import XCallback
    done, results, failed = threading.Event(), [], []

    class Callback(unohelper.Base, XCallback):
        def notify(self, _):
            try:
                results.append(action())
            except Exception as error:
                failed.append(error)
            finally:
                done.set()

    office.new("com.sun.star.awt.AsyncCallback").addCallback(Callback(), None)
    assert done.wait(60), "the main thread of the office does not answer"
    if failed:
        raise failed[0]
    return results[0]


def close(office, document):
    """As the user closes a document: on the main thread. One that another thread closes loses its window there without the office's lock, while
    the main thread may be in it."""
    def close_it():
        document.setModified(False)
        document.close(True)
    on_main_thread(office, close_it)


def top_window(office, title):
    """The visible window with this title; None if there is none. The office looks through its windows without its lock (VCLXToolkit::getTopWindow),
    and makes a peer for one that the main thread is just creating: asked for by another thread, that window cannot be created."""
    toolkit = office.new("com.sun.star.awt.Toolkit")

    def look():
        windows = (toolkit.getTopWindow(i) for i in range(toolkit.getTopWindowCount()))
        return next((window for window in windows if hasattr(window, "getTitle") and window.getTitle() == title and window.isVisible()), None)
    return on_main_thread(office, look)


def active_window(office):
    """The window that has the keyboard; on the main thread as top_window() is."""
    return on_main_thread(office, office.new("com.sun.star.awt.Toolkit").getActiveTopWindow)


def set_spell_checkers(office, names):
    manager = office.new("com.sun.star.linguistic2.LinguServiceManager")
    on_main_thread(office, lambda: manager.setConfiguredServices(SPELL_CHECKER, office.locale(), tuple(names)))


def use_our_spell_checker(office):
    set_spell_checkers(office, ["org.soat.SpellChecker"])


def wait_for_engine(office):
    """Until the data is loaded; before that the spell checker takes every word to be right, and asks to be asked again."""
    office.new("org.soat.TextChecker").check("", "normal")


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


def until(condition, patience=20):
    """Waits for a condition; gives what it gave last."""
    end = time.monotonic() + patience
    while not (held := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return held


class OfficeTest(unittest.TestCase):
    """A test on the shared office; documents that it opens through new_document are closed after it."""

    def setUp(self):
        self.office = shared_office()
        self._documents = []

    def tearDown(self):
        for document in self._documents:
            close(self.office, document)

    def dispatch_and_wait(self, document, command):
        """Dispatches a command that counts, as the menu does, on a thread that waits for the answer; gives what ends, with the number, when it has come."""
        frame = document.getCurrentController().getFrame()
        helper = self.office.new("com.sun.star.frame.DispatchHelper")
        answer = []
        waiting = threading.Thread(target=lambda: answer.append(helper.executeDispatch(frame, command, "_self", 0, ())))
        waiting.start()

        def end():
            waiting.join(20)
            self.assertFalse(waiting.is_alive())
            return answer[0].Result
        return end

    def linguistic_events(self, service):
        """What a spell checker or proofreader asks the office to check again, as it comes."""
        import unohelper  # the bridge must have been loaded by the driver before
        from com.sun.star.linguistic2 import XLinguServiceEventListener
        told = []

        class Listener(unohelper.Base, XLinguServiceEventListener):
            def processLinguServiceEvent(self, event):
                told.append(event.nEvent)

            def disposing(self, _):
                pass

        listener = Listener()
        service.addLinguServiceEventListener(listener)
        self.addCleanup(service.removeLinguServiceEventListener, listener)
        return told

    def new_document(self, *paragraphs, **keywords):
        document = self.office.new_document(*paragraphs, **keywords)
        self._documents.append(document)
        return document


class Dialog:
    """One of the extension's dialogs, found and used through the accessibility interfaces as an assistive technology would."""

    ROLE = "com.sun.star.accessibility.AccessibleRole."

    def __init__(self, office, window):
        self.office = office
        self.window = window

    @classmethod
    def find(cls, office, title, patience=30):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            window = top_window(office, title)
            if window is not None:
                return cls(office, window)
            time.sleep(0.05)
        return None

    def _root(self):
        return self.window.getAccessibleContext()

    def _all(self):
        waiting = [self._root()]
        while waiting:
            one = waiting.pop()
            yield one
            waiting += self._children(one)

    def _children(self, one):
        """Those there are; a window may drop and make some while it is read."""
        found = []
        for i in range(one.getAccessibleChildCount()):
            try:
                child = one.getAccessibleChild(i)
            except Exception as error:  # pyuno makes its exception types as it goes
                if type(error).__name__.endswith("IndexOutOfBoundsException"):
                    break
                raise
            if child is not None:  # most are their own context, and to ask for it costs as much as to ask for the child
                found.append(child if hasattr(child, "getAccessibleRole") else child.getAccessibleContext())
        return found

    def _of_role(self, role):
        wanted = self.office.constant(self.ROLE + role)
        return [one for one in self._all() if one.getAccessibleRole() == wanted]

    def buttons(self):
        enabled = self.office.constant("com.sun.star.accessibility.AccessibleStateType.ENABLED")
        return {one.getAccessibleName(): self._has_state(one, enabled) for one in self._of_role("PUSH_BUTTON")}

    def boxes(self):
        """The check boxes that are to be seen, and whether they are checked."""
        showing, checked = (self.office.constant("com.sun.star.accessibility.AccessibleStateType." + name) for name in ("SHOWING", "CHECKED"))
        return {one.getAccessibleName(): self._has_state(one, checked) for one in self._of_role("CHECK_BOX") if self._has_state(one, showing)}

    def toggle(self, beginning):
        """The check box whose text begins so."""
        next(one for one in self._of_role("CHECK_BOX") if one.getAccessibleName().startswith(beginning)).doAccessibleAction(0)

    def _has_state(self, one, state):
        states = one.getAccessibleStateSet()
        return bool(states & state) if isinstance(states, int) else states.contains(state)  # 25.2 gives a number

    def press(self, name, wait=True):
        """wait: until what the button does has been done, or has a window of its own open."""
        self._press(next(one for one in self._of_role("PUSH_BUTTON") if one.getAccessibleName() == name), wait)

    def _press(self, button, wait):
        button.doAccessibleAction(0)
        for _ in range(2 if wait else 0):  # the office posts the press, and the extension posts what it does then
            on_main_thread(self.office, lambda: None)

    def type(self, label, text):
        """Puts a text into the field that follows a label (which begins so), as if it were typed."""
        fields = self._in_order()
        at = next(i for i, one in enumerate(fields) if one.getAccessibleRole() == self.office.constant(self.ROLE + "LABEL")
                  and one.getAccessibleName().startswith(label))
        field = next(one for one in fields[at + 1:] if hasattr(one, "setText") and self._is_editable(one))
        field.setText(text)

    def _is_editable(self, one):
        return self._has_state(one, self.office.constant("com.sun.star.accessibility.AccessibleStateType.EDITABLE"))

    def _in_order(self):
        waiting = [self._root()]
        found = []
        while waiting:
            one = waiting.pop(0)
            found.append(one)
            waiting[:0] = self._children(one)
        return found

    def items(self):
        return [one.getAccessibleName() for one in reversed(self._of_role("LIST_ITEM"))]

    def lists(self):
        """The lines of each list that is no drop-down, in the order of the dialog."""
        found = []
        for one in self._in_order():
            if one.getAccessibleRole() == self.office.constant(self.ROLE + "LIST"):
                parent = one.getAccessibleParent()
                if parent and parent.getAccessibleContext().getAccessibleRole() == self.office.constant(self.ROLE + "COMBO_BOX"):
                    continue
                found.append([one.getAccessibleChild(i).getAccessibleContext().getAccessibleName() for i in range(one.getAccessibleChildCount())])
        return found

    def choose(self, line):
        """Chooses the line of a list, as a click does; in a list of which several can be chosen besides those that are."""
        for one in self._in_order():
            if one.getAccessibleRole() != self.office.constant(self.ROLE + "LIST"):
                continue
            for i in range(one.getAccessibleChildCount()):
                if one.getAccessibleChild(i).getAccessibleContext().getAccessibleName() == line:
                    one.selectAccessibleChild(i)
                    return
        raise LookupError(line)

    def text(self):
        """Labels and text fields."""
        return "\n".join([one.getAccessibleName() for one in self._of_role("LABEL")] + [one.getText() for one in self._all() if hasattr(one, "getText")])


class ReviewPanel(Dialog):
    """The side panel of a document's window."""

    DECK, PANEL = "SoatDeck", "SoatPanel"

    def __init__(self, office, document, window):
        super().__init__(office, window)
        self.document = document

    @classmethod
    def find(cls, office, document, patience=8):
        """None if the sidebar does not show it."""
        end = time.monotonic() + patience
        while True:
            window = cls._window(document)
            if window is not None:
                return cls(office, document, window)
            if time.monotonic() > end:
                return None
            time.sleep(0.05)

    @classmethod
    def _window(cls, document):
        sidebar = document.getCurrentController().getSidebar()
        decks = sidebar.getDecks() if sidebar is not None and sidebar.isVisible() else None
        deck = decks.getByName(cls.DECK) if decks is not None and decks.hasByName(cls.DECK) else None
        if deck is None or not deck.isActive():
            return None
        try:
            panels = deck.getPanels()  # reads the deck's name in the deck, which must live as long
            window = panels.getByName(cls.PANEL).getDialog()
            return window if hasattr(window, "getControl") else None  # at first it is empty
        except Exception as error:  # pyuno makes its exception types as it goes
            if type(error).__name__.endswith("NoSuchElementException"):
                return None  # the deck fills by and by
            raise

    def _root(self):
        return self.window.getPeer().getAccessibleContext()  # as a screen reader comes to it

    def _children(self, one):
        """Without the cells of the list, of which there may be thousands."""
        return [] if one.getAccessibleRole() == self.office.constant(self.ROLE + "TABLE") else super()._children(one)

    def rows(self):
        """What the rows of the list show, without the colours."""
        data = self.window.getControl("findings").getModel().GridDataModel

        def read():  # on the main thread, which alone may change them
            return [tuple(data.getRowData(row)[1:3]) for row in range(data.RowCount)]

        return on_main_thread(self.office, read)

    def choose_row(self, row):
        self.window.getControl("findings").deselectAllRows()
        self.window.getControl("findings").selectRow(row)

    def selected(self):
        """The number of the chosen row."""
        return self.window.getControl("findings").getSelectedRows()[0]

    def press(self, name, wait=True):
        """name: or how the button's label begins, where it tells a number behind that."""
        buttons = self._of_role("PUSH_BUTTON")
        same = [one for one in buttons if one.getAccessibleName() == name]
        alike = [one for one in buttons if re.sub(r"\d+", "N", one.getAccessibleName()) == name]
        self._press((same or alike)[0], wait)

    def pick(self, field, line):
        """Chooses a line of a drop-down."""
        control = self.window.getControl(field)
        control.selectItemPos(control.getItems().index(line), True)

    def status(self):
        """The line below the choices: how far the check is, or how many places there are."""
        return self.window.getControl("status").getText()
