from skimage.morphology import dilation, erosion


def opening(image, footprint):
    return dilation(erosion(image, footprint), footprint)


def closing(image, footprint):
    return erosion(dilation(image, footprint), footprint)


def black_tophat(image, footprint):
    return image - opening(image, footprint)


def white_tophat(image, footprint):
    return closing(image, footprint) - image
