"""How long each command of the menu holds up the window of a long document, at most: Soát's own code, and all there is with what Writer makes of it
(layout, spelling, counting words); beside it what Writer does alone when the same changes are made by plain UNO calls in an office without Soát.
For measure_writer.py."""
import json
import os
import re
import tempfile
import threading
import time
import unicodedata

import support
from citation_support import IEEE, book, cite, item_name, set_property, zotero_citation, zotero_preferences
from probe import Probe, key_of, on_main_thread, ping_of, settle
from support import Dialog, ReviewPanel, until
from test_legacy_fonts import tcvn3

PATIENCE = 300


def without_marks(text):
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))).translate(str.maketrans("đĐ", "dD"))


def write_document(office, path, paragraphs, font=None, citations=False, entries=False):
    """Text, tables and notes; with citations of ours every tenth paragraph is marked English. entries: of the office's own bibliography."""
    document = office.new_document()
    text, cursor = document.Text, document.Text.createTextCursor()
    works = [book("w%d" % i, "Nguyễn", "Văn %d" % i, "Nhan đề số %d" % i, 1980 + i % 40) for i in range(100)]
    if font:
        cursor.CharFontName = font
    convert = (lambda t: t) if font is None else tcvn3
    for n, paragraph in enumerate(paragraphs):
        cursor.CharLocale = office.locale("en-US" if n % 10 == 9 and citations else "vi-VN")
        if citations and n % 30 == 3:
            paragraph += " Ngày 3/5/2020 và ngày 03-05-2020 họp ở tỉnh Đắk Lắk; ngày 4/5/2020 họp ở tỉnh Đắc Lắc."
        text.insertString(cursor, convert(paragraph), False)
        if citations and n % 15 == 4:
            place = text.createTextCursorByRange(text.getEnd())
            place.setString("[%d]" % n)
            mark = document.createInstance("com.sun.star.text.ReferenceMark")
            mark.setName(item_name(dict(zotero_citation("[%d]" % n, cite(works[n % 100])), citationID="c%d" % n), "%010d" % n))
            text.insertTextContent(place, mark, True)
            cursor.gotoEnd(False)
        if entries and n % 15 == 4:
            entry = document.createInstance("com.sun.star.text.textfield.Bibliography")
            entry.Fields = office.properties(Identifier="w%d" % (n % 100), BibiliographicType=1, Author="Nguyễn, Văn %d" % (n % 100),
                                             Title="Nhan đề số %d" % (n % 100), Year=str(1980 + n % 40))
            text.insertTextContent(cursor, entry, False)
        if n % 20 == 5:
            note = document.createInstance("com.sun.star.text.Footnote")
            text.insertTextContent(cursor, note, False)
            note.setString(convert("Xem nghành và mùa nứơc ở mục %d." % n))
            if font:
                inside = note.createTextCursor()
                inside.gotoEnd(True)
                inside.CharFontName = font
        text.insertControlCharacter(cursor, 0, False)
        if n % 50 == 7:
            table = document.createInstance("com.sun.star.text.TextTable")
            table.initialize(4, 3)
            text.insertTextContent(cursor, table, False)
            for name in table.getCellNames():
                table.getCellByName(name).setString("Ô %s của mục %d: các nghành nghề." % (name, n))
            cursor.gotoEnd(False)
    if citations:
        set_property(document, "ZOTERO_PREF", zotero_preferences(IEEE, prefs=(("fieldType", "ReferenceMark"),)))
    document.storeToURL(office.uno.systemPathToFileUrl(path), office.properties(FilterName="writer8"))
    document.close(True)


class Held:
    """For how long Soát's own code held the main thread, as the extension tells with SOAT_LOG=held: in milliseconds of processor time."""

    def __init__(self, office):
        self.office, self.begin = office, len(office.log())

    def longest(self):
        found = re.findall(r"soat: held ([0-9.]+) ms by (.*)", self.office.log()[self.begin:])
        return max(((float(one), place) for one, place in found), default=(0.0, ""))


