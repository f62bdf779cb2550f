"""A screen of our own: Xvfb and openbox, a Writer window on it, keys and pictures."""
import os
import shutil
import subprocess
import sys
import time

top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [os.path.join(top, "tests/office"), os.path.join(top, "packaging")]
import support  # noqa: E402

SIZE = (1200, 800)


class Image:
    """A screenshot: rows of (r, g, b)."""

    def __init__(self, ppm):
        header, size, depth, self.pixels = ppm.split(b"\n", 3)
        assert header == b"P6" and depth == b"255", header
        self.width, self.height = (int(n) for n in size.split())

    def pixel(self, x, y):
        at = 3 * (y * self.width + x)
        return tuple(self.pixels[at:at + 3])

    def differs(self, other):
        """How many bytes are others."""
        return 0 if self.pixels == other.pixels else sum(a != b for a, b in zip(self.pixels, other.pixels))

    def count(self, box, matches):
        """How many pixels of the box (left, top, right, bottom) match."""
        left, upper, right, lower = box
        return sum(matches(self.pixel(x, y)) for y in range(max(0, upper), min(self.height, lower)) for x in range(max(0, left), min(self.width, right)))


def close_to(colour, tolerance=24):
    """Matches a pixel of that colour, also where smoothing has mixed it with at most two thirds of white."""
    wanted = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
    darkest = min(range(3), key=lambda i: wanted[i])

    def matches(pixel):
        share = (255 - pixel[darkest]) / (255 - wanted[darkest])
        return 0.33 <= share <= 1.1 and all(abs(255 - share * (255 - w) - p) <= tolerance for p, w in zip(pixel, wanted))
    return matches


class Screen:
    def __init__(self):
        for program in ("Xvfb", "openbox", "xdotool", "import"):
            if not shutil.which(program):
                raise RuntimeError("%s is missing; see packaging/debian-packages.test" % program)
        reader, writer = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "%dx%dx24" % SIZE, "-nolisten", "tcp"],
                                       pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            os.environ["DISPLAY"] = ":" + pipe.readline().strip()
        os.environ.update(SAL_USE_VCLPLUGIN="gtk3", NO_AT_BRIDGE="1", GTK_THEME="Adwaita", GDK_BACKEND="x11", LC_ALL="C.UTF-8")
        os.environ.pop("WAYLAND_DISPLAY", None)
        self.manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)

    def close(self):
        for process in (self.manager, self.server):
            process.terminate()
            process.wait()

    def picture(self):
        return Image(subprocess.run(["import", "-window", "root", "-depth", "8", "ppm:-"], check=True, capture_output=True, timeout=30).stdout)

    def still(self, patience=60):
        """Until what is on the screen has come to rest; a cursor may blink."""
        last = self.picture()

        def rests():
            nonlocal last
            last, before = self.picture(), last
            return last.differs(before) < 600
        return until(rests, patience, 0.4)

    def windows(self):
        """The windows that are seen, menus among them."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--maxdepth", "1", "--name", ""], capture_output=True, text=True, timeout=20)
        return set(found.stdout.split())

    def origin_of(self, panel):
        """Where the side panel begins on the screen; None if it is not there. The office knows only where things stand in it: the square with
        the colour of the first category is looked for in a picture."""
        square = panel.window.getControl("colour_0")
        colour, image = square.getModel().BackgroundColor, self.picture()
        wanted, place, size = (colour >> 16, colour >> 8 & 255, colour & 255), square.getPosSize(), range(square.getPosSize().Width)
        for y in range(image.height - 20):
            for x in range(image.width - 20):
                if image.pixel(x, y) == wanted and all(image.pixel(x + i, y + j) == wanted for i in size for j in size):
                    return x - place.X, y - place.Y
        return None

    def open_menu(self, action):
        """Does what opens a menu and waits until it is there; gives its window."""
        before = self.windows()
        action()
        opened = until(lambda: self.windows() - before)
        assert opened, "no menu has opened"
        self.still()
        return opened

    def chooser(self):
        """Waits for the window in which a file is chosen, until it has the keyboard."""
        def output(*arguments):
            return subprocess.run(["xdotool", *arguments], capture_output=True, text=True, timeout=20).stdout.split()

        def is_ready():
            found = output("search", "--onlyvisible", "--name", "^(Lưu|Save)")
            return found and output("getwindowfocus") and set(found) & set(output("getactivewindow"))
        found = until(is_ready)
        if not found:
            self.save("/tmp/soat-gui-failure.png")
        assert found, "no window to choose a file in (see /tmp/soat-gui-failure.png)"
        self.still()

    def save_as(self, file):
        """Types a file's name into that window."""
        self.chooser()
        self.key("ctrl+a")
        self.type(file)
        self.still()
        self.key("Return")

    def save(self, path):
        subprocess.run(["import", "-window", "root", "-strip", "-define", "png:exclude-chunks=date,time", path], check=True, timeout=30)

    def key(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True, timeout=10)
            time.sleep(0.15)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "40", text], check=True, timeout=60)

    def click(self, x, y, button=1):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", str(button)], check=True, timeout=10)
        time.sleep(0.2)

    def drag(self, start, end):
        for action in (["mousemove", *start], ["mousedown", 1], ["mousemove", *end], ["mouseup", 1]):
            subprocess.run(["xdotool", *map(str, action)], check=True, timeout=10)
            time.sleep(0.3)


