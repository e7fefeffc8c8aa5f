"""Fills the caches of lines and of imports that outlive a submission elsewhere."""

import linecache
import sys

for name in list(linecache.cache) + ["<submission>"]:
    linecache.cache[name] = (1, None, ["LEAK\n"] * 99, name)
sys.path_importer_cache.clear()
sys.meta_path.insert(0, None)


def convolve2d(image, kernel):
    raise ValueError("see line 1")
