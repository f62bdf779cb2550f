"""How long the office's main thread is held up while something is done, and how much of that the machine itself is to blame for."""
import os
import threading
import time


def processes_of(office):
    """The office's processes: it has a process group of its own."""
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                if os.getpgid(int(entry)) == office.process.pid:
                    yield int(entry)
            except OSError:
                pass


def processor_time(office):
    """The processor's time that all threads of the office have had, in seconds."""
    ticks = 0
    for pid in processes_of(office):
        try:
            with open("/proc/%d/stat" % pid) as f:
                ticks += sum(int(field) for field in f.read().rsplit(")", 1)[1].split()[11:13])
        except OSError:
            pass
    return ticks / os.sysconf("SC_CLK_TCK")


def ping_of(office):
    """Gives a function that measures how long the main loop takes to come round, in seconds."""
    import unohelper  # the bridge must have been loaded by the driver before
    from com.sun.star.awt import XCallback

    class Answer(unohelper.Base, XCallback):
        at = None

        def notify(self, _):
            self.at = time.monotonic()

    loop = office.new("com.sun.star.awt.AsyncCallback")

    def ping(patience=120):
        answer, sent = Answer(), time.monotonic()
        loop.addCallback(answer, None)
        while answer.at is None and time.monotonic() - sent < patience:
            time.sleep(0.001)
        return (answer.at or time.monotonic()) - sent

    return ping


def key_of(office):
    """Gives a function that measures how long a key pressed in the office's window takes to be heard, in seconds. The key goes by way of the X
    server, as the user's does: what Writer does when idle (layout, spelling, counting words) makes way for it, but not for a callback. It changes
    nothing. The window of the office must have the keyboard; 0 for a key that is lost, as while windows open and close."""
    import ctypes
    import unohelper
    from com.sun.star.awt import XKeyHandler
    x11, xtest = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    x11.XFlush.argtypes = (ctypes.c_void_p,)
    xtest.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
    screen = x11.XOpenDisplay(None)
    if not screen:
        raise RuntimeError("no X server at DISPLAY")
    f12, number = 0xFFC9, office.constant("com.sun.star.awt.Key.F12")
    key = x11.XKeysymToKeycode(screen, f12)

    class Heard(unohelper.Base, XKeyHandler):
        at = None

        def keyPressed(self, event):
            if event.KeyCode != number:
                return False
            self.at = time.monotonic()
            return True

        def keyReleased(self, event):
            return event.KeyCode == number

        def disposing(self, _):
            pass

    heard, ping, toolkit = Heard(), ping_of(office), office.new("com.sun.star.awt.Toolkit")
    toolkit.addKeyHandler(heard)

    def press(patience=120):
        heard.at, sent = None, time.monotonic()
        for down in (1, 0):
            xtest.XTestFakeKeyEvent(screen, key, down, 0)
        x11.XFlush(screen)
        while heard.at is None and time.monotonic() - sent < patience:
            time.sleep(0.001)
            if time.monotonic() - sent > 0.4:
                ping()
                ping()
                time.sleep(0.05)
                if heard.at is None:
                    return 0.0
        return (heard.at or time.monotonic()) - sent

    press.toolkit = toolkit  # which forgets its handlers when nobody holds it
    return press


def on_main_thread(office, action, patience=120):
    """Runs action in a callback of the office's main loop: calls made in it run on that very thread. Gives the seconds."""
    import unohelper
    from com.sun.star.awt import XCallback
    ended, result = threading.Event(), []

    class Callback(unohelper.Base, XCallback):
        def notify(self, _):
            begin = time.monotonic()
            try:
                action()
            except Exception as error:
                print("   failed:", error)
            result.append(time.monotonic() - begin)
            ended.set()

    office.new("com.sun.star.awt.AsyncCallback").addCallback(Callback(), None)
    ended.wait(patience)
    return result[0] if result else float("nan")


class MainThread:
    """The processor's time that the office's main thread has had, and for how long it had to wait for it (schedstat of the kernel)."""

    def __init__(self, office):
        def memory(pid):
            with open("/proc/%d/statm" % pid) as f:
                return int(f.read().split()[1])
        pid = max(processes_of(office), key=memory)
        self.path = "/proc/%d/task/%d/schedstat" % (pid, pid)

    def _read(self, field):
        try:
            with open(self.path) as f:
                return int(f.read().split()[field]) / 1e9
        except OSError:
            return 0.0

    def had(self):
        return self._read(0)

    def waited(self):
        return self._read(1)


class Block:
    """A time in which the main loop did not come round: how long, since when, and for how long the main thread was ready but had no processor."""

    def __init__(self, seconds=0.0, at=0.0, waited=0.0):
        self.seconds, self.at, self.waited = seconds, at, waited

    @property
    def own(self):
        return max(0.0, self.seconds - self.waited)


class Probe:
    """Measures on a thread of its own, while it lives: `longest` by the clock, `worst` without what the main thread waited for a processor, and
    `noise`, by how much a thread that only sleeps for 10 ms oversleeps at most. on_block: called with the seconds so far when a block gets long.
    ping: see key_of(); otherwise ping_of()."""

    def __init__(self, office, on_block=None, long=0.1, ping=None):
        self._ping, self._main, self._ended, self._on_block, self._long = ping or ping_of(office), MainThread(office), threading.Event(), on_block, long
        self.longest, self.worst, self.noise, self.count = Block(), Block(), 0.0, 0
        self._sent = None

    def __enter__(self):
        self._threads = [threading.Thread(target=target) for target in (self._run, self._sleep, self._watch)]
        for thread in self._threads:
            thread.start()
        return self

    def _run(self):
        begin = time.monotonic()
        while not self._ended.is_set():
            waited, self._sent = self._main.waited(), time.monotonic()
            sent = self._sent
            took = self._ping()
            self._sent = None
            block = Block(took, sent - begin, min(took, self._main.waited() - waited))
            self.longest = max(self.longest, block, key=lambda one: one.seconds)
            self.worst = max(self.worst, block, key=lambda one: one.own)
            self.count += 1
            time.sleep(0.003)

    def _sleep(self):
        while not self._ended.is_set():
            begin = time.monotonic()
            time.sleep(0.01)
            self.noise = max(self.noise, time.monotonic() - begin - 0.01)

    def _watch(self):
        while self._on_block and not self._ended.is_set():
            sent = self._sent
            if sent is not None and time.monotonic() - sent > self._long:
                self._on_block(time.monotonic() - sent)
                while self._sent == sent:
                    time.sleep(0.005)
            time.sleep(0.005)

    def __exit__(self, *_):
        self._ended.set()
        for thread in self._threads:
            thread.join()


def settle(office, quiet=1.0, patience=120):
    """Until Writer's own idle work (layout, spelling) leaves the main loop alone for a while."""
    ping, main, begin = ping_of(office), MainThread(office), time.monotonic()
    since = begin
    while time.monotonic() - since < quiet and time.monotonic() - begin < patience:
        had = main.had()
        ping()
        time.sleep(0.05)
        if main.had() - had > 0.02:
            since = time.monotonic()
