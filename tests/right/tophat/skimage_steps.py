from skimage.morphology import dilation, erosion


def opening(image, footprint):
    eroded = erosion(image, footprint)
    return dilation(eroded, footprint)


def closing(image, footprint):
    dilated = dilation(image, footprint)
    return erosion(dilated, footprint)


def white_tophat(image, footprint):
    return image - opening(image, footprint)


def black_tophat(image, footprint):
    return closing(image, footprint) - image
