from skimage import morphology


def opening(image, footprint):
    return morphology.dilation(morphology.erosion(image, footprint), footprint)


def closing(image, footprint):
    return morphology.erosion(morphology.dilation(image, footprint), footprint)


def white_tophat(image, footprint):
    return morphology.white_tophat(image, footprint)


def black_tophat(image, footprint):
    return closing(image, footprint) - image
