"""What a notebook asks of the page that shows it: to save it, and to be readable once exported."""

from __future__ import annotations

from autograder.imaging.jupyter import in_a_notebook

# What the student's own keys would do. Other ways to ask wait until the kernel is idle.
KEYS = """
const mac = navigator.platform.startsWith("Mac");
document.body.dispatchEvent(new KeyboardEvent("keydown", {
    key: "s", code: "KeyS", keyCode: 83, ctrlKey: !mac, metaKey: mac, bubbles: true
}));
"""

# In pages that nbconvert exports, and only there, the body itself is the notebook. Prompts and some
# colours of code are too pale to be read there, and links look like the text around them.
READABLE = """<style>
body.jp-Notebook a { text-decoration: underline !important; }
body.jp-Notebook .jp-InputPrompt, body.jp-Notebook .jp-OutputPrompt { opacity: 1 !important; }
body.jp-Notebook[data-jp-theme-light="true"] {
  --jp-cell-prompt-not-active-font-color: #595959;
  --jp-mirror-editor-number-color: #006400;
  --jp-mirror-editor-keyword-color: #006400;
  --jp-mirror-editor-operator-color: #7a1fbf;
  --jp-mirror-editor-comment-color: #2f6060;
}
</style>"""


def make_exports_readable():
    """Put a style below the cell for HTML that is exported later; it changes no other page."""
    if not in_a_notebook():
        return
    from IPython.display import display

    display({"text/html": READABLE, "text/plain": ""}, raw=True)


def ask_to_save():
    """Press the keys that save in JupyterLab and Notebook; return whether there is a page."""
    if not in_a_notebook():
        return False
    from IPython.display import Javascript, display

    display(Javascript(KEYS))
    return True
