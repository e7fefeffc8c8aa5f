"""How Sphinx builds the site: ``python -m sphinx -W -n docs build/site``, in a checkout."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "Image processing assignments"
language = "en-GB"
extensions = ["myst_parser", "sphinx_click", "generating.known_mistakes", "generating.schemas"]
myst_heading_anchors = 3
default_role = "code"  # of what sphinx-click finds in the help
smartquotes = False  # what is shown is typed, or pasted, as it stands
html_theme = "furo"  # loads no font and no script from elsewhere
html_title = project
html_show_copyright = False
html_copy_source = False
html_static_path = ["static"]
html_js_files = ["reach-what-scrolls.js"]