class Results:
    def __init__(self):
        self.rows = {}

    def add(self, command, whose, seconds, probe, held):
        self.rows.setdefault(command, {})[whose] = (probe, held)
        print("   %-8s %-34s %7.2f s; main loop held up %5.0f ms at most, %5.0f without waiting for a processor; by Soát itself %4.0f (%s); noise %4.0f ms"
              % (whose, command, seconds, 1000 * probe.longest.seconds, 1000 * probe.worst.own, *held, 1000 * probe.noise), flush=True)

    def print(self):
        print("longest block of the main thread in ms; without the time that it waited for a processor (in brackets: by the clock, noise of the machine)")
        print("   %-36s %10s   %-24s %s" % ("", "Soát's own", "all, with Soát", "the same by plain UNO, Writer alone"))
        for command, by in self.rows.items():
            told = {whose: "%5.0f (%.0f, %.0f)" % (1000 * probe.worst.own, 1000 * probe.longest.seconds, 1000 * probe.noise) for whose, (probe, _) in by.items()}
            own = "%.0f" % by["Soát"][1][0] if "Soát" in by else "-"
            print("   %-36s %10s   %-24s %s" % (command, own, told.get("Soát", "-"), told.get("Writer", "-")))


class Session:
    """A document in a window of an office; measures what is done to it."""

    def __init__(self, office, results, whose, path, on_block=None, keys=False):
        self.office, self.results, self.whose, self.on_block = office, results, whose, on_block
        self.document = office.load(path, hidden=False)
        self.controller = self.document.getCurrentController()
        self.frame = self.controller.getFrame()
        self.ping = key_of(office) if keys else ping_of(office)
        if keys:
            window = self.frame.getContainerWindow()
            assert until(lambda: window.toFront() or support.active_window(office) == window), "the window does not come to the front"
            self.frame.getComponentWindow().setFocus()
        self.controller.getViewCursor().gotoStart(False)
        settle(office, 3)

    def measure(self, command, action, ready=lambda: True):
        hook = (lambda seconds: self.on_block(command, seconds)) if self.on_block else None
        held = Held(self.office)
        with Probe(self.office, hook, ping=self.ping) as probe:
            begin = time.monotonic()
            action()
            while not ready() and time.monotonic() - begin < PATIENCE:
                time.sleep(0.05)
            seconds = time.monotonic() - begin
            time.sleep(0.5)
            settle(self.office)  # what the command leaves Writer to do belongs to it
        self.results.add(command, self.whose, seconds, probe, held.longest())

    def dispatch(self, command):
        """Until the command has ended."""
        self.office.new("com.sun.star.frame.DispatchHelper").executeDispatch(self.frame, "vnd.org.soat:" + command, "_self", 0, ())

    def send(self, command):
        url = self.office.struct("com.sun.star.util.URL", Complete="vnd.org.soat:" + command)
        self.frame.queryDispatch(url, "_self", 0).dispatch(url, ())

    def window(self, title, patience):
        """The side panel without a title."""
        if title is None:
            return ReviewPanel.find(self.office, self.document, patience)
        return Dialog.find(self.office, title, patience)

    def said(self, title=None):
        try:
            dialog = self.window(title, 0.01)
            return dialog.text() if dialog else ""
        except Exception:  # the window is changing
            return ""

    def press(self, button, title=None):
        self.window(title, 5).press(button)

    def close_window(self, title, button="Đóng"):
        dialog = Dialog.find(self.office, title, patience=1)
        if dialog:
            dialog.press(button)

    def select_all(self):
        cursor = self.document.Text.createTextCursor()
        cursor.gotoEnd(True)
        self.controller.select(cursor)

    def paragraphs(self):
        found = self.document.Text.createEnumeration()
        while found.hasMoreElements():
            paragraph = found.nextElement()
            if paragraph.supportsService("com.sun.star.text.Paragraph"):
                yield paragraph

    def each(self, items, change):
        """Changes each on the main thread, the views waiting for some at a time; one undo step."""
        undo = self.document.getUndoManager()

        def change_some(some):
            self.document.lockControllers()
            for item in some:
                change(item)
            self.document.unlockControllers()
        undo.enterUndoContext("plain")
        for start in range(0, len(items), 8):
            on_main_thread(self.office, lambda: change_some(items[start:start + 8]))
        undo.leaveUndoContext()

    def undo(self, command):
        self.measure("undo: " + command, lambda: on_main_thread(self.office, lambda: self.document.getUndoManager().undo()))

    def close(self):
        self.document.setModified(False)
        self.document.close(True)


