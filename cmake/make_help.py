#!/usr/bin/env python3
"""Makes a page for the browser of a guide in Markdown, with what the guides use of it: headings, paragraphs, lists, tables, blocks of code,
emphasis, code and links. Links to files beside the guide lead nowhere from the package, so only their text is left.

    make_help.py LANGUAGE GUIDE.md OUT.html"""
import html
import pathlib
import re
import sys

from make_texts import write

STYLE = """body{font:16px/1.55 sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1,h2,h3{line-height:1.25}h2{border-bottom:1px solid #8886;padding-bottom:.2em;margin-top:2em}
table{border-collapse:collapse}td,th{border:1px solid #8888;padding:.3em .6em;text-align:left;vertical-align:top}
code,pre{font-family:monospace;background:#8882}code{padding:0 .2em}pre{padding:.7em;overflow-x:auto}nav a{display:block}
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


def inline(text):
    parts = re.split(r"(`[^`]+`)", text)
    for i, part in enumerate(parts):
        if part.startswith("`") and len(part) > 2:
            parts[i] = "<code>%s</code>" % html.escape(part[1:-1])
            continue
        part = html.escape(part, quote=False)
        part = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", part)
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


def main(arguments):
    language, guide, out = arguments
    path = pathlib.Path(out)
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, page(language, pathlib.Path(guide).read_text(encoding="utf-8")))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
