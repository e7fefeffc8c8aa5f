"""Where a template of functions of an image and a footprint goes wrong: before, or after."""

HOOKS = """\
def prepared(image, footprint):
    {before}
    return image, footprint

def finished(result, image, footprint, which):
    {after}
    return result
"""