def review(session):
    said, press, undo = session.said, session.press, session.document.getUndoManager()

    def steps():
        return len(undo.getAllUndoActionTitles())

    def changed(before):
        return lambda: said() != before and "«" in said() and "%" not in said()

    session.measure("at rest", lambda: time.sleep(2))
    session.measure("check: first finding", lambda: session.send("check"), lambda: "«" in said())
    session.measure("check: all", lambda: None, lambda: "Còn " in said())
    for button in ("Chỗ tiếp theo", "Chỗ trước", "Bỏ qua chỗ này"):
        session.measure(button, lambda: press(button), changed(said()))
    begun = steps()
    session.measure("Sửa", lambda: press("Sửa"), lambda: steps() > begun and "«" in said())
    session.undo("Sửa")
    while "«nghành»" not in said():
        before = said()
        press("Chỗ tiếp theo")
        end = time.monotonic() + 10
        while not changed(before)() and time.monotonic() < end:
            time.sleep(0.02)
    begun = steps()
    session.measure("Sửa N chỗ giống thế này", lambda: press("Sửa N chỗ giống thế này"), lambda: steps() > begun and "Đã sửa" in said())
    print("     ", [line for line in said().splitlines() if "Đã sửa" in line])
    session.undo("Sửa N chỗ giống thế này")
    session.measure("Luôn bỏ qua chữ này", lambda: press("Luôn bỏ qua chữ này"), changed(said()))
    before = said()
    session.measure("Tắt quy tắc", lambda: (press("Tắt quy tắc…"), press("Tắt trong tài liệu này", "Soát")), changed(before))
    begun = steps()
    session.measure("Đặt tiếng Việt và soát", lambda: press("Đặt tiếng Việt và soát"),
                    lambda: steps() > begun and "Còn " in said() and "Không soát" not in said())
    session.undo("Đặt tiếng Việt và soát")
    # All that was marked is selected now, and Writer has not laid it out.
    session.measure("check after that: stopped at once", lambda: (session.send("check"), press("Dừng")), lambda: "Đã dừng" in said())
    session.controller.getViewCursor().gotoStart(False)
    settle(session.office)
    session.measure("check: stopped at once", lambda: (session.send("check"), press("Dừng")), lambda: "Đã dừng" in said())
    session.measure("clear the ignore list", lambda: (session.send("reset-ignored"), press("Xóa danh sách", "Soát")))


def plain_review(session):
    document = session.document
    session.measure("at rest", lambda: time.sleep(2))
    search = document.createSearchDescriptor()
    search.SearchString = "nghành"
    first = document.findFirst(search)
    session.measure("Chỗ tiếp theo", lambda: on_main_thread(session.office, lambda: session.controller.select(first)))
    session.measure("Sửa", lambda: on_main_thread(session.office, lambda: first.setString("ngành")))
    session.undo("Sửa")
    found = document.findAll(search)
    places = [found.getByIndex(i) for i in reversed(range(found.getCount()))]
    session.measure("Sửa mọi chỗ giống thế này", lambda: session.each(places, lambda place: place.setString("ngành")))
    session.undo("Sửa N chỗ giống thế này")
    english = [paragraph for paragraph in session.paragraphs() if paragraph.CharLocale.Language == "en"]
    session.measure("Đặt tiếng Việt và soát", lambda: session.each(english, lambda one: setattr(one, "CharLocale", session.office.locale())))
    session.undo("Đặt tiếng Việt và soát")


