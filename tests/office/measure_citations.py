#!/usr/bin/python3
"""How long commands on citations take in a long document, and how long they keep the main loop from coming round. Prints figures and judges
nothing; a busy machine gives other figures.

    tests/office/measure_citations.py [CITATIONS] [opened|pasted]    (500; the package is build/release/soat.oxt or SOAT_OXT; opened: only
                                                                      documents that come from a file; pasted: as many citations pasted to those)
"""
import json
import os
import random
import statistics
import sys
import tempfile
import time

import support
from citation_support import APA, BGD, CHICAGO, IEEE, ISO_690, VANCOUVER, book, cite, item_name, set_property, zotero_citation, zotero_preferences
from probe import MainThread, on_main_thread, ping_of, processor_time, settle

FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Smith", "Jones")
SHIPPED = (("IEEE", IEEE, False), ("Vancouver", VANCOUVER, False), ("Bộ Giáo dục và Đào tạo", BGD, False), ("APA", APA, False), ("ISO 690", ISO_690, False),
           ("Chicago, footnotes", CHICAGO, True))
GIVEN = ("Văn An", "Thị Bình", "Minh Châu", "Út", "John", "Anna")


def long_document(office, citations, style, notes, seed=3):
    choose = random.Random(seed)
    works = [book("w%d" % i, choose.choice(FAMILIES), choose.choice(GIVEN), "Nhan đề số %d" % i, 1980 + i % 40) for i in range(citations * 2 // 3)]
    document = office.new_document(hidden=False)
    document.lockControllers()
    text = document.Text
    for i in range(citations):
        text.insertString(text.getEnd(), "Một câu có nguồn ", False)
        place = text
        if notes:
            place = document.createInstance("com.sun.star.text.Footnote")
            text.insertTextContent(text.getEnd(), place, False)
        cursor = place.createTextCursorByRange(place.getEnd())
        cursor.setString("[%d]" % i)
        mark = document.createInstance("com.sun.star.text.ReferenceMark")
        citation = zotero_citation("[%d]" % i, *(cite(work) for work in choose.sample(works, choose.choice((1, 1, 1, 2)))))
        mark.setName(item_name(dict(citation, citationID="c%d" % i), "%010d" % i))
        place.insertTextContent(cursor, mark, True)
        text.insertString(text.getEnd(), ". " if i % 5 else ".\r", False)
    document.unlockControllers()
    set_property(document, "ZOTERO_PREF", zotero_preferences(style, prefs=(("fieldType", "ReferenceMark"),) + ((("noteType", "1"),) if notes else ())))
    return document


def measure(office, name, citations, style, notes):
    document = long_document(office, citations, style, notes)
    service = office.new("org.soat.Citations")

    def timed(action):
        begin = time.monotonic()
        action()
        return time.monotonic() - begin

    print("%s, %d citations:" % (name, citations))
    print("   list (reads all): %.0f ms" % (1000 * timed(lambda: service.list(document))))
    print("   first insertion, nothing known yet: %.0f ms" % (1000 * insert(office, service, document, 7)))
    times = [insert(office, service, document, 11 + i) for i in range(7)]
    print("   next insertions, all on the main thread: %s ms (median %.0f)" % (", ".join("%.0f" % (1000 * t) for t in times), 1000 * statistics.median(times)))
    ping = ping_of(office)
    for which in ("first", "second"):
        open_window(office, document, which, ping)
    begin_in_background(office, service, document, 90, ping)
    document.getUndoManager().undo()
    begin_in_background(office, service, document, 3, ping)
    dispatcher = office.new("com.sun.star.frame.DispatchHelper")
    begin = time.monotonic()
    dispatcher.executeDispatch(document.getCurrentController().getFrame(), "vnd.org.soat:cite-refresh", "_self", 0, ())
    pings = pings_while_busy(service, document, ping)
    print("   full refresh in the background: %.1f s; %s" % (time.monotonic() - begin, told(pings)))
    document.getCurrentController().getViewCursor().gotoEnd(False)
    print("   list of sources put in: %.1f s" % timed(lambda: service.insertBibliography(document)))
    print("   insertion with the list: %.0f ms" % (1000 * insert(office, service, document, 23)))
    document.setModified(False)
    document.close(True)


def reopened(office, name, citations, style, notes):
    """A document that is opened from a file: the first insertion at once, and when something has been typed first."""
    document = long_document(office, citations, style, notes)
    properties = document.getDocumentProperties().getUserDefinedProperties()
    for one in [one.Name for one in properties.getPropertySetInfo().getProperties() if one.Name.startswith("ZOTERO_PREF")]:
        properties.removeProperty(one)
    set_property(document, "ZOTERO_PREF", zotero_preferences(style, prefs=(("fieldType", "ReferenceMark"),) + ((("noteType", "1"),) if notes else ())).replace("7.0.11", "Soat"))
    service = office.new("org.soat.Citations")
    service.refresh(document, False)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "long.odt")
        document.storeToURL("file://" + path, office.properties(FilterName="writer8"))
        support.close(office, document)
        for done in ("", ", cursor put, 15 s later", ", typed in, 15 s later"):
            document = office.load(path, hidden=False)
            time.sleep(5)
            if "cursor" in done:
                view = document.getCurrentController().getViewCursor()
                on_main_thread(office, lambda: view.goRight(3, False))
            if "typed" in done:
                document.Text.insertString(document.Text.getEnd(), "Chữ.", False)
            time.sleep(15 if done else 0)
            print("%s, %d citations, opened%s:" % (name, citations, done), flush=True)
            begin_in_background(office, service, document, 7, ping_of(office))
            support.close(office, document)


def pasted(office, citations):
    """All of a document copied and pasted behind itself: until the citations are there, without what follows in the background."""
    document = long_document(office, citations, IEEE, False)
    frame, view = document.getCurrentController().getFrame(), document.getCurrentController().getViewCursor()
    dispatcher, main = office.new("com.sun.star.frame.DispatchHelper"), MainThread(office)
    settle(office)
    everything = document.Text.createTextCursor()
    everything.gotoStart(False)
    everything.gotoEnd(True)
    document.getCurrentController().select(everything)
    for command, wanted in (("Copy", citations), ("Paste", 2 * citations)):
        if command == "Paste":
            view.gotoEnd(False)
        held, begin = main.had(), time.monotonic()
        on_main_thread(office, lambda: dispatcher.executeDispatch(frame, ".uno:" + command, "_self", 0, ()), 600)
        while document.getReferenceMarks().getCount() < wanted and time.monotonic() - begin < 900:
            time.sleep(0.05)
        print("%s, %d citations: %.2f s of the main thread, %.2f s by the clock" % (command, citations, main.had() - held, time.monotonic() - begin), flush=True)
    document.setModified(False)
    document.close(True)


def open_window(office, document, which, ping):
    """The window that inserts, until it has read the document and got ready."""
    frame = document.getCurrentController().getFrame()
    dispatcher = office.new("com.sun.star.frame.DispatchHelper")
    begin = time.monotonic()
    on_main_thread(office, lambda: dispatcher.executeDispatch(frame, "vnd.org.soat:cite-insert", "_self", 0, ()))
    pings = [ping()]
    while time.monotonic() - begin < 3:
        pings.append(ping())
    print("   window of insertion, %s time: %s" % (which, told(pings)))
    dialog = support.Dialog.find(office, "Chèn trích dẫn")
    if dialog:
        dialog.press("Thôi")


def pings_while_busy(service, document, ping):
    pings = [ping()]
    while service.isBusy(document) and len(pings) < 20000:
        pings.append(ping())
    return pings


def told(pings):
    return "main loop came round in %.0f ms (median), %.0f ms (99 of 100), %.0f ms (longest) of %d" % (
        1000 * statistics.median(pings), 1000 * sorted(pings)[int(0.99 * len(pings))], 1000 * max(pings), len(pings))


def begin_in_background(office, service, document, number, ping):
    """As the dialogs do it: until the text is there, until all is done, and how the main loop fares meanwhile."""
    place = document.Text.createTextCursor()
    place.gotoStart(False)
    place.goRight(number * 40, False)
    before = document.getReferenceMarks().getCount()
    work = json.dumps([cite(book("later%d" % number, "Đỗ", "Văn %d" % number, "Sách mới %d" % number, 2020))])
    main, used = MainThread(office), processor_time(office)
    held = main.had()
    begin = time.monotonic()
    blocked = on_main_thread(office, lambda: service.beginInsert(document, place, work))
    held = main.had() - held
    pings, there = [], None
    while there is None or service.isBusy(document):
        pings.append(ping())
        if there is None and document.getReferenceMarks().getCount() > before:
            there, used = time.monotonic() - begin, processor_time(office) - used
        if time.monotonic() - begin > 90:
            break
    print("   in the background, at %d: began in %.0f ms (%.0f of the processor), text there after %.0f ms (%.0f of the processor, all threads), "
          "all done after %.1f s; %s" % (number, 1000 * blocked, 1000 * held, 1000 * (there or float("nan")), 1000 * used, time.monotonic() - begin, told(pings)))


def insert(office, service, document, number):
    place = document.Text.createTextCursor()
    place.gotoStart(False)
    place.goRight(number * 40, False)
    work = json.dumps([cite(book("new%d" % number, "Đỗ", "Văn %d" % number, "Sách mới %d" % number, 2020))])
    return on_main_thread(office, lambda: service.insertAt(document, place, work))


def main():
    citations = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with support.new_office() as office:
        office.install()
        office.start()
        if "pasted" in sys.argv[2:]:
            pasted(office, citations)
            return
        for name, style, notes in SHIPPED:
            if "opened" not in sys.argv[2:]:
                measure(office, name, citations, style, notes)
            reopened(office, name, citations, style, notes)
        office.stop()


if __name__ == "__main__":
    main()
