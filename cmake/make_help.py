#!/usr/bin/env python3
"""Makes a page for the browser of a guide in Markdown, with what the guides use of it: headings, paragraphs, lists, tables, blocks of code,
emphasis, code, pictures and links. Links to files beside the guide lead nowhere from the package, so only their text is left.

A comment <!-- help: WINDOW… --> before a heading says that what F1 opens in these windows is that chapter. The office opens files but no
places in files, so each window has a page of its own that goes on to the place in the guide.

    make_help.py LANGUAGE GUIDE.md FOLDER WINDOW…      FOLDER/LANGUAGE.html and FOLDER/LANGUAGE-WINDOW.html, one for each window"""
import html
import pathlib
import re
import sys
import urllib.parse

from make_texts import write

STYLE = """body{font:16px/1.55 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1,h2,h3{line-height:1.25}h2{border-bottom:1px solid #8886;padding-bottom:.2em;margin-top:2em}
table{border-collapse:collapse}td,th{border:1px solid #8888;padding:.3em .6em;text-align:left;vertical-align:top}
code,pre{font-family:monospace;background:#8882}code{padding:0 .2em}pre{padding:.7em;overflow-x:auto}nav a{display:block}
img{max-width:100%;height:auto;border:1px solid #8888}
@media(prefers-color-scheme:dark){body{color:#e8e8e8;background:#1e1e1e}a{color:#8ab4f8}}
"""


def slug(title):
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", re.sub(r"[`*]", "", title).lower()).replace(" ", "-")


def link(found):
    text, target = found.groups()
    if target.startswith(("#", "https://", "http://")):
        return '<a href="%s">%s</a>' % (target, text)
    return text


def picture(found):
    return '<img src="%s" alt="%s">' % (found.group(2), found.group(1).replace('"', "&quot;"))


def inline(text):
    parts = re.split(r"(`[^`]+`)", text)
    for i, part in enumerate(parts):
        if part.startswith("`") and len(part) > 2:
            parts[i] = "<code>%s</code>" % html.escape(part[1:-1])
            continue
        part = html.escape(part, quote=False)
        part = re.sub(r"!\[([^\]]*)\]\(([^)]*)\)", picture, part)
        part = re.sub(r"\[([^\]]+)\]\(([^)]+)\)", link, part)
        part = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", part)
        parts[i] = re.sub(r"(?<![\w*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\w*])", r"<em>\1</em>", part)
    return "".join(parts)


def table(lines):
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    out = ["<table>"]
    for number, row in enumerate(rows):
        if number == 1:
            continue  # the line below the head
        tag = "th" if number == 0 else "td"
        out.append("<tr>" + "".join("<%s>%s</%s>" % (tag, inline(cell), tag) for cell in row) + "</tr>")
    return out + ["</table>"]


def listed(lines):
    """A list, items of which go on in indented lines, and may hold a list."""
    ordered = bool(re.match(r"\d+\.", lines[0]))
    tag = "ol" if ordered else "ul"
    items = []
    for line in lines:
        start = re.match(r"(?:[*-]|\d+\.)\s+", line)
        if start:
            items.append([line[start.end():]])
        else:
            items[-1].append(line)
    out = ["<%s>" % tag]
    for item in items:
        inner = re.sub(r"(?m)^ {2,4}", "", "\n".join(item[1:]))
        out.append("<li>" + inline(item[0].strip() + " " + " ".join(part.strip() for part in inner.split("\n") if not re.match(r"[*-] ", part))).strip())
        nested = [part for part in inner.split("\n") if re.match(r"[*-] ", part)]
        out += (listed(nested) if nested else []) + ["</li>"]
    return out + ["</%s>" % tag]


def blocks(text):
    """Runs of lines that belong together."""
    block, fenced = [], False
    for line in text.split("\n"):
        if line.startswith("```"):
            fenced = not fenced
            block.append(line)
        elif line.strip() or fenced:
            if line.startswith("#") and not fenced:
                yield [line]
                continue
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def page(language, markdown):
    body, title = [], ""
    for block in blocks(re.sub(r"(?s)<!--.*?-->", "", markdown)):
        first = block[0]
        heading = re.match(r"(#+) (.*)", first)
        if heading:
            level = len(heading.group(1))
            title = title or heading.group(2)
            body.append('<h%d id="%s">%s</h%d>' % (level, slug(heading.group(2)), inline(heading.group(2)), level))
        elif first.startswith("```"):
            body.append("<pre>%s</pre>" % html.escape("\n".join(line for line in block if not line.startswith("```"))))
        elif first.startswith("    "):
            body.append("<pre>%s</pre>" % html.escape("\n".join(line[4:] for line in block)))
        elif first.startswith("|"):
            body += table(block)
        elif re.match(r"(?:[*-]|\d+\.)\s", first):
            body += listed(block)
        else:
            body.append("<p>%s</p>" % inline(" ".join(line.strip() for line in block)))
    return "\n".join(['<!DOCTYPE html>', '<html lang="%s">' % language, "<head>", '<meta charset="utf-8">', "<title>%s</title>" % html.escape(title),
                      "<style>", STYLE + "</style>", "</head>", "<body>", *body, "</body>", "</html>", ""])


def chapters(markdown):
    """{window: heading} as the guide's comments say."""
    found = {}
    for windows, heading in re.findall(r"<!-- help: ([^>]*?) -->\s*\n#+ (.*)", markdown):
        for window in windows.split():
            if window in found:
                raise ValueError("two chapters are for %s" % window)
            found[window] = heading
    return found


def way_to(language, heading):
    """The page that goes on to a chapter."""
    address = "%s.html#%s" % (language, urllib.parse.quote(slug(heading)))
    return '<!DOCTYPE html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url=%s">\n<title>%s</title>\n<a href="%s">%s</a>\n' % (
        address, html.escape(heading), address, html.escape(heading))


def main(arguments):
    language, guide, out, *windows = arguments
    markdown, folder = pathlib.Path(guide).read_text(encoding="utf-8"), pathlib.Path(out)
    of = chapters(markdown)
    if sorted(of) != sorted(windows):
        sys.exit("%s: the comments <!-- help: … --> do not name the windows that there are: %s" % (guide, " ".join(sorted(set(of) ^ set(windows)))))
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / (language + ".html"), page(language, markdown))
    for window, heading in of.items():
        write(folder / ("%s-%s.html" % (language, window)), way_to(language, heading))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