def whole_texts(session, command, name):
    """A command that changes all paragraphs; gives how they read afterwards."""
    session.select_all()
    settle(session.office)
    session.measure(name, lambda: session.dispatch(command))
    session.close_window("Thêm dấu tiếng Việt" if command == "restore" else "Chuyển phông cũ sang Unicode")
    after = [paragraph.getString() for paragraph in session.paragraphs()]
    session.undo(name)
    return after


def tones(session):
    title = "Thống nhất kiểu bỏ dấu"
    session.measure("unify-tones: count", lambda: session.send("unify-tones"), lambda: "Viết tất cả" in session.said("Soát"))
    other = next(button for button in Dialog.find(session.office, "Soát").buttons() if button.startswith("Kiểu") and "đa số" not in button)
    session.measure("unify-tones", lambda: session.press(other, "Soát"), lambda: "chữ" in session.said(title))
    print("     ", session.said(title))
    session.close_window(title)
    session.undo("unify-tones")


def others(session):
    """Comments, fixing all that is sure, and unifying wording. A report needs a window to choose a file in, which no headless office has."""
    title, document = "Soát tài liệu", session.document
    undo = document.getUndoManager()

    def steps():
        return len(undo.getAllUndoActionTitles())

    def notice():
        return session.said(title)
    session.send("check")
    until(lambda: "Còn " in session.said())
    settle(session.office)
    session.measure("comment", lambda: session.send("comment"), lambda: "nhận xét" in notice())
    print("     ", notice())
    session.close_window(title)
    session.measure("remove-comments", lambda: session.send("remove-comments"), lambda: "nhận xét" in notice())
    print("     ", notice())
    session.close_window(title)
    session.undo("remove-comments")
    session.undo("comment")
    sure = "Sửa mọi chỗ chắc chắn"
    session.measure("fix-sure: list", lambda: session.send("fix-sure"), lambda: "Sửa" in session.said(sure) or session.window(sure, 0.01))
    begun, button = steps(), next(name for name in session.window(sure, 5).buttons() if name.startswith("Sửa "))
    session.measure("fix-sure", lambda: session.press(button, sure), lambda: steps() > begun and "Đã sửa" in session.said())
    print("     ", [line for line in session.said().splitlines() if "Đã sửa" in line])
    session.undo("fix-sure")
    wording = "Thống nhất cách viết"
    session.measure("consistency", lambda: session.send("consistency"), lambda: "Đang đọc" not in (session.said(wording) or "Đang đọc"))
    window = session.window(wording, 5)
    enabled = [name for name, on in window.buttons().items() if name.startswith("Đổi ") and on]
    for line in window.lists()[0][:12]:
        if enabled:
            break
        window.choose(line)
        settle(session.office, quiet=0.3)
        enabled = [name for name, on in window.buttons().items() if name.startswith("Đổi ") and on]
    if enabled:
        begun = steps()
        session.measure("consistency: unify", lambda: session.press(enabled[0], wording), lambda: steps() > begun and "Đã đổi" in session.said(wording))
        print("     ", enabled[0])
        session.undo("consistency: unify")
    session.close_window(wording)


def plain_whole_texts(session, name, after, font=None):
    session.controller.getViewCursor().gotoStart(False)
    changes = [(paragraph, text) for paragraph, text in zip(session.paragraphs(), after) if paragraph.getString() != text]

    def change(item):
        # What stands beside notes cannot be set with them; the first portion stands for all.
        portion = item[0].createEnumeration().nextElement()
        portion.setString(item[1][:len(portion.getString())])
        if font:
            item[0].CharFontName = font
    session.measure(name, lambda: session.each(changes[::-1], change))
    session.undo(name)


def citations(session):
    service = session.office.new("org.soat.Citations")
    document = session.document
    place = document.Text.createTextCursor()
    place.goRight(40, False)
    work = json.dumps([cite(book("later", "Đỗ", "Văn", "Sách mới", 2020))])
    idle = lambda: not service.isBusy(document)  # noqa: E731
    session.measure("cite: insert", lambda: service.beginInsert(document, place, work), idle)
    session.undo("cite: insert")
    session.measure("cite: refresh", lambda: session.send("cite-refresh"), idle)
    session.close_window("Soát")
    session.controller.getViewCursor().gotoEnd(False)
    settle(session.office)
    session.measure("cite: settings", lambda: session.send("cite-settings"), lambda: session.window("Kiểu trích dẫn", 0.01))
    session.close_window("Kiểu trích dẫn", "Thôi")
    session.measure("cite: list", lambda: session.send("cite-bibliography"), idle)
    session.close_window("Soát")


