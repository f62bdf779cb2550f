"""How long a key takes while a source is looked for in a library of 50,000: the times of the search itself, as the windows do it after each
key typed, over the bridge (about 0.2 ms of its own).

    /usr/bin/python3 tests/office/measure_library.py        SOAT_OXT names the package
"""
import json
import random
import time

import support

SYLLABLES = ("an bình cảnh chợ đình đò đồng gạo giang hậu hòa hương khánh lúa mai minh nam nghĩa nổi nước phù quê sa sông tân thanh thủy "
             "trà trung văn việt xuân yên").split()
COUNT = 50_000


def item(number, dice):
    words = dice.choices(SYLLABLES, k=8)
    return {"id": str(number), "type": "book", "title": " ".join(words).capitalize() + " %d" % number,
            "author": [{"family": dice.choice(SYLLABLES).capitalize(), "given": " ".join(dice.choices(SYLLABLES, k=2)).title()}],
            "issued": {"date-parts": [[dice.randint(1950, 2024)]]}, "publisher": dice.choice(SYLLABLES).capitalize()}


def main():
    dice = random.Random(7)
    with support.new_office() as office:
        office.install()
        office.start()
        library = office.new("org.soat.SourceLibrary")
        start = time.monotonic()
        library.add(json.dumps([item(i, dice) for i in range(COUNT)]), "keep")
        print("%d sources added in %.1f s" % (COUNT, time.monotonic() - start))
        times = []
        for query in ("sông hậu 19", "do ngang", "nguyen van", "lúa mùa nước nổi", "khanh hoa", "t"):
            for end in range(1, len(query) + 1):
                start = time.monotonic()
                library.search(query[:end], 200)
                times.append((1000 * (time.monotonic() - start), query[:end]))
        times.sort()
        print("ms a key: median %.1f, slowest %.1f (%r)" % (times[len(times) // 2][0], times[-1][0], times[-1][1]))
        office.stop()


if __name__ == "__main__":
    main()
