"""Students' Markdown is shown as they meant it, and can do nothing."""

import re

import pytest

from autograder.reports.pages.markdown import rendered

HARMLESS = {
    *("p", "strong", "em", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def tags_in(html):
    """The tags of some HTML, each as its name and the rest of it."""
    return re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)([^>]*)>", html)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <b onclick='alert(1)'>b</b>",
        "[click](javascript:alert(1))",
        "[click](https://example.org)",
        "<https://example.org>",
        "![seen](https://example.org/pixel.png)",
        '![a" onerror="alert(1)](x.png)',
        "[a]: https://example.org\n\n[a] ![a]",
        "# A heading\n\n## Another",
        "```html\n<script>\n```",
        "    <script>",
        "`<script>`",
        "$<script>$ and $$\n</p><script>\n$$",
        "| <script> | b |\n|---|---|\n| ![x](y) | d |",
        "&lt;script&gt; &#60;script&#62;",
        '<p style="position:fixed">',
        '```a"onmouseover="alert(1)\nx\n```',
    ],
)
def test_no_markup_but_plain_text_layout_comes_out(text):
    html = rendered(text)
    assert {name for name, _ in tags_in(html)} <= HARMLESS
    assert all(re.fullmatch(r'( class="language-[^"]+")?\s*/?', rest) for _, rest in tags_in(html))


def test_headings_are_bold_lines_since_the_page_has_its_own():
    assert rendered("# Why") == "<p><strong>Why</strong></p>\n"


def test_formulas_stay_as_they_were_typed():
    assert "<code>$a*b*c \\\\ d_{1}$</code>" in rendered(r"So $a*b*c \\ d_{1}$.")
    assert "<code>$$x &lt; y$$</code>" in rendered("$$\nx < y\n$$")


def test_a_picture_is_named_in_words():
    assert "[picture: my plot]" in rendered("![my plot](attachment:a.png)")


def test_lists_tables_and_code_are_laid_out():
    html = rendered("- one\n- two\n\n| a |\n|---|\n| 1 |\n\n`x[0]`")
    for tag in ("<li>one</li>", "<td>1</td>", "<code>x[0]</code>"):
        assert tag in html


@pytest.mark.parametrize("text", ["a\u202eb", "a&#8238;b", "a\x07b", "a&#x2066;b"])
def test_no_character_steers_the_reader(text):
    assert "a?b" in rendered(text)


@pytest.mark.parametrize(
    "part", ["[", "![", "*a **b ", ">", "- ", "`", "$", "|a", "(", "<", "&", "\\", "# ", "~~~\n"]
)
def test_twenty_thousand_characters_of_anything_are_rendered(part):
    html = rendered((part * 20_000)[:20_000])
    assert {name for name, _ in tags_in(html)} <= HARMLESS


PICTURES = (("a b.png", "data:image/png;base64,AAAA"), ("left.gif", "data:image/gif;base64,BBBB"))


def test_attached_pictures_are_shown_where_they_stand_and_the_others_below():
    html = rendered("See ![my *sketch*](attachment:a%20b.png) here.", PICTURES)
    first, last = tags_in(html)[1], tags_in(html)[-2]
    assert first == ("img", ' alt="my *sketch*" src="data:image/png;base64,AAAA"')
    assert last == ("img", ' alt="left.gif" src="data:image/gif;base64,BBBB"')
    assert html.count("<img") == 2


@pytest.mark.parametrize("name", ["c.png", "../a b.png", "https://example.org/a b.png"])
def test_a_picture_that_is_not_attached_is_its_description(name):
    html = rendered(f"![seen](attachment:{name.replace(' ', '%20')})")
    assert "[picture: seen]" in html
    assert "<img" not in html


def test_the_name_of_a_picture_stays_text():
    html = rendered("x", [('"><script>', "data:image/png;base64,AAAA")])
    assert [name for name, _ in tags_in(html)] == ["p", "p", "p", "img", "p"]