def until(condition, patience=60, pause=0.2):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(pause)
    return condition()


def end(office, screen):
    """Ends Writer and its screen; an error with what Writer said last unless it ended as it should."""
    status, said = office.stop(), office.log()[-6000:]
    office.remove_profile()
    screen.close()
    assert status == 0, "Writer ended with status %s: %s" % (status, said)


def settings_of(office):
    """Soát's, to be read and changed."""
    node = office.struct("com.sun.star.beans.NamedValue", Name="nodepath", Value="/org.soat.Settings")
    provider = office.new("com.sun.star.configuration.ConfigurationProvider")
    return provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", (node,))


class WriterWindow:
    """Writer with one document, filling the screen."""

    count = 0

    def __init__(self, office, path=None, paragraphs=(), ours_alone=True, welcomed=True):
        """welcomed: whether the user has seen the bar that greets a new one."""
        self.office = office
        settings = settings_of(office)
        settings.Welcomed = welcomed
        settings.commitChanges()
        if ours_alone:
            support.use_our_spell_checker(office)
        if not path:
            WriterWindow.count += 1
            path = os.path.join(office.profile, "draft-%d.txt" % WriterWindow.count)
            with open(path, "w", encoding="utf-8") as f:
                f.write("\n".join(paragraphs))
        self.document = office.open_in_window(path)
        self.controller = self.document.getCurrentController()
        self.window = self.controller.getFrame().getContainerWindow()
        self.window.setPosSize(0, 0, SIZE[0], SIZE[1] - 22, 15)
        self.front()
        support.on_main_thread(office, self._copy)

    def _copy(self):
        """The document's text into the clipboard. Asked what is in an empty one, GTK takes turns of the main loop inside the office's asking; a
        document that is closed in such a turn ends the office (SwBaseShell::StateClpbrd goes on with its shell)."""
        self.controller.select(self.document.Text)
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(self.controller.getFrame(), ".uno:Copy", "", 0, ())
        self.controller.getViewCursor().gotoStart(False)

    def front(self):
        """Brings the window to the front, with the keyboard in its text."""
        def is_active():
            if support.active_window(self.office) == self.window:
                return True
            self.window.toFront()
            return False
        assert until(is_active), "the window does not come to the front"
        self.controller.getFrame().getComponentWindow().setFocus()

    def _contexts(self, accessible, depth=0):
        context = accessible.getAccessibleContext()
        yield context
        if depth < 14:
            for i in range(min(context.getAccessibleChildCount(), 1000)):
                child = context.getAccessibleChild(i)
                if child is not None:
                    yield from self._contexts(child, depth + 1)

    def paragraph(self, part):
        """The accessible paragraph of the document that has this text in it."""
        wanted = self.office.constant("com.sun.star.accessibility.AccessibleRole.PARAGRAPH")
        for context in self._contexts(self.controller.getFrame().getComponentWindow()):
            if context.getAccessibleRole() == wanted and part in context.getText():
                return context
        return None

    def box(self, word):
        """Where a word stands on the screen: left, top, right, bottom."""
        paragraph = self.paragraph(word)
        start = paragraph.getText().index(word)
        first, last = paragraph.getCharacterBounds(start), paragraph.getCharacterBounds(start + len(word) - 1)
        origin = paragraph.getLocationOnScreen()  # without what the window manager puts round the window
        frame = self.window.getPosSize()
        left, upper = origin.X + frame.X, origin.Y + frame.Y
        return (left + first.X, upper + first.Y, left + last.X + last.Width, upper + first.Y + first.Height)

    def select(self, word):
        search = self.document.createSearchDescriptor()
        search.SearchString = word
        search.SearchCaseSensitive = True
        self.controller.select(self.document.findFirst(search))

    def cursor_into(self, word):
        self.select(word)
        cursor = self.controller.getViewCursor()
        cursor.collapseToStart()
        cursor.goRight(2, False)

    def close(self):
        support.close(self.office, self.document)