def take_over(session):
    service = session.office.new("org.soat.Citations")
    steps = lambda: len(session.document.getUndoManager().getAllUndoActionTitles())  # noqa: E731
    session.measure("cite: take over: question", lambda: session.send("cite-take-over"), lambda: session.window("Soát", 0.01))
    yes = next(name for name in session.window("Soát", 5).buttons() if name.startswith("Chuyển"))
    begun = steps()
    session.measure("cite: take over", lambda: session.press(yes, "Soát"), lambda: steps() > begun and not service.isBusy(session.document))
    print("     ", yes, len(json.loads(service.list(session.document))["citations"]))
    session.undo("cite: take over")


def measure(paragraphs, wanted, keep=None, on_block=None, keys=False):
    """wanted: of check, others, restore, fonts, tones, citations; keep: a folder in which the documents are kept from one run to the next. keys:
    measures how long keys pressed meanwhile take to be heard, in windows on the screen of DISPLAY, instead of callbacks of the main loop."""
    results = Results()
    os.environ["SOAT_LOG"] = "held"
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or temporary
        paths = {name: os.path.join(folder, name + ".odt") for name in ("long", "bare", "legacy", "entries")}

        def session(office, whose, name):
            return Session(office, results, whose, paths[name], on_block, keys)

        needed_by = {"long": {"check", "others", "tones", "citations"}, "bare": {"restore"}, "legacy": {"fonts"}, "entries": {"citations"}}
        after = {}
        with support.new_office() as office:
            office.install()
            office.start(headless=not keys)
            support.use_our_spell_checker(office)
            support.wait_for_engine(office)
            texts = None
            for name, options in (("long", {"citations": True}), ("bare", {}), ("legacy", {"font": ".VnTime"}), ("entries", {"entries": True})):
                if not os.path.exists(paths[name]) and wanted & needed_by[name]:
                    texts = texts or list(paragraphs)
                    write_document(office, paths[name], [without_marks(text) for text in texts] if name == "bare" else texts, **options)
            if wanted & needed_by["long"]:
                one = session(office, "Soát", "long")
                print("commands on %d pages, %d paragraphs" % (one.controller.PageCount, one.document.ParagraphCount))
                if "check" in wanted:
                    review(one)
                if "others" in wanted:
                    others(one)
                if "tones" in wanted:
                    tones(one)
                if "citations" in wanted:
                    citations(one)
                one.close()
            if "citations" in wanted:
                one = session(office, "Soát", "entries")
                take_over(one)
                one.close()
            for name, command, document in (("restore", "restore", "bare"), ("fonts", "convert-fonts", "legacy")):
                if name in wanted:
                    one = session(office, "Soát", document)
                    after[name] = whole_texts(one, command, command)
                    one.close()
            office.stop()
        with support.new_office() as office:
            office.start(headless=not keys)
            if "check" in wanted:
                one = session(office, "Writer", "long")
                plain_review(one)
                one.close()
            for name, command, document, font in (("restore", "restore", "bare", None), ("fonts", "convert-fonts", "legacy", "Times New Roman")):
                if name in wanted:
                    one = session(office, "Writer", document)
                    plain_whole_texts(one, command, after[name], font)
                    one.close()
            office.stop()
    results.print()


def stack_of_main_thread(office):
    """For on_block while looking for a cause: prints where the main thread is, if gdb is there."""
    import subprocess
    from probe import MainThread
    pid = MainThread(office).path.split("/")[2]
    threading.Thread(target=lambda: print(subprocess.run(["gdb", "-p", pid, "-batch", "-ex", "thread 1", "-ex", "bt 40"], capture_output=True, text=True).stdout)).start()
